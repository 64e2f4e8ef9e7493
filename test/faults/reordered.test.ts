import * as months from '@pactdesk/domain/outsourcing/billing/month/routes'
import * as bills from '@pactdesk/domain/outsourcing/billing/routes'
import * as contracts from '@pactdesk/domain/outsourcing/contract/routes'
import * as tickets from '@pactdesk/domain/service-support/incident/routes'
import * as tenancy from '@pactdesk/domain/tenancy/routes'
import { logger } from '@pactdesk/platform/http/api'
import * as mail from '@pactdesk/platform/mail/send'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { projectionsOf } from './content.ts'
import { drainIn, inOrder, notify, type Order, shuffled } from './deliver.ts'
import { month, offered, openTicket, quotedWork } from './prepare.ts'
import { type Company, startWorld, type World } from './world.ts'

beforeAll(() => {
  for (const level of ['error', 'warn', 'info'] as const) vi.spyOn(logger, level).mockReturnValue()
  vi.spyOn(Math, 'random').mockReturnValue(0.01)
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-10-01T00:00:00Z') })
})
afterEach(() => vi.mocked(mail.send).mockClear())
afterAll(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A company from its first contract to its first bill, with people who come and go; every deed is heard in the given order. */
async function live(order: Order) {
  const world = await startWorld()
  const heard = () => drainIn(world, order, event => notify(world, event))
  world.product.drain = heard
  const company = await world.company('to-sign')
  await people(world, company, heard)
  const signing = await offered(world, company)
  await heard()
  await company.owner.call(contracts.signContract, signing)
  await heard()
  await work(world, company)
  await heard()
  for (const instant of ['2026-10-09T16:30:00Z', '2026-10-12T16:30:00Z', '2026-11-02T01:00:00Z']) {
    world.product.at(instant)
    await world.product.tick()
    await heard()
  }
  await money(world, company, heard)
  const projections = await projectionsOf(world.product.database)
  world.product.stop()
  return {
    ...projections,
    mails: vi
      .mocked(mail.send)
      .mock.calls.map(([{ to, subject }]) => `${to}: ${subject}`)
      .sort(),
  }
}

async function people({ admin }: World, { client, params }: Company, heard: () => Promise<void>): Promise<void> {
  const issuer = 'https://issuer.example'
  const of = (contact: string) => ({ client, contact })
  const name = { zh: '陈', en: 'Chen' }
  await admin.call(tenancy.addContact, { params, body: { id: 'chen', name, email: 'chen@example.com' } })
  const wang = { issuer, subject: 'wang', roles: ['client-owner' as const] }
  await admin.call(tenancy.grantContact, { params: of('wang'), body: wang })
  const chen = { issuer, subject: 'chen', roles: ['client-user' as const] }
  await admin.call(tenancy.grantContact, { params: of('chen'), body: chen })
  await admin.call(tenancy.revokeContact, { params: of('chen') })
  const again = { ...chen, subject: 'chen-2', roles: ['client-approver' as const] }
  await admin.call(tenancy.grantContact, { params: of('chen'), body: again })
  await heard()
}

async function work(world: World, company: Company): Promise<void> {
  const params = { client: company.client, ticket: await openTicket(company) }
  const reply = { text: 'Please restart it.', work: { kind: 'remote' as const, minutes: 5 } }
  await world.staff.call(tickets.replyToTicket, { params, body: reply })
  await world.staff.call(tickets.waitTicket, { params, body: { on: 'client', reason: 'to be restarted' } })
  await world.staff.call(tickets.resumeTicket, { params, body: {} })
  await world.staff.call(tickets.resolveTicket, { params, body: {} })
  await quotedWork(world, company)
}

async function money({ finance }: World, { client }: Company, heard: () => Promise<void>): Promise<void> {
  const params = { client, month }
  const [fee] = (await finance.call(bills.listReceivables, {})).value.items
  const waived = { action: 'waive' as const, through: '2026-10-31', reason: 'goodwill' }
  await finance.call(bills.decideLateFee, { params: { client, bill: fee!.id }, body: waived })
  await finance.call(months.closeMonth, { params, body: {} })
  await heard()
  await finance.call(bills.draftExtras, { params, body: {} })
  await heard()
  const { bill } = (await finance.call(months.getMonth, { params })).value
  await finance.call(bills.issueBill, { params: { client, bill: bill!.id }, body: {} })
  await heard()
}

describe('events of a whole story', () => {
  let calm: Awaited<ReturnType<typeof live>>
  beforeAll(async () => {
    calm = await live(inOrder)
    expect(calm.states.length).toBeGreaterThan(60)
    expect(calm.mails.length).toBeGreaterThan(5)
  })

  test.each([1, 2])('each given twice, shuffled (seed %i): the same projections, no mail twice', async seed => {
    expect(await live(shuffled(seed))).toEqual(calm)
  })
})
