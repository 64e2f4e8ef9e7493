import { conflict, invalid, ok, type Result } from '../../../kernel/result.ts'
import { type Instant, isAfter, isBefore, secondsBetween } from '../../../kernel/time.ts'
import type { Visit, VisitCommand, VisitIn, VisitStatus, WorkShare } from '../visit.ts'
import { commandsIn } from '../visit.ts'

/** Refuses a command that the state machine does not know in this status. */
export function allowed<S extends VisitStatus>(visit: Visit, command: VisitCommand, ..._in: S[]): Result<VisitIn<S>> {
  if (commandsIn(visit.status).includes(command)) return ok(visit as VisitIn<S>)
  return conflict('field-service.wrong-state', `visit ${visit.id} is ${visit.status}: ${command} is not possible`, {
    status: visit.status,
    command,
  })
}

/** Facts may be recorded late, never early: nothing happens after now, nor before what came first. */
export function happened(what: string, at: Instant, now: Instant, after?: { what: string; at: Instant }): Result<Instant> {
  if (isAfter(at, now))
    return invalid('field-service.future', `${what} at ${at} lies in the future (now ${now})`, { what, at, now })
  if (after && isBefore(at, after.at)) {
    return invalid('field-service.order', `${what} at ${at} lies before ${after.what} at ${after.at}`, {
      what,
      at,
      after: after.at,
    })
  }
  return ok(at)
}

/** Whole minutes between two instants, seconds cut off on both: what two clocks on the wall show. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  Math.floor(secondsBetween(minuteStart(from), minuteStart(to)) / 60)

const minuteStart = (at: Instant): Instant => `${at.slice(0, 16)}:00Z`

/**
 * On-site minutes by purpose. With one purpose they are all its own; with several the technician splits them and the parts are
 * exactly the whole: every recorded minute has one purpose.
 */
export function sharesOf(visit: Visit, total: number, given: readonly WorkShare[] | undefined): Result<WorkShare[]> {
  const purposes: (string | undefined)[] = [...visit.tickets, ...(visit.tasks.length > 0 ? [undefined] : [])]
  if (!given) {
    if (purposes.length <= 1) return ok([{ ...(purposes[0] && { ticket: purposes[0] }), minutes: total }])
    return invalid('field-service.split-needed', `${total} minutes serve ${purposes.length} purposes: say how many each`, {
      total,
    })
  }
  const strangers = given.filter(share => !purposes.includes(share.ticket))
  if (strangers.length > 0 && purposes.length > 0) {
    return invalid('field-service.split-unknown', `${strangers[0]!.ticket ?? 'maintenance'} is no purpose of this visit`)
  }
  if (new Set(given.map(share => share.ticket)).size < given.length) {
    return invalid('field-service.split-twice', 'a purpose is named twice')
  }
  const sum = given.reduce((minutes, share) => minutes + share.minutes, 0)
  if (sum !== total) {
    return invalid('field-service.split-sum', `the parts are ${sum} minutes, the visit has ${total}`, { sum, total })
  }
  return ok(given.filter(share => share.minutes > 0).map(share => ({ ...share })))
}
