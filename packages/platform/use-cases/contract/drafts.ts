import { conflict, invalid, unwrap } from '@pactdesk/domain/kernel/result'
import { addDays, addMonths } from '@pactdesk/domain/kernel/time'
import * as contract from '@pactdesk/domain/outsourcing/contract/index'
import { clientAggregate, siteAggregate } from '@pactdesk/domain/tenancy/index'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { storedFile } from '../tenancy/files.ts'
import { answer, type LoadedContract, subjectContract } from './answer.ts'
import { keepBody } from './bodies.ts'
import { contractNumber, numberKey } from './records.ts'
import { contractsInForce, keepVersion, openRegister } from './register.ts'

const { contractAggregate } = contract

const listTemplates = handle(contract.listContractTemplates, async () => ({
  items: contract.templateIds.map(id => {
    const template = unwrap(contract.findTemplate(id))
    return { id, version: template.version, name: template.name, defaults: template.defaults }
  }),
}))

/** Answers with the words even where the terms are wrong, so that both can be seen side by side. */
const preview = handle(contract.previewContract, async ({ body: { terms: draft } }) => {
  const terms = unwrap(contract.termsOfDraft(draft))
  return { text: contract.textOf(terms), issues: contract.issuesOf(terms) }
})

const create = handle(contract.createContract, async ({ uow, params: { client }, body, etag }) => {
  const terms = unwrap(contract.termsOfDraft(body.terms))
  return answer(uow, await draft(uow, client, terms, body.renewalOf), etag)
})

async function draft(
  uow: UnitOfWork,
  client: string,
  terms: contract.ContractTerms,
  renewalOf?: string,
): Promise<LoadedContract> {
  await uow.load(clientAggregate, { client, id: client })
  if (renewalOf) await uow.load(contractAggregate, { client, id: renewalOf })
  const id = uow.env.newId()
  const others = await contractsInForce(uow, client)
  const events = unwrap(contract.draftContract({ id, client, terms, others, ...(renewalOf && { renewalOf }) }))
  await checkSites(uow, client, terms)
  await takeNumber(uow, terms.number, { contract: id, client })
  return uow.create(contractAggregate, { client, id }, events)
}

/** Sites are chosen from those of the client: a promise for a place that nobody knows could never be kept. */
async function checkSites(uow: UnitOfWork, client: string, { sites }: contract.ContractTerms): Promise<void> {
  const known = await uow.findAll(
    siteAggregate,
    sites.map(({ site }) => ({ client, id: site })),
  )
  const issues = sites.flatMap(({ site }, at) =>
    known.some(({ ref }) => ref.id === site)
      ? []
      : [{ code: 'contract.site-unknown', path: `sites.${at}.site`, detail: `${client} has no site ${site}` }],
  )
  if (issues[0]) unwrap(invalid('contract.site-unknown', issues.map(({ detail }) => detail).join('; '), { issues }))
}

/** A number in use is refused with a word of its own before the commit's own guard would refuse it. */
async function takeNumber(uow: UnitOfWork, number: string, owner: { contract: string; client: string }): Promise<void> {
  if (await uow.getRecord(contractNumber, number))
    unwrap(conflict('contract.number-taken', `contract number ${number} is in use`, { number }))
  uow.putRecord(contractNumber, number, owner, 'absent')
}

const change = handle(contract.changeContractDraft, async ({ uow, params: { client, contract: id }, body, etag }) => {
  const loaded = await subjectContract(uow, client, id)
  const terms = unwrap(contract.termsOfDraft(body.terms))
  const events = unwrap(contract.changeDraft(loaded.state, terms, await contractsInForce(uow, client)))
  await checkSites(uow, client, terms)
  const { number } = loaded.state.terms
  if (numberKey(number) !== numberKey(terms.number)) {
    await takeNumber(uow, terms.number, { contract: id, client })
    uow.deleteRecord(contractNumber, number, 'any')
  }
  return answer(uow, uow.append(loaded, events), etag)
})

/** The number of a discarded draft is free again. */
const discard = handle(contract.discardContract, async ({ uow, params: { client, contract: id }, body, etag }) => {
  const loaded = await subjectContract(uow, client, id)
  const reason = body.reason ? keepBody(uow, loaded, body.reason) : undefined
  const events = unwrap(contract.discardDraft(loaded.state, reason))
  uow.deleteRecord(contractNumber, loaded.state.terms.number, 'any')
  return answer(uow, uow.append(loaded, events), etag)
})

const record = handle(contract.recordPaperContract, async ({ uow, env, params: { client }, body, etag }) => {
  await uow.load(clientAggregate, { client, id: client })
  const terms = unwrap(contract.termsOfDraft(body.terms))
  const id = env.newId()
  const register = await openRegister(uow, client)
  const scan = body.scan ? await storedFile(uow, client, body.scan, 'contract-scan') : undefined
  const command = {
    id,
    client,
    terms,
    others: register.contracts,
    providerOn: body.providerSignedOn,
    clientOn: body.clientSignedOn,
    ...(scan && { scan }),
    opening: body.opening,
  }
  const events = unwrap(contract.recordPaper(command, env))
  await checkSites(uow, client, terms)
  await takeNumber(uow, terms.number, { contract: id, client })
  const loaded = uow.create(contractAggregate, { client, id }, events)
  register.enter(loaded.state)
  keepVersion(uow, loaded.state)
  return answer(uow, loaded, etag)
})

/** Same terms, next term: it begins when this one ends and is as long in whole months, or in days. */
const renewal = handle(contract.draftContractRenewal, async ({ uow, params: { client, contract: id }, body, etag }) => {
  const { state } = await subjectContract(uow, client, id)
  const { terms } = state
  const firstDay = body.firstDay ?? contract.servedUntil(state)
  const months = contract.visitMonths({ ...terms, maintenance: { ...terms.maintenance, everyMonths: 1 } }).length
  const lastDay = body.lastDay ?? addDays(addMonths(firstDay, months), -1)
  const next = { ...contract.draftOfTerms(terms), number: body.number, firstDay, lastDay }
  return answer(uow, await draft(uow, client, unwrap(contract.termsOfDraft(withoutPast(next))), id), etag)
})

/** What was promised for a day of the old term is not promised again. */
const withoutPast = ({ standbyServer: _, ...terms }: contract.DraftTerms): contract.DraftTerms => terms

export const draftHandlers = [listTemplates, preview, create, change, discard, record, renewal]
