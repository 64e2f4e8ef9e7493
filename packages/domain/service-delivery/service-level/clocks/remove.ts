import { invalid, ok, type Result } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import { isCounted } from './clock.ts'
import { type ClockDecision, type ClockSet, countedClocks, deciding } from './clock-set.ts'

type Removal = { at: Instant; reason: string; clause?: string; by?: string }

/**
 * The ticket has no promise after all: out of scope (2(5)), merged, cancelled by the client. All its clocks, stopped ones too,
 * leave attainment; their logs stay.
 */
export function cancelClocks(set: ClockSet, removal: Removal): ClockDecision {
  const decision = deciding(set)
  for (const clock of countedClocks(set)) decision.add({ change: 'logged', clock: clock.id, entry: { ...removal, do: 'cancel' } })
  for (const join of set.joins) decision.add({ change: 'join-dropped', join: join.id, reason: removal.reason })
  return decision.done()
}

/**
 * A clause of the contract takes one clock out of attainment. Nothing is excluded that the contract does not name, so the clause
 * is needed. Refuses (`clock.not-counted`) a clock that is unknown or already out.
 */
export function excludeClock(set: ClockSet, id: string, removal: Removal & { clause: string }): Result<ClockDecision> {
  if (!set.clocks.some(clock => clock.id === id && isCounted(clock)))
    return invalid('clock.not-counted', `no clock ${id} counts on this ticket`, { clock: id })
  const decision = deciding(set)
  decision.add({ change: 'logged', clock: id, entry: { ...removal, do: 'exclude' } })
  return ok(decision.done())
}
