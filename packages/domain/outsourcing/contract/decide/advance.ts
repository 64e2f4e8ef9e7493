import { type Instant, isAfter } from '../../../kernel/time.ts'
import type { Contract } from '../contract.ts'
import type { ContractEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import { fire, timersOf } from '../progress.ts'

/** Most events of one commit; the rest is due still and follows in the next. */
const mostAtOnce = 60

/** Everything due up to `to`, in order, each as of its own instant. */
export function advance(contract: Contract, to: Instant): { event: ContractEvent; at: Instant }[] {
  const fired: { event: ContractEvent; at: Instant }[] = []
  let state = contract
  while (state.status === 'active' && fired.length < mostAtOnce) {
    const next = timersOf(state)[0]
    if (!next || isAfter(next.at, to)) break
    const due = fire(state, next)
    fired.push(due)
    state = evolve(state, due.event, { at: due.at })
  }
  return fired
}
