import * as z from 'zod'
import { addSeconds, Instant, isBefore, minuteOf, secondsBetween } from '../../kernel/time.ts'
import {
  businessSecondsBetween,
  type Calendar,
  ClockState,
  isOpen,
  nextOpen,
} from '../../service-delivery/service-level/index.ts'
import { PromiseChip } from './promise.ts'

/** The promise at an instant, as the chip shows it. Minutes left are of the promise's own basis; negative when over. */
export const PromiseNow = PromiseChip.omit({ state: true, leftMinutes: true, targetMinutes: true, startsAt: true })
  .extend({
    state: z.enum([...ClockState.options, 'none']),
    leftMinutes: z.int().optional(),
    /** When an outside clock goes on. */
    resumesAt: Instant.optional(),
  })
  .meta({ id: 'PromiseNow' })
export type PromiseNow = z.infer<typeof PromiseNow>

type Kept = Omit<PromiseChip, 'targetMinutes' | 'startsAt'>

/** Adds the time of day to what the row keeps. The calendar is that of the pinned contract version. */
export function promiseNow(kept: Kept, calendar: Calendar | undefined, now: Instant): PromiseNow {
  const { state, deadline, warnAt } = kept
  if (state !== 'running' || !deadline || !calendar) return kept
  const working = kept.basis === 'working'
  const between = (from: Instant, to: Instant) =>
    Math.floor((working ? businessSecondsBetween(calendar, from, to) : Math.max(0, secondsBetween(from, to))) / 60)
  if (!isBefore(now, addSeconds(minuteOf(deadline), 60))) return { ...kept, state: 'over', leftMinutes: -between(deadline, now) }
  const leftMinutes = between(now, deadline)
  if (working && !isOpen(calendar, now)) return { ...kept, state: 'outside', leftMinutes, resumesAt: nextOpen(calendar, now) }
  return { ...kept, state: warnAt && !isBefore(now, warnAt) ? 'at-risk' : 'running', leftMinutes }
}
