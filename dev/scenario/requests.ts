import type { AnyRoute, Api, CallOptions } from '@pactdesk/domain/kernel/client'
import { localDateOf, monthOf } from '@pactdesk/domain/kernel/time'
import * as months from '@pactdesk/domain/outsourcing/billing/month/routes'
import * as bills from '@pactdesk/domain/outsourcing/billing/routes'
import * as settlements from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import { getContractCalendar } from '@pactdesk/domain/outsourcing/contract/routes'
import { getMaintenance } from '@pactdesk/domain/outsourcing/field-service/routes'
import * as books from '@pactdesk/domain/service-delivery/financial/routes'
import * as desk from '@pactdesk/domain/service-desk/routes'
import { getTicket } from '@pactdesk/domain/service-support/incident/routes'
import { lastDay } from './feed/money.ts'
import type { Person } from './people.ts'
import { ticketParams, type World } from './world.ts'

/** When a request is sent: after the month's bill is issued, on the day of the notice, or when all is over. */
export type Mark = 'issued' | 'notice' | 'end'

/** One request, sent by a person; `each`: one for each thing of the file, in its order. */
export type Request = {
  when: Mark
  each: (world: World) => readonly { id: string }[] | undefined
  send: (world: World, one: { id: string }) => ReturnType<Api['call']>
}

const ask = <R extends AnyRoute>(when: Mark, person: Person, route: R, options: (world: World) => CallOptions<R>): Request => ({
  when,
  each: () => undefined,
  send: world => world.as[person].call(route, options(world)),
})

const month = ({ inputs }: World) => monthOf(inputs.month.firstDay)
const ofMonth = (world: World) => ({ client: world.names.client, month: month(world) })
const ofClient = ({ names: { client } }: World) => ({ client })
const ofContract = ({ names: { client, contract } }: World) => ({ client, contract })
const bill = (kind: 'feeBill' | 'monthBill') => (world: World) => ({ client: world.names.client, bill: world.names[kind] })

/** Every request whose answers the figures are read from. */
export const requests = {
  calendar: ask('issued', 'account', getContractCalendar, world => ({
    params: ofContract(world),
    query: { month: month(world) },
  })),
  lateFee: ask('issued', 'finance', bills.getLateFee, world => ({
    params: bill('feeBill')(world),
    query: { asOf: lastDay(world.inputs) },
  })),
  /** A preview: the statutory order, as of the day of the last payment. */
  lateFeeFirst: ask('end', 'finance', bills.getLateFee, world => ({
    params: bill('feeBill')(world),
    query: { asOf: lastPayment(world), order: 'late-fee-first' as const },
  })),
  feeBill: ask('issued', 'finance', bills.getBill, world => ({ params: bill('feeBill')(world) })),
  monthBill: ask('issued', 'finance', bills.getBill, world => ({ params: bill('monthBill')(world) })),
  ticket: {
    when: 'issued',
    each: world => world.inputs.tickets,
    send: (world, one) => world.as.desk.call(getTicket, { params: ticketParams(world, one) }),
  },
  attainment: ask('issued', 'desk', desk.getAttainment, world => ({ params: ofClient(world), query: { month: month(world) } })),
  availability: ask('issued', 'desk', desk.getAvailability, world => ({
    params: ofClient(world),
    query: { month: month(world) },
  })),
  work: ask('issued', 'finance', months.listWork, world => ({ params: ofMonth(world), query: { kind: 'time', limit: 200 } })),
  month: ask('issued', 'finance', months.getMonth, world => ({ params: ofMonth(world) })),
  maintenance: ask('issued', 'desk', getMaintenance, world => ({ params: ofMonth(world) })),
  balancesAtIssue: ask('issued', 'finance', books.getBalances, world => ({
    query: { asOf: world.inputs.invoice2.issuedOn, ...ofClient(world) },
  })),
  settlementPreview: ask('notice', 'finance', settlements.previewSettlement, world => ({
    params: ofContract(world),
    query: { noticeOn: world.inputs.termination?.noticeOn, lastServiceDay: world.inputs.termination?.lastServiceDay },
  })),
  settlement: ask('end', 'finance', settlements.getSettlement, world => ({ params: ofContract(world) })),
  recognition: ask('end', 'finance', settlements.getRecognition, world => ({ params: ofContract(world) })),
  journal: ask('end', 'finance', books.listJournal, world => ({
    query: { from: localDateOf(world.startedAt, world.zone), to: today(world), ...ofClient(world) },
  })),
  balances: ask('end', 'finance', books.getBalances, world => ({ query: ofClient(world) })),
} satisfies Record<string, Request>

export type RequestName = keyof typeof requests

const today = ({ product, zone }: World) => localDateOf(product.host.clock.now(), zone)
const lastPayment = ({ inputs: { payments1 } }: World) =>
  payments1
    .map(({ date }) => date)
    .sort()
    .at(-1)
