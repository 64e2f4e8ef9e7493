import type { FileRef } from '../../../kernel/ids.ts'
import { conflict, ok, type Result } from '../../../kernel/result.ts'
import { addDays } from '../../../kernel/time.ts'
import { isUnannounced } from '../../../service-delivery/service-level/index.ts'
import type { Contract } from '../contract.ts'
import { checkDevices } from '../coverage.ts'
import { type ContractEvent, contractEvents, type DocumentKind } from '../events.ts'
import type { Occupied } from '../overlap.ts'
import type { BodyRef } from '../signature.ts'
import { printedClauses } from '../template/fill.ts'
import { textOf } from '../template/registry.ts'
import type { ContractTerms } from '../terms.ts'
import { checkAgreement } from './draft.ts'
import { about, allowed } from './guard.ts'

/** Freezes words and terms and asks for the PDF. The fees must be for the devices that are registered. */
export function offer(
  contract: Contract,
  reads: { devices: readonly { class: string }[]; others: readonly Occupied[] },
): Result<ContractEvent[]> {
  const draft = allowed(contract, 'offer')
  if (!draft.ok) return draft
  const { terms, version } = draft.value
  const checked = checkAgreement(contract.id, terms, reads.others)
  if (!checked.ok) return checked
  const devices = checkDevices(terms, reads.devices)
  if (!devices.ok) return devices
  return ok([
    contractEvents.offered.of({
      ...about(contract),
      version,
      clauses: printedClauses(textOf(terms)).length,
      provisional: isProvisional(terms),
    }),
    contractEvents.documentRequested.of({ ...about(contract), version, document: 'offer' }),
  ])
}

/** The term reaches into a year whose Chinese holidays are not announced: its working days there are provisional. */
export const isProvisional = ({ calendar, term }: ContractTerms): boolean =>
  calendar.publicHolidays === 'CN' && isUnannounced(addDays(term.to, -1))

/**
 * The rendered PDF is stored. A document that is stored already stays as it is: what somebody may have read is never replaced.
 * One that nobody waits for any more, since the offer was withdrawn, is dropped.
 */
export function storeDocument(
  contract: Contract,
  { version, document, file }: { version: number; document: DocumentKind; file: FileRef },
): Result<ContractEvent[]> {
  const waiting =
    document === 'signed'
      ? 'signedDocument' in contract && contract.signedDocument?.status === 'requested'
      : 'document' in contract && contract.document?.status === 'requested'
  if (!waiting || contract.version !== version) return ok([])
  return ok([contractEvents.documentStored.of({ ...about(contract), version, document, file })])
}

/** Takes an offer back before the client has signed; the draft can be changed again. */
export function withdrawOffer(contract: Contract, reason: BodyRef): Result<ContractEvent[]> {
  const offered = allowed(contract, 'withdraw')
  if (!offered.ok) return offered
  return ok([contractEvents.offerWithdrawn.of({ ...about(contract), reason })])
}

/** The stored PDF of an offer that can be signed. */
export function storedDocument(contract: Contract): Result<FileRef> {
  const document = 'document' in contract ? contract.document : undefined
  if (document?.status === 'stored') return ok(document.file)
  return conflict('contract.document-pending', 'the PDF of the contract is not stored yet; try again in a moment')
}
