import * as z from 'zod'
import type { Instant } from '../../kernel/time.ts'
import { Instant as InstantSchema } from '../../kernel/time.ts'
import {
  arrivalOf,
  type Calendar,
  Clock,
  ClockFigures,
  clockFigures,
  clockTimers,
  isCounted,
  isLive,
  openUntil,
} from '../../service-delivery/service-level/index.ts'
import type { Ticket } from './ticket.ts'

/** A clock with everything derived from it, for its reader's eyes: the log is in the explanation. */
export const ClockView = Clock.omit({ log: true })
  .extend(ClockFigures.shape)
  .extend({
    warnAt: InstantSchema.nullable(),
    /** End of the service window that is open now: a working clock stands still from then until `resumesAt`. */
    countsUntil: InstantSchema.optional(),
  })
  .meta({ id: 'ClockView' })
export type ClockView = z.infer<typeof ClockView>

/** Clocks that count, and those that left attainment: shown, but apart. */
export function clockViews(
  ticket: Ticket,
  calendar: Calendar,
  now: Instant,
): { clocks: ClockView[]; removedClocks: ClockView[] } {
  const timers = clockTimers(ticket.clocks, calendar)
  const view = (clock: (typeof ticket.clocks.clocks)[number]): ClockView => {
    const { log: _log, ...rest } = clock
    const warnAt = timers.find(({ kind, clock: id }) => kind === 'at-risk' && id === clock.id)?.at ?? null
    const window = clock.basis === 'working' ? openUntil(calendar, now) : undefined
    return {
      ...rest,
      ...clockFigures(clock, calendar, now),
      warnAt,
      ...(window && isLive(clock) && { countsUntil: window.closes, resumesAt: window.opens }),
    }
  }
  const all = ticket.clocks.clocks
  return { clocks: all.filter(isCounted).map(view), removedClocks: all.filter(clock => !isCounted(clock)).map(view) }
}

/** How arrival went over all clocks that promised it; a ticket's arrival counts once, by the earliest deadline. */
export const ArrivalView = z
  .object({
    requestedAt: InstantSchema,
    effectiveDeadline: InstantSchema.nullable(),
    arrivedAt: InstantSchema.optional(),
    result: z.enum(['met', 'breached', 'running', 'no-promise']),
  })
  .meta({ id: 'ArrivalView' })

export function arrivalView(
  ticket: Ticket,
  calendar: Calendar | undefined,
  now: Instant,
): z.infer<typeof ArrivalView> | undefined {
  const onSite = ticket.onSite.at(-1)
  if (!onSite) return undefined
  const figures = calendar && arrivalOf(ticket.clocks, calendar, now)
  return {
    requestedAt: onSite.requestedAt,
    effectiveDeadline: figures?.effectiveDeadline ?? null,
    ...(onSite.arrivedAt && { arrivedAt: onSite.arrivedAt }),
    result: !figures ? 'no-promise' : figures.met === null ? 'running' : figures.met ? 'met' : 'breached',
  }
}
