import { type Month, monthOf, nextMonth } from '@pactdesk/domain/kernel/time'
import type { BindingContract, LivingFacts } from '@pactdesk/domain/outsourcing/contract/index'
import { clockFigures, promisesOf } from '@pactdesk/domain/service-delivery/service-level/index'
import { type Ticket, type TicketRow, ticketAggregate } from '@pactdesk/domain/service-support/incident/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll } from '../../table/page.ts'

/** Arrivals, restorations and breaches of the client's duties on the tickets raised under a contract. */
export async function ticketFacts(uow: UnitOfWork, contract: BindingContract, today: string): Promise<LivingFacts> {
  const { calendar } = contract.terms
  const tickets = await ticketsUnder(uow, contract, today)
  const promises = tickets
    .flatMap(({ clocks }) => promisesOf(clocks, calendar, uow.env.now))
    .flatMap(({ promise, met, clocks: [deciding] }) =>
      met === null || !deciding
        ? []
        : [{ promise, met, clause: deciding.clause, minutes: clockFigures(deciding, calendar, uow.env.now).consumedMinutes }],
    )
  const restores = promises.filter(({ promise }) => promise === 'restore')
  const breaches = Map.groupBy(
    tickets.flatMap(({ duties }) => duties),
    ({ clause }) => clause,
  )
  return {
    arrivals: (['3(6)', '3(7)'] as const).map(clause => {
      const own = promises.filter(each => each.promise === 'arrival' && each.clause === clause)
      const minutes = own.map(each => each.minutes).sort((a, b) => a - b)
      const [median, worst] = [minutes[Math.floor((minutes.length - 1) / 2)], minutes.at(-1)]
      return {
        clause,
        met: own.filter(({ met }) => met).length,
        counted: own.length,
        ...(median !== undefined && { medianMinutes: median }),
        ...(worst !== undefined && { worstMinutes: worst }),
        minutes,
      }
    }),
    restores: { met: restores.filter(({ met }) => met).length, counted: restores.length },
    breaches: [...breaches].map(([clause, list]) => ({ clause, count: list.length })),
  }
}

/** Lists say which tickets name the contract; their clocks are read from the tickets themselves. */
async function ticketsUnder(uow: UnitOfWork, contract: BindingContract, today: string): Promise<Ticket[]> {
  const { client, id, terms } = contract
  const parts = ['T#OPEN']
  for (let month: Month = monthOf(terms.term.from); month <= monthOf(today); month = nextMonth(month)) parts.push(`T#${month}`)
  const lists = await Promise.all(parts.map(part => queryAll(uow.database, uow.ctx, { index: 'gsi2', client, part })))
  const rows = lists.flat().map(item => item.row as TicketRow)
  const numbers = [...new Set(rows.filter(row => row.contract?.id === id).map(({ number }) => number))]
  const tickets = await uow.findAll(
    ticketAggregate,
    numbers.map(number => ({ client, id: number })),
  )
  return tickets.map(({ state }) => state)
}
