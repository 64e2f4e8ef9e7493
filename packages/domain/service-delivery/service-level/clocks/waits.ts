import { conflict, invalid, ok, type Result } from '../../../kernel/result.ts'
import { type Instant, isAfter, isBefore } from '../../../kernel/time.ts'
import type { PauseReason } from '../target.ts'
import { type Clock, type ClockEntry, isLive, lastingPause } from './clock.ts'
import { type ClockDecision, type ClockSet, deciding, type Wait } from './clock-set.ts'

/** The wait that is open, if any. */
export function openWait(set: Pick<ClockSet, 'waits'>): Wait | undefined {
  const last = lastWait(set)
  return last?.do === 'pause' ? last : undefined
}

/** The last line about waiting itself; what was struck later is no wait. */
export const lastWait = (set: Pick<ClockSet, 'waits'>): Wait | undefined => set.waits.findLast(wait => wait.do !== 'strike')

/**
 * The ticket begins to wait, or waits for somebody else from now on: clocks whose row names the reason stop counting.
 * Refuses (`clock.out-of-order`) what lies before the last wait.
 */
export function pauseClocks(
  set: ClockSet,
  wait: { at: Instant; reason: PauseReason; by?: string; clause?: string },
): Result<ClockDecision> {
  return waiting(set, { ...wait, do: 'pause' })
}

/** The wait is over. Refuses (`clock.not-waiting`) when nobody waits. */
export function resumeClocks(set: ClockSet, resume: { at: Instant; reason?: string; by?: string }): Result<ClockDecision> {
  if (!openWait(set)) return conflict('clock.not-waiting', 'the ticket does not wait for anybody')
  return waiting(set, { ...resume, do: 'resume' })
}

/**
 * A pause that began at `at` for the reason `of` was not due: its time counts on every clock that it held, stopped ones too, and
 * on clocks that start later. The log keeps the pause and says who struck it and why. Refuses (`clock.no-pause`) where none began.
 */
export function strikePause(
  set: ClockSet,
  strike: { at: Instant; of: PauseReason; reason: string; by?: string },
): Result<ClockDecision> {
  if (!set.waits.some(wait => wait.do === 'pause' && wait.at === strike.at && wait.reason === strike.of))
    return invalid('clock.no-pause', `nobody began to wait for the ${strike.of} at ${strike.at}`, { at: strike.at })
  const wait: Wait = { ...strike, do: 'strike' }
  const decision = deciding(set)
  decision.add({ change: 'wait', wait })
  for (const clock of set.clocks) {
    const entry = strikeIn(clock, wait)
    if (entry) decision.add({ change: 'logged', clock: clock.id, entry })
  }
  return ok(decision.done())
}

function waiting(set: ClockSet, wait: Wait): Result<ClockDecision> {
  const last = lastWait(set)
  if (last && isBefore(wait.at, last.at))
    return conflict('clock.out-of-order', `${wait.at} lies before the wait of ${last.at}`, { at: wait.at, last: last.at })
  const decision = deciding(set)
  decision.add({ change: 'wait', wait })
  for (const clock of set.clocks.filter(isLive)) {
    const entry = entryOf(clock, wait)
    if (entry) decision.add({ change: 'logged', clock: clock.id, entry })
  }
  return ok(decision.done())
}

/** What a wait means for one clock: nothing for a clock that its reason does not pause. */
function entryOf(clock: Clock, wait: Wait): ClockEntry | undefined {
  const paused = lastingPause(clock) !== undefined
  const at = heldFrom(clock, wait.at)
  const { reason, ...rest } = wait
  if (wait.do === 'pause' && reason !== undefined && clock.pausedBy.includes(reason)) return { ...wait, at }
  return paused ? { ...rest, at, do: 'resume', ...(wait.do === 'resume' && reason && { reason }) } : undefined
}

/** A strike as a line of a clock that the pause had held. */
function strikeIn(clock: Clock, strike: Wait): ClockEntry | undefined {
  const at = heldFrom(clock, strike.at)
  const held = clock.log.some(entry => entry.do === 'pause' && entry.at === at && entry.reason === strike.of)
  return held ? { ...strike, at } : undefined
}

/** A wait that began before the clock holds it from its start. */
const heldFrom = (clock: Clock, at: Instant): Instant => (isBefore(at, clock.log[0]!.at) ? clock.log[0]!.at : at)

/** A clock that starts (or is found out) later than the ticket waited: its log with the waits since then, and the one then open. */
export function withWaits(clock: Clock, waits: readonly Wait[]): Clock {
  const start = clock.log[0]!.at
  const told = waits.filter(wait => wait.do !== 'strike')
  const earlier = told.filter(wait => !isAfter(wait.at, start)).at(-1)
  const since = [...(earlier?.do === 'pause' ? [earlier] : []), ...told.filter(wait => isAfter(wait.at, start))]
  const log = [...clock.log]
  for (const wait of since) {
    const entry = entryOf({ ...clock, log }, wait)
    if (entry) log.push(entry)
  }
  for (const wait of waits.filter(each => each.do === 'strike')) {
    const entry = strikeIn({ ...clock, log }, wait)
    if (entry) log.push(entry)
  }
  return { ...clock, log }
}
