import { randomUUID } from 'node:crypto'
import type { Answer, AnyRoute, Api, CallOptions } from '@pactdesk/domain/kernel/client'
import type { Envelope } from '@pactdesk/domain/kernel/event'
import * as months from '@pactdesk/domain/outsourcing/billing/month/routes'
import * as bills from '@pactdesk/domain/outsourcing/billing/routes'
import * as contracts from '@pactdesk/domain/outsourcing/contract/routes'
import * as visits from '@pactdesk/domain/outsourcing/field-service/routes'
import * as tickets from '@pactdesk/domain/service-support/incident/routes'
import * as tenancy from '@pactdesk/domain/tenancy/routes'
import { billDrafted, billIssued, dispatchVisit, month, monthClosed, monthOver, offered, openTicket } from './prepare.ts'
import { payByCard } from './stripe.ts'
import type { Company, World } from './world.ts'

/** Does the same thing, under the same key, each time it is called. */
export type Act = () => Promise<unknown>
export type Case = { name: string; prepare: (world: World, company: Company) => Promise<Act>; contract?: 'on-paper' | 'to-sign' }

/** A request under one Idempotency-Key; what is answered, with status and ETag. */
function request<R extends AnyRoute>(api: Api, route: R, options: CallOptions<R>): Act {
  const idempotencyKey = randomUUID()
  return async () => {
    const { value, status, etag }: Answer<R> = await api.call(route, { ...options, idempotencyKey })
    return { value, status, etag }
  }
}

/** What a person asks for. */
export const commands: readonly Case[] = [
  {
    name: 'create a client',
    prepare: async ({ admin }, { client }) => {
      const name = { zh: '新', en: 'New' }
      const body = { key: `${client}NEW`, name, mark: '新', billingZone: 'Asia/Shanghai' }
      return request(admin, tenancy.createClient, { body })
    },
  },
  {
    name: 'raise a ticket',
    prepare: async (_world, { owner, params }) =>
      request(owner, tickets.openTicket, { params, body: { subject: 'Printer', site: 'HQ', text: 'It does not print.' } }),
  },
  {
    name: 'log work',
    prepare: async ({ staff }, company) => {
      const params = { client: company.client, ticket: await openTicket(company) }
      return request(staff, tickets.logTicketWork, { params, body: { kind: 'remote', minutes: 20 } })
    },
  },
  {
    name: 'start a visit',
    prepare: async (world, company) => {
      const params = { client: company.client, visit: await dispatchVisit(world, company) }
      return request(world.staff, visits.startTravel, { params, body: {} })
    },
  },
  {
    name: 'arrive and begin',
    prepare: async (world, company) => {
      const params = { client: company.client, visit: await dispatchVisit(world, company) }
      await world.staff.call(visits.startTravel, { params, body: {} })
      const body = { how: 'typed' as const, place: 'HQ', reason: 'no position', begin: true }
      return request(world.staff, visits.arriveAtVisit, { params, body })
    },
  },
  {
    name: 'sign a contract',
    contract: 'to-sign',
    prepare: async (world, company) => request(company.owner, contracts.signContract, await offered(world, company)),
  },
  {
    name: 'close a month',
    prepare: async (world, company) => {
      await monthOver(world, company)
      return request(world.finance, months.closeMonth, { params: { client: company.client, month }, body: {} })
    },
  },
  {
    name: 'draft a bill',
    prepare: async (world, company) => {
      await monthClosed(world, company)
      return request(world.finance, bills.draftExtras, { params: { client: company.client, month }, body: {} })
    },
  },
  {
    name: 'issue a bill',
    prepare: async (world, company) => {
      const params = await billDrafted(world, company)
      return request(world.finance, bills.issueBill, { params, body: {} })
    },
  },
  {
    name: 'record a payment',
    prepare: async (world, company) => {
      const { params } = await billIssued(world, company)
      const paid = { on: '2026-11-02', minor: 10_000, currency: 'CNY', via: 'bank' as const, source: `note-${company.client}` }
      return request(world.finance, bills.recordPayment, { params, body: paid })
    },
  },
]

/** The events of one type that a deed leaves to be delivered; delivering is what is tried. */
const delivery = (name: string, type: string, prepare: (world: World, company: Company) => Promise<unknown>): Case => ({
  name,
  prepare: async (world, company) => {
    await prepare(world, company)
    const event: Envelope = world.product.take(type)
    return () => world.product.deliver(event)
  },
})

/** What the product is told: by its own events and by Stripe. Delivered until it is taken. */
export const deliveries: readonly Case[] = [
  {
    ...delivery('a signed contract', 'contract.activated.v1', async (world, company) => {
      const { params, body } = await offered(world, company)
      await company.owner.call(contracts.signContract, { params, body })
    }),
    contract: 'to-sign',
  },
  delivery('a month that closes', 'billing.month-closing-started.v1', async (world, company) => {
    await monthOver(world, company)
    await world.finance.call(months.closeMonth, { params: { client: company.client, month }, body: {} })
  }),
  delivery('a bill to be drafted', 'billing.bill-drafting-started.v1', async (world, company) => {
    await monthClosed(world, company)
    await world.finance.call(bills.draftExtras, { params: { client: company.client, month }, body: {} })
  }),
  delivery('an issued bill', 'billing.bill-issued.v1', async (world, company) => {
    const params = await billDrafted(world, company)
    await world.finance.call(bills.issueBill, { params, body: {} })
  }),
  {
    name: 'a payment by card',
    prepare: async (world, company) => {
      const { params, grossMinor } = await billIssued(world, company)
      return payByCard({ ...params, minor: grossMinor }, world.product.context)
    },
  },
]
