import type { SignRequest } from '@pactdesk/domain/outsourcing/contract/signature'
import type { ContractView } from '@pactdesk/domain/outsourcing/contract/views'
import type { Signature } from '../../parts/input/SignaturePad.tsx'

export type SignForm = { signature: Signature | undefined; name: string; title: string; consent: boolean }

/** What a signature still lacks, in the order in which it is asked for. */
export function missingOf({ signature, name, title, consent }: SignForm): 'signature' | 'name' | 'title' | 'consent' | undefined {
  if (!signature) return 'signature'
  if (!name.trim()) return 'name'
  if (!title.trim()) return 'title'
  return consent ? undefined : 'consent'
}

/** For the document that was read, named by the hash of its stored bytes. A typed name has no ink. */
export function signRequestOf(
  form: SignForm,
  contract: Pick<ContractView, 'printedClauses' | 'document'>,
): SignRequest | undefined {
  const { sha256 } = contract.document
  if (missingOf(form) || !sha256) return undefined
  return {
    documentSha256: sha256,
    clausesRead: contract.printedClauses,
    consent: true,
    name: form.name.trim(),
    title: form.title.trim(),
    ...(form.signature?.kind === 'drawn' && { strokes: form.signature.ink }),
  }
}
