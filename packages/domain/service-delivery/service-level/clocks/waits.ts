import { conflict, ok, type Result } from '../../../kernel/result.ts'
import { type Instant, isAfter, isBefore } from '../../../kernel/time.ts'
import type { PauseReason } from '../target.ts'
import { type Clock, type ClockEntry, isLive, openPause } from './clock.ts'
import { type ClockDecision, type ClockSet, deciding, type Wait } from './clock-set.ts'

/** The wait that is open, if any. */
export function openWait(set: Pick<ClockSet, 'waits'>): Wait | undefined {
  const last = set.waits.at(-1)
  return last?.do === 'pause' ? last : undefined
}

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

function waiting(set: ClockSet, wait: Wait): Result<ClockDecision> {
  const last = set.waits.at(-1)
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
  const paused = openPause(clock) !== undefined
  const at = isBefore(wait.at, clock.log[0]!.at) ? clock.log[0]!.at : wait.at
  const { reason, ...rest } = wait
  if (wait.do === 'pause' && reason !== undefined && clock.pausedBy.includes(reason)) return { ...wait, at }
  return paused ? { ...rest, at, do: 'resume', ...(wait.do === 'resume' && reason && { reason }) } : undefined
}

/** A clock that starts (or is found out) later than the ticket waited: its log with the waits since then, and the one then open. */
export function withWaits(clock: Clock, waits: readonly Wait[]): Clock {
  const start = clock.log[0]!.at
  const earlier = waits.filter(wait => !isAfter(wait.at, start)).at(-1)
  const since = [...(earlier?.do === 'pause' ? [earlier] : []), ...waits.filter(wait => isAfter(wait.at, start))]
  const log = [...clock.log]
  for (const wait of since) {
    const entry = entryOf({ ...clock, log }, wait)
    if (entry) log.push(entry)
  }
  return { ...clock, log }
}
