import { DomainFailure, unwrap } from '@pactdesk/domain/kernel/result'
import { localDateOf, type Zone } from '@pactdesk/domain/kernel/time'
import { arrivalMinutesOf, targetsOf } from '@pactdesk/domain/outsourcing/contract/index'
import type { AcceptedQuote, TicketFacts } from '@pactdesk/domain/outsourcing/metering/index'
import {
  acceptedQuote,
  currentOnSite,
  noteWork,
  recordArrival,
  requestOnSite,
  type ServicePolicy,
  type Ticket,
  type TicketEvent,
  ticketAggregate,
} from '@pactdesk/domain/service-support/incident/index'
import type { Loaded, UnitOfWork } from '../../run/unit-of-work.ts'
import { termsOfVersion } from '../contract/register.ts'
import { type WorkKey, workRef } from '../metering/work-record.ts'

type LoadedTicket = Loaded<Ticket, TicketEvent>

/** The tickets of a visit, which must be of the client and, for a visit, still open. */
export const loadTickets = (uow: UnitOfWork, client: string, numbers: readonly string[]): Promise<LoadedTicket[]> =>
  Promise.all(numbers.map(id => uow.load(ticketAggregate, { client, id })))

export function assertOpen({ state }: LoadedTicket): void {
  if (state.status !== 'closed') return
  const detail = `${state.number} is closed: reopen it before somebody is sent`
  throw new DomainFailure({ code: 'field-service.ticket-closed', kind: 'conflict', detail })
}

/** What the ticket's pinned contract promises; none without a contract. */
async function policyOf(uow: UnitOfWork, ticket: Ticket): Promise<ServicePolicy | undefined> {
  if (ticket.contract.outcome !== 'chosen') return undefined
  const { contract, version } = ticket.contract
  const terms = await termsOfVersion(uow, ticket.client, { contract, version })
  const minutes = ticket.site ? arrivalMinutesOf(terms, ticket.site) : undefined
  return {
    targets: targetsOf(terms),
    calendar: terms.calendar,
    ...(minutes !== undefined && { siteArrivalMinutes: minutes }),
  }
}

/** Sending somebody is being asked to come: the promise of arrival counts from here if nobody had asked before. */
export async function askedToCome(uow: UnitOfWork, tickets: readonly LoadedTicket[]): Promise<void> {
  for (const ticket of tickets) {
    if (currentOnSite(ticket.state) || !ticket.state.site) continue
    uow.append(ticket, unwrap(requestOnSite(ticket.state, {}, uow.env, await policyOf(uow, ticket.state))))
  }
}

/** On site and begun: stops the arrival clocks of the visit's tickets in the commit that says so. */
export async function arrivedFor(uow: UnitOfWork, client: string, numbers: readonly string[], begunAt: string): Promise<void> {
  for (const ticket of await loadTickets(uow, client, numbers)) {
    const onSite = currentOnSite(ticket.state)
    if (!onSite || onSite.arrivedAt || ticket.state.status === 'closed') continue
    uow.append(ticket, unwrap(recordArrival(ticket.state, begunAt, uow.env, await policyOf(uow, ticket.state))), begunAt)
  }
}

/** Tells a ticket where the source item of its work is. */
export async function noteOnTicket(uow: UnitOfWork, number: string, key: WorkKey, minutes?: number): Promise<void> {
  const ticket = await uow.load(ticketAggregate, { client: key.client, id: number })
  const entry = { work: workRef(key), kind: key.kind, ...(minutes !== undefined && { minutes }) }
  uow.append(ticket, unwrap(noteWork(ticket.state, entry, uow.env)))
}

/** What coverage asks of a ticket. */
export function ticketFacts(ticket: Ticket | undefined, billingZone: Zone): TicketFacts {
  if (!ticket) return { outOfScope: false }
  const [duty, quote] = [ticket.duties.at(-1)?.clause, quoteOf(ticket, billingZone)]
  return {
    outOfScope: ticket.scope.outcome === 'out-of-scope',
    ...(duty !== undefined && { dutyBreach: duty }),
    ...(quote && { quote }),
  }
}

function quoteOf(ticket: Ticket, billingZone: Zone): AcceptedQuote | undefined {
  const quote = acceptedQuote(ticket)
  if (!quote?.answer) return undefined
  const { at } = quote.answer
  const cap = quote.price.mode === 'time-and-material' ? undefined : quote.price.amount.minor
  return {
    id: quote.id,
    acceptedAt: at,
    acceptedOn: localDateOf(at, billingZone),
    ...(cap !== undefined && { capMinor: cap }),
  }
}
