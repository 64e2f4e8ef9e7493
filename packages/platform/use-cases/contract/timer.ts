import { advance, contractAggregate } from '@pactdesk/domain/outsourcing/contract/index'
import { timer } from '../../run/tick.ts'

/** Days, months, visits, reminder and end of a contract, each as of its own instant. */
export const contractTimer = timer(contractAggregate, async (loaded, to, uow) => {
  let current = loaded
  for (const { event, at } of advance(loaded.state, to)) current = uow.append(current, [event], at)
})
