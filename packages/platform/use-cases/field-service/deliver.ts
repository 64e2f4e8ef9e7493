import { unwrap } from '@pactdesk/domain/kernel/result'
import { monthOf, nextMonth } from '@pactdesk/domain/kernel/time'
import { type Part, partOfVisit, type Visit, type WorkDraft, workOfVisit } from '@pactdesk/domain/outsourcing/field-service/index'
import {
  type CoverageTerms,
  coverageTerms,
  decide,
  decideCoverage,
  type NoTerms,
  type SourceItem,
  writeOff,
} from '@pactdesk/domain/outsourcing/metering/index'
import { ticketAggregate } from '@pactdesk/domain/service-support/incident/index'
import { clientAggregate } from '@pactdesk/domain/tenancy/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { contractFor, termsOfVersion } from '../contract/register.ts'
import { changeWork, recordWork } from '../metering/record-work.ts'
import { type WorkKey, workRecord } from '../metering/work-record.ts'
import { describe } from './describe.ts'
import { noteOnTicket, ticketFacts } from './ticket-links.ts'

/** Records what a visit has delivered, in the commit that ends it: each item is judged and has its one state from birth. */
export async function deliver(uow: UnitOfWork, visit: Visit): Promise<void> {
  for (const draft of workOfVisit(visit, await contextOf(uow, visit))) await bear(uow, visit, draft)
}

export async function deliverPart(uow: UnitOfWork, visit: Visit, part: Part): Promise<void> {
  await bear(uow, visit, partOfVisit(visit, part, await contextOf(uow, visit)))
}

/** Cost or receipt arrived: the part's item is judged anew, unless a bill holds it already. */
export async function rejudgePart(uow: UnitOfWork, visit: Visit, part: Part): Promise<void> {
  const draft = partOfVisit(visit, part, await contextOf(uow, visit))
  const held = await findWork(uow, draft)
  if (!held) return
  const state = await judge(uow, visit, draft)
  await changeWork(uow, held.key, item => unwrap(decide({ ...item, ...factsOf(draft), state: item.state } as SourceItem, state)))
}

/** A part taken off a visit that still runs was never delivered; its item stays, written off with the reason. */
export async function writeOffPart(uow: UnitOfWork, visit: Visit, part: Part, text: string): Promise<void> {
  const held = await findWork(uow, partOfVisit(visit, part, await contextOf(uow, visit)))
  if (!held) return
  const on = uow.env.now.slice(0, 10)
  await changeWork(uow, held.key, item => unwrap(writeOff(item, { by: uow.env.actor, on, text })))
}

/** The report was signed, or accepted without signature: the visit's item waits no longer. */
export async function settleVisit(uow: UnitOfWork, visit: Visit, signedBy: string): Promise<void> {
  const draft = workOfVisit(visit, await contextOf(uow, visit)).find(item => item.kind === 'visit')
  const held = draft && (await findWork(uow, draft))
  if (!held) return
  const signed = { ...draft, signedBy }
  const state = await judge(uow, visit, signed)
  await changeWork(uow, held.key, item => unwrap(decide({ ...item, signedBy } as SourceItem, state)))
}

async function bear(uow: UnitOfWork, visit: Visit, draft: WorkDraft): Promise<void> {
  const item = { ...draft, state: await judge(uow, visit, draft) } as SourceItem
  const key = await recordWork(uow, item)
  if (draft.ticket) await noteOnTicket(uow, draft.ticket, key, 'minutes' in draft ? draft.minutes : undefined)
}

async function judge(uow: UnitOfWork, visit: Visit, draft: WorkDraft & { signedBy?: string }) {
  const ticket = draft.ticket ? (await uow.load(ticketAggregate, { client: visit.client, id: draft.ticket })).state : undefined
  const pinned =
    ticket?.contract ??
    (visit.contract && { outcome: 'chosen' as const, contract: visit.contract.id, version: visit.contract.version })
  const choice = pinned ?? (await contractFor(uow, visit.client, startOf(visit, uow.env.now), visit.site))
  // The state is decided here, so the one an item must have to be read does not matter.
  const item = { ...draft, state: { status: 'covered', clause: '', reason: { key: '' } } } as SourceItem
  const { state } = await uow.load(clientAggregate, { client: visit.client, id: visit.client })
  return decideCoverage(item, await termsOf(uow, visit.client, choice), ticketFacts(ticket, state.billingZone))
}

type Choice = { outcome: 'chosen'; contract: string; version: number } | { outcome: NoTerms }

async function termsOf(uow: UnitOfWork, client: string, choice: Choice): Promise<CoverageTerms | NoTerms> {
  if (choice.outcome !== 'chosen') return choice.outcome
  const { contract, version } = choice
  return coverageTerms(contract, version, await termsOfVersion(uow, client, { contract, version }))
}

/** When the work began, which decides the contract of a visit that pins none. */
const startOf = (visit: Visit, now: string): string =>
  ('arrival' in visit && visit.arrival?.at) || ('begunAt' in visit && visit.begunAt) || now

async function contextOf(uow: UnitOfWork, visit: Visit) {
  const { state } = await uow.load(clientAggregate, { client: visit.client, id: visit.client })
  const tickets = await Promise.all(visit.tickets.map(id => uow.find(ticketAggregate, { client: visit.client, id })))
  const subjects = new Map(tickets.flatMap(ticket => (ticket ? [[ticket.ref.id, ticket.state.subject] as const] : [])))
  return { billingZone: state.billingZone, recordedAt: uow.env.now, describe: describe(subjects) }
}

/** An item lies in the month of its date, or in a later one when that was closed already. */
async function findWork(uow: UnitOfWork, { client, date, kind, id }: WorkDraft): Promise<{ key: WorkKey } | undefined> {
  const last = nextMonth(monthOf(uow.env.now.slice(0, 10)))
  for (let period = monthOf(date); period <= last; period = nextMonth(period)) {
    const key = { client, period, date, kind, id }
    if (await uow.getRecord(workRecord, key)) return { key }
  }
  return undefined
}

const factsOf = (draft: WorkDraft) => {
  const { id: _id, recordedAt: _at, ...facts } = draft
  return facts
}
