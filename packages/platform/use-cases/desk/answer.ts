import type { TenantContext } from '@pactdesk/domain/kernel/context'
import { DomainFailure, type Result, unwrap } from '@pactdesk/domain/kernel/result'
import type { SourceItem } from '@pactdesk/domain/outsourcing/metering/index'
import {
  maySee,
  type ServicePolicy,
  type Ticket,
  type TicketEvent,
  type TicketView,
  type TicketWork,
  ticketAggregate,
  ticketView,
} from '@pactdesk/domain/service-support/incident/index'
import type { Loaded, UnitOfWork } from '../../run/unit-of-work.ts'
import { parseWorkRef, workRecord } from '../metering/work-record.ts'
import { pinnedTerms, policyUnder } from './policy.ts'
import { textsOf } from './texts.ts'

export type LoadedTicket = Loaded<Ticket, TicketEvent>
type Named = { client: string; ticket: string }

/** A ticket that the caller may see; to a client-user, another person's ticket is not there. */
export async function visibleTicket(ctx: TenantContext, uow: UnitOfWork, { client, ticket }: Named): Promise<LoadedTicket> {
  const loaded = await uow.subject(ticketAggregate, { client, id: ticket })
  if (maySee(ctx, loaded.state)) return loaded
  throw new DomainFailure({ code: 'incident.not-found', kind: 'not-found', detail: `ticket ${ticket} is not here` })
}

type Call = { ctx: TenantContext; uow: UnitOfWork; params: Named; etag: (version: number) => void }
type Decide = (ticket: Ticket, policy: ServicePolicy | undefined, loaded: LoadedTicket) => Result<TicketEvent[]>

/** A command on one ticket: load, decide, append, answer with what the caller may see of it now. */
export async function commandTicket({ ctx, uow, params, etag }: Call, decide: Decide): Promise<TicketView> {
  const loaded = await visibleTicket(ctx, uow, params)
  const policy = await policyFor(uow, loaded.state)
  return answerTicket(ctx, uow, uow.append(loaded, unwrap(decide(loaded.state, policy, loaded))), etag)
}

/** What the pinned contract version promises to the ticket at its site; undefined without a contract. */
export async function policyFor(uow: UnitOfWork, ticket: Ticket): Promise<ServicePolicy | undefined> {
  const terms = await pinnedTerms(uow, ticket.client, ticket.contract)
  return terms && policyUnder(terms, ticket.site)
}

export async function answerTicket(
  ctx: TenantContext,
  uow: UnitOfWork,
  { state, version }: LoadedTicket,
  etag: (version: number) => void,
): Promise<TicketView> {
  const terms = await pinnedTerms(uow, state.client, state.contract)
  const texts = state.duties.length > 0 ? await textsOf(uow, 'client', state.client, state.number) : new Map<string, string>()
  etag(version)
  return ticketView(ctx, state, {
    version,
    now: uow.env.now,
    calendar: terms?.calendar,
    zone: terms?.calendar.timezone,
    work: await workOf(uow, state),
    texts,
  })
}

/** The ticket's source items as they stand, with those that this very commit writes. */
export async function workOf(uow: UnitOfWork, ticket: Ticket): Promise<TicketWork[]> {
  const keys = ticket.work.map(({ work }) => parseWorkRef(ticket.client, work)).filter(key => key !== undefined)
  await uow.readAhead(workRecord, keys)
  const items = await Promise.all(
    ticket.work.map(async ({ work }) => {
      const item = await itemOf(uow, ticket.client, work)
      return item ? [{ work, item }] : []
    }),
  )
  return items.flat()
}

export async function itemOf(uow: UnitOfWork, client: string, work: string): Promise<SourceItem | undefined> {
  const key = parseWorkRef(client, work)
  if (!key) return undefined
  const written = uow.records.findLast(
    record => record.definition.type === workRecord.type && record.key.id === key.id && record.key.kind === key.kind,
  )
  if (written) return written.value as SourceItem
  return (await uow.getRecord(workRecord, key))?.value
}
