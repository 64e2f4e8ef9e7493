import { unwrap } from '@pactdesk/domain/kernel/result'
import { type ActivationStep, completeStep, contractAggregate, failStep } from '@pactdesk/domain/outsourcing/contract/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'

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
