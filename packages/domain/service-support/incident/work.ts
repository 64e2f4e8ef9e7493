import { invalid, ok, type Result } from '../../kernel/result.ts'
import { addMinutes, type Instant, isAfter, isBefore, secondsBetween } from '../../kernel/time.ts'
import type { Ticket } from './ticket.ts'

type Input = { minutes?: number; from?: Instant; to?: Instant }
/** Whole minutes; from and to where they are known. */
export type WorkTimes = { minutes: number; from?: Instant; to?: Instant }

/**
 * Minutes of work on a ticket: from–to, or minutes ending now. They lie between the request and now. Minutes ending now that
 * would begin before the request (a call noted down afterwards) keep their number and have no from and to.
 */
export function workTimes(ticket: Pick<Ticket, 'requestedAt'>, { minutes, from, to }: Input, now: Instant): Result<WorkTimes> {
  if (minutes !== undefined) {
    const begun = addMinutes(now, -minutes)
    return ok(isBefore(begun, ticket.requestedAt) ? { minutes } : { minutes, from: begun, to: now })
  }
  if (from === undefined || to === undefined) return invalid('incident.work-times', 'give minutes, or both from and to')
  if (isAfter(to, now)) return invalid('incident.future', `${to} lies after now, ${now}`, { at: to, now })
  if (isBefore(from, ticket.requestedAt))
    return invalid('incident.before-request', `${from} lies before the request of ${ticket.requestedAt}`, { at: from })
  const whole = Math.floor(secondsBetween(from, to) / 60)
  if (whole < 1 || whole > 1440)
    return invalid('incident.work-length', `work takes 1 to 1440 minutes, not ${whole}`, { minutes: whole })
  return ok({ minutes: whole, from, to })
}
