import { conflict, notFound, unwrap } from '@pactdesk/domain/kernel/result'
import { localDateOf } from '@pactdesk/domain/kernel/time'
import {
  type CoverageTerms,
  checkPartCost,
  coverageTerms,
  decide,
  decideCoverage,
  isPart,
  itemCommands,
  type NoTerms,
  type PartItem,
  type SourceItem,
  type TimeEntry,
} from '@pactdesk/domain/outsourcing/metering/index'
import { deviceAggregate } from '@pactdesk/domain/service-support/configuration/index'
import { checkFact, noteWork, type Ticket, workTimes } from '@pactdesk/domain/service-support/incident/index'
import type { WorkInput } from '@pactdesk/domain/service-support/incident/inputs'
import * as routes from '@pactdesk/domain/service-support/incident/routes'
import { clientAggregate } from '@pactdesk/domain/tenancy/index'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { ticketFacts } from '../field-service/ticket-links.ts'
import { changeWork, recordWork } from '../metering/record-work.ts'
import { parseWorkRef, workRef } from '../metering/work-record.ts'
import { storedFile } from '../tenancy/files.ts'
import { answerTicket, itemOf, type LoadedTicket, visibleTicket } from './answer.ts'
import { pinnedTerms } from './policy.ts'

type Draft = Omit<TimeEntry, 'state'> | Omit<PartItem, 'state'>

/** Minutes become a source item in the commit that records them, with their one state from birth. */
export async function logWork(uow: UnitOfWork, loaded: LoadedTicket, input: WorkInput): Promise<LoadedTicket> {
  const ticket = loaded.state
  const times = unwrap(workTimes(ticket, input, uow.env.now))
  return bear(uow, loaded, {
    ...(await common(uow, loaded, times.from ?? uow.env.now, input.description ?? ticket.subject)),
    kind: input.kind,
    ...times,
  })
}

const logTicketWork = handle(routes.logTicketWork, async ({ ctx, uow, params, body, etag }) => {
  const loaded = await visibleTicket(ctx, uow, params)
  return answerTicket(ctx, uow, await logWork(uow, loaded, body), etag)
})

const addTicketPart = handle(routes.addTicketPart, async ({ ctx, uow, env, params, body, etag }) => {
  const loaded = await visibleTicket(ctx, uow, params)
  const at = body.at ?? env.now
  const refused = checkFact(loaded.state, at, env)
  if (refused) unwrap(refused)
  unwrap(checkPartCost(body.quantity, body.unitCost))
  const device = body.device ? await uow.load(deviceAggregate, { client: params.client, id: body.device }) : undefined
  const receipt = body.receipt ? await receiptOf(uow, params.client, body.receipt) : undefined
  const what = [body.name, body.supplier].filter(Boolean).join(' · ')
  const part: Omit<PartItem, 'state'> = {
    ...(await common(uow, loaded, at, what)),
    kind: 'part',
    name: body.name,
    quantity: String(body.quantity),
    ...(body.unitCost && { unitCost: body.unitCost }),
    ...(receipt && { receipt }),
    ...(device && { deviceClass: device.state.class }),
  }
  return answerTicket(ctx, uow, await bear(uow, loaded, part), etag)
})

const completeTicketPart = handle(routes.completeTicketPart, async ({ ctx, uow, params, body, etag }) => {
  const loaded = await visibleTicket(ctx, uow, params)
  const key = parseWorkRef(params.client, params.work)
  const item = key && (await itemOf(uow, params.client, params.work))
  if (!key || !item || !isPart(item) || item.ticket !== params.ticket)
    return unwrap(notFound('incident.no-part', `${params.ticket} has no part ${params.work}`))
  unwrap(checkPartCost(Number(item.quantity), body.unitCost))
  const receipt = body.receipt ? await receiptOf(uow, params.client, body.receipt) : undefined
  const completed = { ...item, ...(body.unitCost && { unitCost: body.unitCost }), ...(receipt && { receipt }) }
  if (!itemCommands(item).includes('decide'))
    return unwrap(conflict('metering.wrong-state', `${item.id} is ${item.state.status}`, { status: item.state.status }))
  const state = await judge(uow, loaded.state, completed)
  await changeWork(uow, key, () => unwrap(decide(completed, state)))
  return answerTicket(ctx, uow, loaded, etag)
})

/** A fact of the ticket changed (quote, scope, contract, duty): its work is judged anew, unless a bill holds it. */
export async function rejudgeWork(uow: UnitOfWork, ticket: Ticket): Promise<void> {
  for (const { work } of ticket.work) {
    const key = parseWorkRef(ticket.client, work)
    const item = key && (await itemOf(uow, ticket.client, work))
    if (!key || !item || !itemCommands(item).includes('decide')) continue
    const state = await judge(uow, ticket, item)
    await changeWork(uow, key, current => unwrap(decide(current, state)))
  }
}

async function bear(uow: UnitOfWork, loaded: LoadedTicket, draft: Draft): Promise<LoadedTicket> {
  const item = { ...draft, state: await judge(uow, loaded.state, draft) } as SourceItem
  const key = await recordWork(uow, item)
  const entry = { work: workRef(key), kind: item.kind, ...('minutes' in item && { minutes: item.minutes }) }
  return uow.append(loaded, unwrap(noteWork(loaded.state, entry, uow.env)))
}

async function judge(uow: UnitOfWork, ticket: Ticket, draft: Draft | SourceItem) {
  // The state is decided here, so the one an item must have to be read does not matter.
  const item = { ...draft, state: { status: 'covered', clause: '', reason: { key: '' } } } as SourceItem
  return decideCoverage(item, await coverageOf(uow, ticket), ticketFacts(ticket, await billingZoneOf(uow, ticket.client)))
}

async function coverageOf(uow: UnitOfWork, { client, contract }: Ticket): Promise<CoverageTerms | NoTerms> {
  if (contract.outcome !== 'chosen') return contract.outcome
  const terms = await pinnedTerms(uow, client, contract)
  return coverageTerms(contract.contract, contract.version, terms!)
}

async function common(uow: UnitOfWork, { state, version }: LoadedTicket, at: string, description: string) {
  return {
    id: `${state.number}-w${version + 1}`,
    client: state.client,
    date: localDateOf(at, await billingZoneOf(uow, state.client)),
    recordedAt: uow.env.now,
    ticket: state.number,
    ...(state.site && { site: state.site }),
    who: { id: uow.env.actor.id, name: uow.env.actor.name },
    description,
  }
}

const billingZoneOf = async (uow: UnitOfWork, client: string) =>
  (await uow.load(clientAggregate, { client, id: client })).state.billingZone

const receiptOf = (uow: UnitOfWork, client: string, id: string) => storedFile(uow, client, id, 'receipt')

export const workHandlers = [logTicketWork, addTicketPart, completeTicketPart]
