import type { ProblemError } from '@pactdesk/domain/kernel/client'
import * as months from '@pactdesk/domain/outsourcing/billing/month/routes'
import * as bills from '@pactdesk/domain/outsourcing/billing/routes'
import * as contracts from '@pactdesk/domain/outsourcing/contract/routes'
import * as visits from '@pactdesk/domain/outsourcing/field-service/routes'
import * as financial from '@pactdesk/domain/service-delivery/financial/routes'
import * as tickets from '@pactdesk/domain/service-support/incident/routes'
import type { StoredItem } from '@pactdesk/platform/audit/check'
import { invariants } from '@pactdesk/platform/audit/invariants'
import { logger } from '@pactdesk/platform/http/api'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { contentOf } from './content.ts'
import {
  billDrafted,
  billIssued,
  dispatchVisit,
  month,
  monthClosed,
  monthOver,
  offered,
  openTicket,
  quotedWork,
} from './prepare.ts'
import { startWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  for (const level of ['error', 'warn', 'info'] as const) vi.spyOn(logger, level).mockReturnValue()
  world = await startWorld()
})
afterAll(() => {
  world?.product.stop()
  vi.restoreAllMocks()
})

/** 200, or the code of the refusal, of each of many requests sent at once. */
const outcomes = (requests: Promise<unknown>[]) =>
  Promise.all(
    requests.map(request =>
      request.then(
        () => '200',
        ({ problem }: ProblemError) => `${problem.status} ${problem.code}`,
      ),
    ),
  )
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
/** Again after 409 http.conflict, as a client does that is told to. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if ((error as ProblemError).problem?.code !== 'http.conflict') throw error
    }
  }
}

describe('several at once on one thing', () => {
  test('without If-Match, all replies are kept: none is lost', async () => {
    const company = await world.company()
    const params = { client: company.client, ticket: await openTicket(company) }
    const reply = (at: number) => () => world.staff.call(tickets.replyToTicket, { params, body: { text: `Reply ${at}` } })
    await Promise.all(times(6, at => patiently(reply(at))))
    const { items } = (await world.staff.call(tickets.getTimeline, { params })).value
    const texts = items.flatMap(item => ('text' in item && item.text?.startsWith('Reply') ? [item.text] : []))
    expect(texts.sort()).toEqual(times(6, at => `Reply ${at}`))
  })

  test('with If-Match on what both saw, one wins and the other is told 412', async () => {
    const company = await world.company()
    const params = { client: company.client, ticket: await openTicket(company) }
    const { etag } = await world.staff.call(tickets.getTicket, { params })
    const assign = (id: string) =>
      world.staff.call(tickets.assignTicket, { params, body: { assignee: { id, name: id } }, ifMatch: etag! })
    expect((await outcomes([assign('li'), assign('zhou')])).sort()).toEqual(['200', '412 http.stale'])
  })

  test('logged minutes add up, however many log at once', async () => {
    const company = await world.company()
    const params = { client: company.client, ticket: await openTicket(company) }
    const log = (at: number) => () =>
      world.staff.call(tickets.logTicketWork, { params, body: { kind: 'remote', minutes: at + 1 } })
    await Promise.all(times(5, at => patiently(log(at))))
    const { work } = (await world.staff.call(tickets.getTicket, { params })).value
    expect(work?.map(({ item }) => ('minutes' in item ? item.minutes : 0)).sort()).toEqual([1, 2, 3, 4, 5])
  })

  test('two who set off on the same visit: one is on the way, the other learns it', async () => {
    const company = await world.company()
    const params = { client: company.client, visit: await dispatchVisit(world, company) }
    const go = () => world.staff.call(visits.startTravel, { params, body: {} })
    const told = await outcomes([go(), go(), go()])
    expect(told.filter(outcome => outcome === '200')).toHaveLength(1)
    expect(told.filter(outcome => outcome !== '200').every(outcome => /^409 field-service\./.test(outcome))).toBe(true)
  })

  test('two owners who sign at once: signed once', async () => {
    const company = await world.company('to-sign')
    const signing = await offered(world, company)
    world.product.takeAll()
    const sign = () => company.owner.call(contracts.signContract, signing)
    const told = await outcomes([sign(), sign()])
    expect(told.filter(outcome => outcome === '200')).toHaveLength(1)
    expect(world.product.takeAll().filter(({ type }) => type === 'contract.activated.v1')).toHaveLength(1)
  })
})

describe('numbers', () => {
  test('tickets raised at once have numbers of their own', async () => {
    const company = await world.company()
    const numbers = await Promise.all(times(10, () => openTicket(company)))
    expect(new Set(numbers).size).toBe(10)
  })

  test('bills issued at once, the first of their series among them, have numbers without a gap', async () => {
    const drafts: Awaited<ReturnType<typeof billDrafted>>[] = []
    for (let at = 0; at < 4; at++) drafts.push(await billDrafted(world, await world.company()))
    const issue = (params: (typeof drafts)[number]) => world.finance.call(bills.issueBill, { params, body: {} })
    const issued = await Promise.all(drafts.map(params => patiently(() => issue(params))))
    const numbers = issued.map(({ value }) => Number(/\d+$/.exec(value.number ?? '')?.[0])).sort((a, b) => a - b)
    expect(numbers).toEqual(times(4, at => numbers[0]! + at))
    const { entries } = await journalOfMonth()
    const posted = entries.filter(({ source, client }) => source.kind === 'bill' && drafts.some(of => of.client === client))
    expect(posted).toHaveLength(4)
    await world.product.drain()
  })

  const journalOfMonth = async () => {
    const query = { from: '2026-11-01', to: '2026-11-30' }
    return { entries: (await world.finance.call(financial.listJournal, { query })).value.items }
  }
})

describe('the same money twice at once', () => {
  test('two drafts of a month claim its items once', async () => {
    const company = await world.company()
    await quotedWork(world, company)
    await monthClosed(world, company)
    const params = { client: company.client, month }
    const draft = () => world.finance.call(bills.draftExtras, { params, body: {} })
    const told = await Promise.all(times(3, () => draft().then(({ value }) => value.bill)))
    expect(new Set(told).size).toBe(1)
    const events = world.product.takeAll()
    expect(events.filter(({ type }) => type === 'billing.bill-drafting-started.v1')).toHaveLength(1)
    await Promise.all(events.flatMap(event => [event, event, event]).map(event => world.product.deliver(event).catch(() => {})))
    for (const event of events) await world.product.deliver(event)
    const of = { client: company.client, bill: told[0]! }
    const { value: drafted } = await world.finance.call(bills.getBill, { params: of })
    expect(drafted.lines).toHaveLength(2)
    expect(new Set(drafted.lines.map(({ ticket }) => ticket)).size).toBe(2)
    // Refused when the items it holds are not those it counted.
    const { value } = await world.finance.call(bills.issueBill, { params: of, body: { grossMinor: drafted.grossMinor } })
    expect(value.status).toBe('issued')
    await world.product.drain()
  })

  test('a month closed by two at once is closed once', async () => {
    const company = await world.company()
    await monthOver(world, company)
    const params = { client: company.client, month }
    const close = () => world.finance.call(months.closeMonth, { params, body: {} })
    const told = await outcomes([close(), close()])
    expect(told.filter(outcome => outcome === '200')).toHaveLength(1)
    expect(told.find(outcome => outcome !== '200')).toMatch(/^409 billing\./)
  })

  test('one source of money, recorded by two at once, pays once; the bill is issued once', async () => {
    const company = await world.company()
    const { params } = await billIssued(world, company)
    const body = { on: '2026-11-02', minor: 5_000, currency: 'CNY', via: 'bank' as const, source: 'the same note' }
    const pay = () => world.finance.call(bills.recordPayment, { params, body })
    const issue = () => world.finance.call(bills.issueBill, { params, body: {} })
    expect(await outcomes([pay(), pay(), issue(), pay()])).toEqual(['200', '200', '409 billing.not-a-draft', '200'])
    const { value } = await world.finance.call(bills.getBill, { params })
    expect(value.payments?.map(({ minor }) => minor)).toEqual([5_000])
  })

  test('a line of the bank that went out settles no bill', async () => {
    const company = await world.company()
    const { params } = await billIssued(world, company)
    const csv = ['id,date,amount,payer,reference', `OUT-1,2026-11-02,-5.01,${company.client},none`].join('\n')
    const taken = await world.finance.call(bills.importBankStatement, { body: { csv, currency: 'CNY' } })
    const { id, state } = taken.value.lines[0]!
    expect(state).toBe('unmatched')
    const body = { as: 'payment' as const, ...params }
    expect(await outcomes([world.finance.call(bills.settleBankLine, { params: { line: id }, body })])).toEqual([
      '422 billing.not-incoming',
    ])
    expect((await world.finance.call(bills.getBill, { params })).value.payments).toEqual([])
  })

  test('what was paid too much, returned by two at once on one voucher, goes back once, guarded like a payment', async () => {
    const company = await world.company()
    const { params, grossMinor } = await billIssued(world, company)
    const money = { on: '2026-11-02', currency: 'CNY' }
    const paid = { ...money, minor: grossMinor + 300, via: 'cash' as const, source: 'too much' }
    await world.finance.call(bills.recordPayment, { params, body: paid })
    const back = () => world.finance.call(bills.refundBill, { params, body: { ...money, minor: 300, source: 'voucher 9' } })
    const told = await outcomes([back(), back()])
    expect(told.filter(outcome => outcome === '200')).toHaveLength(1)
    expect((await world.finance.call(bills.getBill, { params })).value).toMatchObject({ openMinor: 0, refundedMinor: 300 })
    const checks = invariants((await contentOf(world.product.database)) as StoredItem[])
    const guarded = checks.find(({ name }) => name === 'a source of money has paid once and is guarded')
    expect(guarded).toMatchObject({ outcome: 'passed', problems: [] })
  })
})
