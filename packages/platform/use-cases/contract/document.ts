import { createHash } from 'node:crypto'
import type { FileRef } from '@pactdesk/domain/kernel/ids'
import { unwrap } from '@pactdesk/domain/kernel/result'
import { wallTimeOf } from '@pactdesk/domain/kernel/time'
import {
  type Contract,
  contractAggregate,
  contractEvents,
  isBinding,
  type PartyRole,
  type Signature,
  type SignatureEvidence,
  storeDocument,
  textOf,
} from '@pactdesk/domain/outsourcing/contract/index'
import { type ContractPdf, contractPdf } from '../../documents/contract-pdf.ts'
import type { PrintedSignature } from '../../documents/signature-block.ts'
import { react } from '../../events/consumer.ts'
import { fileStoreOf } from '../../files/store.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { evidenceOf } from './answer.ts'

/**
 * Renders and stores a contract's PDF: what is offered, or the copy with both signatures. Same facts give the same bytes under
 * the same key, so doing it again after a failure changes nothing.
 */
export const renderContract = react(contractEvents.documentRequested, async ({ uow, ctx, event: { data } }) => {
  const { client, contract, version, document } = data
  const loaded = await uow.load(contractAggregate, { client, id: contract })
  const waiting = unwrap(storeDocument(loaded.state, { version, document, file: placeholder }))
  if (waiting.length === 0) return
  const bytes = await contractPdf(await pdfOf(uow, loaded.state, document))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const key = `p/${ctx.provider}/c/${client}/contract/${contract}-v${version}-${document}-${sha256.slice(0, 16)}.pdf`
  const { size } = await fileStoreOf(uow.database).put(key, bytes, 'application/pdf')
  const name = `${loaded.state.terms.number.replace(notInNames, '-')}${document === 'signed' ? '-signed' : ''}.pdf`
  const file: FileRef = { key, name, type: 'application/pdf', size, sha256 }
  uow.append(loaded, unwrap(storeDocument(loaded.state, { version, document, file })))
})

/** What no file system takes in a name. */
const notInNames = /[/\\:*?"<>|]+/g

/** Stands for a file to ask whether one is awaited at all. */
const placeholder: FileRef = { key: '-', name: '-', type: 'application/pdf', size: 0, sha256: '0'.repeat(64) }

async function pdfOf(uow: UnitOfWork, contract: Contract, document: 'offer' | 'signed'): Promise<ContractPdf> {
  const { terms, version } = contract
  const base = { terms, text: textOf(terms), version, languages: 'zh-en' } as const
  const parties = ['client', 'provider'] as const
  if (document === 'signed' && isBinding(contract)) {
    const evidence = await evidenceOf(uow, contract)
    const signatures = await Promise.all(
      parties.map(party => printed(uow, contract, party, contract.signatures[party], evidence[party])),
    )
    const sha256 = parties.map(party => contract.signatures[party].documentSha256).find(Boolean)
    const record = { signedOn: contract.signedOn, ...(sha256 && { documentSha256: sha256 }) }
    return { ...base, asOf: contract.activatedAt, signatures, evidence: record }
  }
  const asOf = 'offeredAt' in contract ? contract.offeredAt : uow.env.now
  return { ...base, asOf, signatures: parties.map(party => ({ party, company: terms[party].name })) }
}

async function printed(
  uow: UnitOfWork,
  { terms }: Contract,
  party: PartyRole,
  signature: Signature,
  evidence: SignatureEvidence | undefined,
): Promise<PrintedSignature> {
  const image = evidence?.image ? await fileStoreOf(uow.database).read(evidence.image.key) : undefined
  const zone = terms.billingZone
  return {
    party,
    company: terms[party].name,
    on: signature.on,
    ...(signature.by === 'portal' && { at: `${wallTimeOf(signature.at, zone).replace('T', ' ')} (${zone})` }),
    ...(evidence && { evidence }),
    ...(image && { image }),
  }
}
