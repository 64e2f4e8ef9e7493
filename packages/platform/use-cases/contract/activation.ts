import { type BindingContract, contractAggregate, contractEvents, isBinding } from '@pactdesk/domain/outsourcing/contract/index'
import { react } from '../../events/consumer.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { costCentre } from './records.ts'
import { reportStep } from './steps.ts'
import { linkStripeCustomer } from './stripe-customer.ts'

/** The steps of an activation that no other module does. One reaction, as a consumer takes an event once. */
export const activateContract = react(contractEvents.activated, async ({ uow, event: { data } }) => {
  const { state } = await uow.load(contractAggregate, { client: data.client, id: data.contract })
  if (!isBinding(state)) return
  await openCostCentre(uow, state)
  await linkStripeCustomer(uow, state)
})

/** Where the contract's revenue and cost are gathered. */
async function openCostCentre(uow: UnitOfWork, { id, client, terms }: BindingContract): Promise<void> {
  if (!(await uow.getRecord(costCentre, id))) {
    const { from, to } = terms.term
    uow.putRecord(costCentre, id, { contract: id, client, number: terms.number, name: terms.client.name, from, to }, 'absent')
  }
  await reportStep(uow, { client, contract: id }, 'cost-centre', 'done')
}
