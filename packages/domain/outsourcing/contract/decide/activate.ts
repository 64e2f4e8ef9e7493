import type { Env } from '../../../kernel/aggregate.ts'
import { conflict, ok, type Result } from '../../../kernel/result.ts'
import { localDateOf } from '../../../kernel/time.ts'
import { billingSchedule } from '../billing-schedule.ts'
import { type ActivationStep, type Contract, isBinding, type OpeningState } from '../contract.ts'
import { laterDate } from '../dates.ts'
import { type ContractEvent, contractEvents } from '../events.ts'
import { firstProgress, visitMonthsAtOnce } from '../progress.ts'
import type { Signature } from '../signature.ts'
import { about } from './guard.ts'
import { isProvisional } from './offer.ts'

/** The second signature: everything that the contract sets going starts from these events. */
export function activate(
  contract: Pick<Contract, 'id' | 'client' | 'terms' | 'version'>,
  signatures: { provider: Signature; client: Signature },
  how: 'portal' | 'paper' | 'recorded',
  env: Env,
  opening?: OpeningState,
): ContractEvent[] {
  const { terms, version } = contract
  const signedOn = laterDate(signatures.client.on, signatures.provider.on)
  const today = localDateOf(env.now, terms.billingZone)
  const progress = firstProgress(terms, today, env.now, opening)
  const months = visitMonthsAtOnce(terms, progress, today)
  return [
    contractEvents.signed.of({
      ...about(contract),
      version,
      providerSignature: signatures.provider,
      clientSignature: signatures.client,
      signedOn,
    }),
    contractEvents.activated.of({
      ...about(contract),
      version,
      number: terms.number,
      how,
      signedOn,
      term: terms.term,
      provisional: isProvisional(terms),
      ...(opening && { opening }),
      schedule: billingSchedule(terms, signedOn, opening),
      progress,
    }),
    ...(months.length > 0 ? [contractEvents.visitsDue.of({ ...about(contract), version, months })] : []),
  ]
}

/** A module has done its step. Doing it twice is nothing new, so a redelivered event is harmless. */
export function completeStep(
  contract: Contract,
  step: ActivationStep,
  outcome: 'done' | 'skipped',
  note?: string,
): Result<ContractEvent[]> {
  const known = stepOf(contract, step)
  if (!known.ok) return known
  if (known.value.status === outcome) return ok([])
  return ok([contractEvents.stepDone.of({ ...about(contract), step, outcome, ...(note && { note }) })])
}

/** A step could not be done; it can be tried again. */
export function failStep(contract: Contract, step: ActivationStep, note: string): Result<ContractEvent[]> {
  const known = stepOf(contract, step)
  if (!known.ok) return known
  if (known.value.status === 'done') return ok([])
  return ok([contractEvents.stepFailed.of({ ...about(contract), step, note: note.slice(0, 200) })])
}

function stepOf(contract: Contract, step: ActivationStep) {
  const known = isBinding(contract) ? contract.steps.find(state => state.step === step) : undefined
  return known ? ok(known) : conflict('contract.not-active', `contract ${contract.terms.number} has no activation to report on`)
}

/** Finance has settled a contract that was ended early. */
export function markSettled(contract: Contract, settlement: string): Result<ContractEvent[]> {
  if (!isBinding(contract) || !contract.ending)
    return conflict('contract.no-notice', `contract ${contract.terms.number} is not ended early`)
  if (contract.settlement === settlement) return ok([])
  if (contract.settlement) return conflict('contract.settled', `contract ${contract.terms.number} is settled already`)
  return ok([contractEvents.settled.of({ ...about(contract), settlement })])
}
