import { unwrap } from '@pactdesk/domain/kernel/result'
import {
  type ActivationStep,
  completeStep,
  contractAggregate,
  contractEvents,
  failStep,
  isBinding,
} from '@pactdesk/domain/outsourcing/contract/index'
import { react } from '../../events/consumer.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { costCentre } from './records.ts'

type Of = { client: string; contract: string }

/** A module reports its step of a contract's activation, in the commit that did it. Reporting twice is nothing new. */
export async function reportStep(
  uow: UnitOfWork,
  { client, contract }: Of,
  step: ActivationStep,
  outcome: 'done' | 'skipped' | 'failed',
  note?: string,
): Promise<void> {
  const loaded = await uow.load(contractAggregate, { client, id: contract })
  const events =
    outcome === 'failed' ? failStep(loaded.state, step, note ?? 'failed') : completeStep(loaded.state, step, outcome, note)
  uow.append(loaded, unwrap(events))
}

/** Opens the contract's cost centre: where its revenue and cost are gathered. */
export const openCostCentre = react(contractEvents.activated, async ({ uow, event: { data } }) => {
  const { client, contract } = data
  const { state } = await uow.load(contractAggregate, { client, id: contract })
  if (!isBinding(state)) return
  if (!(await uow.getRecord(costCentre, contract))) {
    const { from, to } = state.terms.term
    const entry = { contract, client, number: state.terms.number, name: state.terms.client.name, from, to }
    uow.putRecord(costCentre, contract, entry, 'absent')
  }
  await reportStep(uow, { client, contract }, 'cost-centre', 'done')
})
