import * as z from 'zod'
import { addSeconds, Instant, isBefore, minuteOf, secondsBetween } from '../../kernel/time.ts'
import {
  businessSecondsBetween,
  type Calendar,
  ClockState,
  isOpen,
  nextOpen,
  openUntil,
} from '../../service-delivery/service-level/index.ts'
import { PromiseChip } from './promise.ts'

/** The promise at an instant, as the chip shows it. Minutes left are of the promise's own basis; negative when over. */
export const PromiseNow = PromiseChip.omit({ state: true, leftMinutes: true, startsAt: true })
  .extend({
    state: z.enum([...ClockState.options, 'none']),
    leftMinutes: z.int().optional(),
    /** End of the service window that is open now: a working clock stands still from then until `resumesAt`. */
    countsUntil: Instant.optional(),
    /** When an outside clock, or one whose window ends, goes on. */
    resumesAt: Instant.optional(),
  })
  .meta({ id: 'PromiseNow' })
export type PromiseNow = z.infer<typeof PromiseNow>

type Kept = Omit<PromiseChip, 'startsAt'>

/** Adds the time of day to what the row keeps. The calendar is that of the pinned contract version. */
export function promiseNow(kept: Kept, calendar: Calendar | undefined, now: Instant): PromiseNow {
  const { state, deadline, warnAt } = kept
  if (state !== 'running' || !deadline || !calendar) return kept
  const working = kept.basis === 'working'
  const between = (from: Instant, to: Instant) =>
    Math.floor((working ? businessSecondsBetween(calendar, from, to) : Math.max(0, secondsBetween(from, to))) / 60)
  const open = working ? openUntil(calendar, now) : undefined
  const window = open && { countsUntil: open.closes, resumesAt: open.opens }
  if (!isBefore(now, addSeconds(minuteOf(deadline), 60)))
    return { ...kept, ...window, state: 'over', leftMinutes: -between(deadline, now) }
  const leftMinutes = between(now, deadline)
  if (working && !isOpen(calendar, now)) return { ...kept, state: 'outside', leftMinutes, resumesAt: nextOpen(calendar, now) }
  return { ...kept, ...window, state: warnAt && !isBefore(now, warnAt) ? 'at-risk' : 'running', leftMinutes }
}
