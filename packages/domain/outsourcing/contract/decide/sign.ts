import type { Env } from '../../../kernel/aggregate.ts'
import type { FileRef } from '../../../kernel/ids.ts'
import { conflict, invalid, ok, type Result } from '../../../kernel/result.ts'
import { type LocalDate, localDateOf } from '../../../kernel/time.ts'
import type { Contract, OfferedContract } from '../contract.ts'
import { type ContractEvent, contractEvents } from '../events.ts'
import type { Occupied } from '../overlap.ts'
import type { BodyRef, Signature, SignRequest } from '../signature.ts'
import { activate } from './activate.ts'
import { checkAgreement } from './draft.ts'
import { about, allowed } from './guard.ts'
import { storedDocument } from './offer.ts'

export type SignCommand = Pick<SignRequest, 'documentSha256' | 'clausesRead'> & { evidence: BodyRef }

/** In the portal the provider signs first. */
export function signAsProvider(contract: Contract, command: SignCommand, env: Env): Result<ContractEvent[]> {
  const offered = allowed(contract, 'sign-as-provider')
  if (!offered.ok) return offered
  const signature = signatureOf(offered.value, command, env)
  if (!signature.ok) return signature
  return ok([contractEvents.signedByProvider.of({ ...about(contract), version: contract.version, signature: signature.value })])
}

/** The client's signature is the second one: the contract is in force from this moment. */
export function signAsClient(
  contract: Contract,
  command: SignCommand,
  others: readonly Occupied[],
  env: Env,
): Result<ContractEvent[]> {
  const offered = allowed(contract, 'sign-as-client')
  if (!offered.ok) return offered
  const signature = signatureOf(offered.value, command, env)
  if (!signature.ok) return signature
  const provider = offered.value.signatures.provider
  return signedBy(contract, { provider, client: signature.value }, 'portal', others, env)
}

export type PaperCommand = { providerOn: LocalDate; clientOn: LocalDate; scan: FileRef }

/** Both have signed and stamped the printed PDF; each has its own date, the later one counts. */
export function signOnPaper(
  contract: Contract,
  { providerOn, clientOn, scan }: PaperCommand,
  others: readonly Occupied[],
  env: Env,
): Result<ContractEvent[]> {
  const offered = allowed(contract, 'sign-on-paper')
  if (!offered.ok) return offered
  const document = storedDocument(contract)
  if (!document.ok) return document
  const dates = notInFuture(contract, [providerOn, clientOn], env)
  if (!dates.ok) return dates
  const paper = (on: LocalDate): Signature => ({ by: 'paper', on, scan, documentSha256: document.value.sha256 })
  return signedBy(contract, { provider: paper(providerOn), client: paper(clientOn) }, 'paper', others, env)
}

/** No date of a signature lies in the future. */
export function notInFuture({ terms }: Pick<Contract, 'terms'>, dates: LocalDate[], { now }: Env): Result<void> {
  const today = localDateOf(now, terms.billingZone)
  const late = dates.find(date => date > today)
  return late
    ? invalid('contract.signed-in-future', `${late} is later than today, ${today}`, { date: late, today })
    : ok(undefined)
}

function signatureOf(contract: OfferedContract, command: SignCommand, env: Env): Result<Signature> {
  const document = storedDocument(contract)
  if (!document.ok) return document
  if (document.value.sha256 !== command.documentSha256)
    return conflict('contract.document-changed', 'the document was changed since it was opened: read it again before signing', {
      sha256: document.value.sha256,
    })
  const remaining = contract.clauses - command.clausesRead
  if (remaining > 0) return invalid('contract.not-read', `${remaining} clauses are still to be read`, { remaining })
  const on = localDateOf(env.now, contract.terms.billingZone)
  return ok({ by: 'portal', at: env.now, on, documentSha256: command.documentSha256, evidence: command.evidence })
}

/** Another contract may have been signed since the offer, so what it occupies is looked at again. */
function signedBy(
  contract: Contract,
  signatures: { provider: Signature; client: Signature },
  how: 'portal' | 'paper',
  others: readonly Occupied[],
  env: Env,
): Result<ContractEvent[]> {
  const checked = checkAgreement(contract.id, contract.terms, others)
  if (!checked.ok) return checked
  const { version } = contract
  return ok([
    ...activate(contract, signatures, how, env),
    contractEvents.documentRequested.of({ ...about(contract), version, document: 'signed' }),
  ])
}
