import type { TenantContext } from '@pactdesk/domain/kernel/context'
import { firstDayOfMonth, type Month, monthOf, nextMonth } from '@pactdesk/domain/kernel/time'
import type { ContractTerms } from '@pactdesk/domain/outsourcing/contract/index'
import { availabilityOf } from '@pactdesk/domain/service-delivery/availability/index'
import { attainmentOf, clockFacts } from '@pactdesk/domain/service-delivery/service-level/attainment'
import * as routes from '@pactdesk/domain/service-desk/routes'
import { outagesOf, type Ticket, type TicketRow, ticketAggregate } from '@pactdesk/domain/service-support/incident/index'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll } from '../../table/page.ts'
import { contractsInForce } from '../contract/register.ts'
import { pinnedTerms, termsOf } from './policy.ts'

const promises = ['arrival', 'restore', 'respond'] as const

const getAttainment = handle(routes.getAttainment, async ({ ctx, uow, env, params: { client }, query: { month } }) => {
  const facts: ReturnType<typeof clockFacts> = []
  let zone: string | undefined
  for (const ticket of await ticketsOf(ctx, uow, client, month)) {
    const terms = await pinnedTerms(uow, client, ticket.contract)
    if (!terms) continue
    zone ??= terms.calendar.timezone
    facts.push(...clockFacts(ticket.number, ticket.clocks, terms.calendar, env.now))
  }
  const of = { month, zone: zone ?? (await termsIn(uow, client, month))?.calendar.timezone ?? 'UTC', asOf: env.now }
  return { month, promises: promises.map(promise => attainmentOf(facts, { promise, ...of })) }
})

/** No contract in the month: no service was agreed, so there is no figure. */
const getAvailability = handle(routes.getAvailability, async ({ ctx, uow, env, params: { client }, query: { month } }) => {
  const terms = await termsIn(uow, client, month)
  if (!terms) return null
  const outages = (await ticketsOf(ctx, uow, client, month)).flatMap(outagesOf)
  return availabilityOf(outages, terms.calendar, month, env.now)
})

/** Terms of the contract that is in force in the month. */
async function termsIn(uow: UnitOfWork, client: string, month: Month): Promise<ContractTerms | undefined> {
  const [from, to] = [firstDayOfMonth(month), firstDayOfMonth(nextMonth(month))]
  const inForce = (await contractsInForce(uow, client)).find(({ term }) => term.from < to && from < term.to)
  return inForce && termsOf(uow, client, inForce.contract, inForce.version)
}

/**
 * Every ticket whose clocks can have stopped in the month: those still open, and those closed in it or later. Lists say which,
 * the tickets themselves are read strongly.
 */
async function ticketsOf(ctx: TenantContext, uow: UnitOfWork, client: string, month: Month): Promise<Ticket[]> {
  const parts = ['T#OPEN']
  const [from, last] = [monthBefore(month), nextMonth(monthOf(uow.env.now.slice(0, 10)))]
  for (let each = from; each <= last; each = nextMonth(each)) parts.push(`T#${each}`)
  const rows = await Promise.all(parts.map(part => queryAll(uow.database, ctx, { index: 'gsi2', client, part })))
  const numbers = rows.flat().map(item => (item.row as TicketRow).number)
  const tickets = await uow.findAll(
    ticketAggregate,
    numbers.map(id => ({ client, id })),
  )
  return tickets.map(({ state }) => state)
}

/** A local month begins before or after that of UTC, by which closed tickets are listed. */
const monthBefore = (month: Month): Month => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

export const figureHandlers = [getAttainment, getAvailability]
