import { conflict, ok, type Result } from '../../../kernel/result.ts'
import { type Instant, isAfter, isBefore, minuteOf } from '../../../kernel/time.ts'
import type { Promised } from '../target.ts'
import { type Clock, isCounted, isLive, openingEntry, stopEntry } from './clock.ts'
import { type ClockDecision, type ClockSet, deciding } from './clock-set.ts'
import { startJoin } from './start.ts'
import { openWait } from './waits.ts'

/**
 * The promise was fulfilled at `at`: somebody answered, is on site and begins, or it works again. Arrival up to the closing minute
 * leaves no clock that joins at closing. Nothing changes where nothing was promised.
 * Refuses (`clock.before-start`) what lies before the request.
 */
export function stopClocks(set: ClockSet, stop: { promise: Promised; at: Instant; by?: string }): Result<ClockDecision> {
  const { promise, ...when } = stop
  const decision = deciding(set)
  for (const clock of set.clocks.filter(clock => isLive(clock) && clock.promise === promise)) {
    const opened = openingEntry(clock).at
    const closing = clock.joinedAtClosing && !isAfter(minuteOf(stop.at), opened)
    if (!closing && isBefore(stop.at, opened))
      return conflict('clock.before-start', `${stop.at} lies before the request of ${opened}`, { at: stop.at, start: opened })
    const entry = closing
      ? ({ ...when, do: 'cancel', reason: 'arrived-before-closing' } as const)
      : ({ ...when, do: 'stop' } as const)
    decision.add({ change: 'logged', clock: clock.id, entry })
  }
  for (const join of set.joins.filter(join => join.promise === promise)) {
    if (!isAfter(minuteOf(stop.at), join.at)) {
      decision.add({ change: 'join-dropped', join: join.id, reason: 'arrived-before-closing' })
    } else {
      const clock = startJoin(decision, join, stop.by)
      decision.add({ change: 'logged', clock: clock.id, entry: { ...when, do: 'stop' } })
    }
  }
  return ok(decision.done())
}

/**
 * It broke again: the promise to restore starts anew with a full target, as a clock of the next cycle. A wait that was left open
 * ends here. Nothing changes where restoring was not promised; refuses (`clock.still-running`) while it runs.
 */
export function reopenClocks(set: ClockSet, reopen: { at: Instant; by?: string; reason?: string }): Result<ClockDecision> {
  const decision = deciding(set)
  const counted = set.clocks.filter(clock => clock.promise === 'restore' && isCounted(clock))
  if (counted.some(isLive)) return conflict('clock.still-running', 'the clock to restore still runs')
  if (openWait(set)) decision.add({ change: 'wait', wait: { at: reopen.at, do: 'resume', reason: 'reopened' } })
  const cycle = Math.max(0, ...counted.map(clock => clock.cycle))
  for (const last of counted.filter(clock => clock.cycle === cycle && stopEntry(clock))) {
    const clock: Clock = { ...last, id: `c${decision.set().next}`, cycle: cycle + 1, log: [{ ...reopen, do: 'reopen' }] }
    decision.add({ change: 'started', clock })
  }
  return ok(decision.done())
}
