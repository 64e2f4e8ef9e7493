import * as z from 'zod'
import { Instant } from '../../../kernel/time.ts'
import { Basis, PauseReason, Promised } from '../target.ts'

/** Whose view of the severity a clock follows. `agreed`: both say the same, or one has yielded. */
export const Opinion = z.enum(['agreed', 'client', 'provider'])
export type Opinion = z.infer<typeof Opinion>

/**
 * One line of a clock's log. `at` is the instant from which it holds, not when it was typed.
 * `cancel` and `exclude` take the clock out of attainment; `at-risk` and `due` record a timer that has fired. `strike` takes back
 * the pause that began at `at` for the reason `of`: its time counts as if nobody had waited; both lines stay.
 */
export const ClockEntry = z
  .object({
    at: Instant,
    do: z.enum(['start', 'reopen', 'pause', 'resume', 'stop', 'cancel', 'exclude', 'at-risk', 'due', 'strike']),
    reason: z.string().max(200).optional(),
    of: PauseReason.optional(),
    clause: z.string().max(40).optional(),
    /** Who did it, for showing. */
    by: z.string().max(128).optional(),
  })
  .meta({ id: 'ClockEntry' })
export type ClockEntry = z.infer<typeof ClockEntry>

/**
 * One promise running on one ticket. Only the log grows; deadline, consumed time and state are derived from it and the calendar.
 * A reopened ticket gets a clock of the next cycle with a full target; the clock of the cycle before keeps its result.
 */
export const Clock = z
  .object({
    id: z.string().max(12),
    promise: Promised,
    clause: z.string().max(40),
    basis: Basis,
    targetMinutes: z.int().min(1).max(1_000_000),
    cycle: z.int().min(1),
    joinedAtClosing: z.boolean(),
    opinion: Opinion,
    pausedBy: z.array(PauseReason),
    warnAtPercent: z.int().min(1).max(100),
    log: z.array(ClockEntry).min(1),
  })
  .meta({ id: 'Clock' })
export type Clock = z.infer<typeof Clock>

export const openingEntry = (clock: Clock): ClockEntry => clock.log[0]!
export const stopEntry = (clock: Clock): ClockEntry | undefined => clock.log.find(entry => entry.do === 'stop')
/** The entry that took the clock out of attainment. */
export const removalEntry = (clock: Clock): ClockEntry | undefined =>
  clock.log.find(entry => entry.do === 'cancel' || entry.do === 'exclude')
/** Counts for promises and attainment: neither cancelled nor excluded. */
export const isCounted = (clock: Clock): boolean => removalEntry(clock) === undefined
/** Still running or paused. */
export const isLive = (clock: Clock): boolean => isCounted(clock) && stopEntry(clock) === undefined
/** The decision that struck a pause, if there was one. */
export const strikeOf = (clock: Pick<Clock, 'log'>, pause: ClockEntry): ClockEntry | undefined =>
  clock.log.find(entry => entry.do === 'strike' && entry.at === pause.at && entry.of === pause.reason)
/** The pause whose wait is not over, struck or not. */
export function lastingPause({ log }: Pick<Clock, 'log'>): ClockEntry | undefined {
  const last = log.findLast(entry => entry.do === 'pause' || entry.do === 'resume')
  return last?.do === 'pause' ? last : undefined
}
/** The pause that holds the clock now. */
export function openPause(clock: Clock): ClockEntry | undefined {
  const pause = isLive(clock) ? lastingPause(clock) : undefined
  return pause && !strikeOf(clock, pause) ? pause : undefined
}
