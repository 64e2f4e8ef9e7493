import { mayServe } from '@pactdesk/domain/kernel/context'
import type { FileRef } from '@pactdesk/domain/kernel/ids'
import { conflict, notFound, unwrap } from '@pactdesk/domain/kernel/result'
import { localDateOf } from '@pactdesk/domain/kernel/time'
import * as contract from '@pactdesk/domain/outsourcing/contract/index'
import { downloadSeconds, fileStoreOf } from '../../files/store.ts'
import { handle } from '../../http/api.ts'
import { queryPage } from '../../table/page.ts'
import { answer, subjectContract } from './answer.ts'
import { devicesInService } from './devices.ts'
import { livingFacts } from './living-facts.ts'
import { termsOfVersion } from './register.ts'

type Row = contract.ContractRow

const list = handle(contract.listContracts, async ({ ctx, uow, query }) => {
  const page = await queryPage(uow.database, ctx, { index: 'gsi1', part: 'CONTRACTS', ...query })
  const rows = page.items.map(item => item.row as Row)
  return { items: rows.filter(({ client }) => mayServe(ctx, client)), ...(page.next && { next: page.next }) }
})

/** Drafts and discarded drafts are not there for the client's people. */
const listOfClient = handle(contract.listContractsOfClient, async ({ ctx, uow, params: { client }, query }) => {
  const page = await queryPage(uow.database, ctx, { index: 'gsi2', client, part: 'K', reverse: true, ...query })
  const rows = page.items.map(item => item.row as Row)
  const visible = rows.filter(({ status }) => ctx.kind !== 'client' || (status !== 'draft' && status !== 'discarded'))
  return { items: visible, ...(page.next && { next: page.next }) }
})

const get = handle(contract.getContract, async ({ uow, params: { client, contract: id }, etag }) =>
  answer(uow, await subjectContract(uow, client, id), etag),
)

const pdf = handle(contract.getContractPdf, async ({ uow, params: { client, contract: id }, query }) => {
  const { state } = await subjectContract(uow, client, id)
  const held = heldDocument(state, query.document)
  if (!held) return unwrap(notFound('contract.no-document', `contract ${state.terms.number} has no such document`))
  if (held.status !== 'stored')
    return unwrap(conflict('contract.document-pending', 'the PDF is being made; try again in a moment'))
  const { key, name, type, sha256, size } = held.file
  const url = await fileStoreOf(uow.database).downloadUrl(key, name, type)
  return { url, expiresInSeconds: downloadSeconds, sha256, size, name }
})

type Held = { status: 'requested' } | { status: 'stored'; file: FileRef }

function heldDocument(state: contract.Contract, document: 'offer' | 'signed' | 'scan'): Held | undefined {
  if (document === 'offer') return 'document' in state ? state.document : undefined
  if (document === 'signed') return 'signedDocument' in state ? state.signedDocument : undefined
  const paper = contract.isBinding(state) ? state.signatures.client : undefined
  return paper?.by === 'paper' && paper.scan ? { status: 'stored', file: paper.scan } : undefined
}

const living = handle(contract.getLivingContract, async ({ uow, env, params: { client, contract: id }, etag }) => {
  const { state, version } = await subjectContract(uow, client, id)
  etag(version)
  return contract.livingContract(state, await livingFacts(uow, state), env.now)
})

const plan = handle(contract.getMaintenancePlan, async ({ uow, env, params: { client, contract: id } }) => {
  const { terms } = (await subjectContract(uow, client, id)).state
  const today = localDateOf(env.now, terms.billingZone)
  return contract.planVisits(terms, await devicesInService(uow, client), terms.calendar, today)
})

const version = handle(contract.getContractVersion, async ({ uow, params: { client, contract: id, version: asked } }) => {
  await subjectContract(uow, client, id)
  const number = /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 0
  const terms = await termsOfVersion(uow, client, { contract: id, version: number })
  return { contract: id, client, version: number, terms: contract.draftOfTerms(terms), text: contract.textOf(terms) }
})

export const readHandlers = [list, listOfClient, get, pdf, living, plan, version]
