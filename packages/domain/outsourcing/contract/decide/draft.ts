import { ok, type Result } from '../../../kernel/result.ts'
import { checkTerms } from '../check-terms.ts'
import type { Contract } from '../contract.ts'
import { type ContractEvent, contractEvents } from '../events.ts'
import { checkOverlap, type Occupied, occupies } from '../overlap.ts'
import type { BodyRef } from '../signature.ts'
import type { ContractTerms } from '../terms.ts'
import { about, allowed } from './guard.ts'

export type DraftCommand = {
  id: string
  client: string
  terms: ContractTerms
  /** What the client's binding contracts occupy. */
  others: readonly Occupied[]
  /** The contract this one follows. */
  renewalOf?: string
}

/** A new draft. It is checked like an offer from the start: what can't be signed is refused where it is typed. */
export function draftContract({ id, client, terms, others, renewalOf }: DraftCommand): Result<ContractEvent[]> {
  const checked = checkAgreement(id, terms, others)
  if (!checked.ok) return checked
  return ok([contractEvents.drafted.of({ ...about({ id, client }), terms, ...(renewalOf && { renewalOf }) })])
}

export function changeDraft(contract: Contract, terms: ContractTerms, others: readonly Occupied[]): Result<ContractEvent[]> {
  const draft = allowed(contract, 'change-draft')
  if (!draft.ok) return draft
  const checked = checkAgreement(contract.id, terms, others)
  if (!checked.ok) return checked
  return ok([contractEvents.draftChanged.of({ ...about(contract), terms })])
}

export function discardDraft(contract: Contract, reason?: BodyRef): Result<ContractEvent[]> {
  const draft = allowed(contract, 'discard')
  if (!draft.ok) return draft
  return ok([contractEvents.draftDiscarded.of({ ...about(contract), ...(reason && { reason }) })])
}

/** Terms that hold together and clash with no other contract of the client. */
export function checkAgreement(id: string, terms: ContractTerms, others: readonly Occupied[]): Result<void> {
  const checked = checkTerms(terms)
  if (!checked.ok) return checked
  return checkOverlap(occupies(id, terms), others)
}
