import { existsSync, readFileSync } from 'node:fs'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { TenantContext } from '@pactdesk/domain/kernel/context'
import { maintenanceDraft } from '@pactdesk/domain/outsourcing/contract/testing'
import type { ImportJob } from '@pactdesk/domain/service-desk/index'
import { importAggregate, mapIncidentLog, notesAggregate } from '@pactdesk/domain/service-desk/index'
import type { TicketView } from '@pactdesk/domain/service-support/incident/index'
import { standardMatrix, ticketAggregate } from '@pactdesk/domain/service-support/incident/index'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StoredItem } from '../../audit/check.ts'
import { historyChecks } from '../../audit/history.ts'
import { scopeChecks } from '../../audit/scopes.ts'
import { handlers as configuration } from '../configuration/index.ts'
import { handlers as contracts } from '../contract/index.ts'
import { handlers as tenancy } from '../tenancy/index.ts'
import { personOf, staffOf, startUseCases, type UseCases } from '../testing.ts'
import { handlers, ticketTimer } from './index.ts'

let app: UseCases
const desk = staffOf('one')
const owner = personOf('one', 'LANHAI')
const user = (contact: string): TenantContext => ({
  ...personOf('one', 'LANHAI', 'client-user'),
  contact,
  actor: { kind: 'client', id: contact, name: contact },
})
const hours = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '18:00', lunchBreak: 'none', holidays: 'cn' }
const money = (minor: number) => ({ currency: 'CNY', minor })

beforeAll(async () => {
  app = await startUseCases([...tenancy, ...configuration, ...contracts, ...handlers])
  app.at('2026-10-08T01:00:00Z')
  for (const key of ['LANHAI', 'HONGDA', 'OLD']) {
    const name = { zh: key, en: key }
    await app.call(desk, 'createClient', { body: { key, name, mark: '蓝', billingZone: 'Asia/Shanghai' } })
    const site = { id: 'HQ', name, address: '路 1 号', zone: 'Asia/Shanghai', arrivalMinutes: 60, hours }
    await app.call(desk, 'openSite', { params: { client: key }, body: site })
  }
  for (const client of ['LANHAI', 'OLD'])
    await app.call(desk, 'recordPaperContract', {
      params: { client },
      body: {
        terms: maintenanceDraft({ number: `WB-${client}`, firstDay: '2026-01-01', lastDay: '2026-12-31' }),
        providerSignedOn: '2025-12-20',
        clientSignedOn: '2025-12-22',
        opening: { billed: money(3_600_000), paid: money(3_600_000), recognisedUntil: '2026-10-01' },
      },
    })
})
afterAll(() => app.stop())

const call = <T = TicketView>(
  ctx: TenantContext,
  id: string,
  ticket: string | undefined,
  body?: unknown,
  more: Record<string, string> = {},
  query?: unknown,
) => app.call(ctx, id, { params: { client: 'LANHAI', ...(ticket && { ticket }), ...more }, body, query }) as Promise<T>
const open = (body: object = {}, ctx = desk, client = 'LANHAI') =>
  app.call(ctx, 'openTicket', {
    params: { client },
    body: { subject: '打印机卡纸', ...(ctx.kind === 'client' ? {} : { requesterName: '王珊' }), ...body },
  }) as Promise<TicketView>
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: { error?: { code: string } }) => error.error?.code ?? String(error),
  )

describe('a ticket', () => {
  test('a phone call is logged with its earlier time, its clock runs from there, reply and minutes are one commit', async () => {
    app.at('2026-10-08T02:20:00Z')
    const opened = await open({ requestedAt: '2026-10-08T02:15:00Z', text: '夹纸了' })
    expect(opened).toMatchObject({
      requestedAt: '2026-10-08T02:15:00Z',
      loggedAt: '2026-10-08T02:20:00Z',
      site: 'HQ',
      contract: { outcome: 'chosen', number: 'WB-LANHAI' },
      promise: { state: 'running', deadline: '2026-10-09T01:15:00Z' },
    })
    const replied = await call(desk, 'replyToTicket', opened.number, {
      text: '请重启打印机',
      work: { kind: 'remote', minutes: 5 },
      next: { do: 'wait', on: 'client', reason: '等待重启' },
    })
    expect(replied).toMatchObject({
      status: 'waiting',
      promise: { state: 'paused', leftMinutes: 475 },
      waiting: { pauses: true },
    })
    expect(replied.work).toMatchObject([{ item: { kind: 'remote', minutes: 5, state: { status: 'covered', clause: '2' } } }])
    app.at('2026-10-08T03:20:00Z')
    expect(await call(owner, 'contestPause', opened.number, { text: '我们早就重启了' })).toMatchObject({
      waiting: { contested: { text: '我们早就重启了' } },
    })
    const { waiting, ifStruck } = await call<TicketView>(desk, 'getTicket', opened.number)
    expect(ifStruck).toMatchObject([
      { promise: 'restore', countsMinutes: 60, deadline: opened.promise.deadline, state: 'running' },
    ])
    expect(await call(owner, 'getTicket', opened.number)).not.toHaveProperty('ifStruck')
    const body = { since: waiting?.since, outcome: 'struck', reason: '重启记录属实' }
    expect(await call(desk, 'decidePause', opened.number, body)).toMatchObject({
      waiting: { pauses: false },
      contests: [{ text: '我们早就重启了', decision: { outcome: 'struck', reason: '重启记录属实' } }],
      promise: { state: 'running', deadline: opened.promise.deadline },
    })
    const { segments } = await call<{ segments: { reason: string }[] }>(owner, 'explainTicketClock', opened.number, undefined, {
      clock: opened.promise.clock!,
    })
    expect(segments.map(({ reason }) => reason)).toContain('pause-struck')
  })

  test('notes are for staff alone, in view and timeline; a client-user sees only its own tickets', async () => {
    const mine = await open({ text: '看不到邮件' }, user('zhang'))
    await call(desk, 'addTicketNote', mine.number, { text: '怀疑是密码', work: { kind: 'remote', minutes: 3 } })
    const seen = await call<{ items: { kind: string; text?: string; type: string }[] }>(desk, 'getTimeline', mine.number)
    expect(seen.items.map(({ kind, type }) => [kind, type])).toContainEqual(['note', 'note-added'])
    expect(seen.items.find(({ kind }) => kind === 'note')).toMatchObject({ text: '怀疑是密码', minutes: 3 })
    const theirs = await call<{ items: { kind: string }[] }>(user('zhang'), 'getTimeline', mine.number)
    expect(theirs.items.map(({ kind }) => kind)).not.toContain('note')
    expect(JSON.stringify(theirs)).not.toContain('怀疑')
    const view = await call(user('zhang'), 'getTicket', mine.number)
    expect(view).not.toHaveProperty('team')
    expect(view).not.toHaveProperty('contract')
    expect(await code(call(user('li'), 'getTicket', mine.number))).toBe('incident.not-found')
    expect(await code(call(user('li'), 'getTimeline', mine.number))).toBe('incident.not-found')
    const requests = await call<{ items: { number: string }[] }>(user('zhang'), 'listMyRequests', undefined)
    expect(requests.items.map(({ number }) => number)).toEqual([mine.number])
    expect((await call<{ items: unknown[] }>(user('li'), 'listMyRequests', undefined)).items).toEqual([])
  })

  test('a severe fault at 17:35: at closing its second clock joins by the timer, as of its own instant', async () => {
    app.at('2026-10-09T09:35:00Z')
    const { number } = await open({ severity: { severity: 'severe', wholeNetworkDown: true }, onSite: true })
    app.at('2026-10-09T12:00:00Z')
    await app.commit({ ...desk, kind: 'system' }, async uow => {
      const loaded = await uow.load(ticketAggregate, { client: 'LANHAI', id: number })
      await ticketTimer.advance(loaded as never, '2026-10-09T12:00:00Z', uow)
    })
    const view = await call(desk, 'getTicket', number)
    expect(view.clocks.map(({ clause, joinedAtClosing, deadline }) => [clause, joinedAtClosing, deadline])).toContainEqual([
      '3(7)',
      true,
      '2026-10-09T11:00:00Z',
    ])
    expect(view.promise).toMatchObject({ state: 'over', clause: '3(7)', leftMinutes: -60 })
    const { clock } = { clock: view.clocks.find(each => each.joinedAtClosing)!.id }
    const why = await call<{ equation: Record<string, number> }>(owner, 'explainTicketClock', number, undefined, { clock })
    const { wall, ...parts } = why.equation
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(wall)
    app.at('2026-10-09T12:10:00Z')
    expect(await call(desk, 'recordTicketArrival', number, { at: '2026-10-09T10:52:00Z' })).toMatchObject({
      arrival: { result: 'met', effectiveDeadline: '2026-10-09T11:00:00Z' },
    })
    expect(await call(desk, 'resolveTicket', number, { restoredAt: '2026-10-09T12:00:00Z' })).toMatchObject({
      status: 'resolved',
    })
    const figures = await call<{ promises: { promise: string; percent: string }[] }>(
      desk,
      'getAttainment',
      undefined,
      undefined,
      {},
      { month: '2026-10' },
    )
    expect(figures.promises[0]).toMatchObject({ promise: 'arrival', percent: '100.0' })
    const month = await call<{ downMinutesInsideAgreedTime: number }>(
      desk,
      'getAvailability',
      undefined,
      undefined,
      {},
      { month: '2026-10' },
    )
    expect(month.downMinutesInsideAgreedTime).toBe(25)
  })

  test('four network points: the guard asks for a quote; the client approves; work before it waits, work after it is billable', async () => {
    app.at('2026-10-12T02:00:00Z')
    const guard = await call<{ verdict: object; suggestions: object[] }>(
      desk,
      'checkTicketScope',
      undefined,
      undefined,
      {},
      { workType: 'network-addition', text: '加四个信息点' },
    )
    expect(guard).toMatchObject({
      verdict: { key: 'guard.quote-first', clause: '2(3)(2)' },
      suggestions: [{ workType: 'network-addition' }],
    })
    const opened = await open({ kind: 'request', subject: '加四个信息点', workType: 'network-addition' }, owner)
    expect(opened).toMatchObject({ clocks: [], promise: { state: 'none', why: 'out-of-scope' }, countsForAttainment: false })
    const early = await call(desk, 'logTicketWork', opened.number, { kind: 'onsite', minutes: 10 })
    expect(early.work).toMatchObject([{ item: { state: { status: 'waiting', for: 'client', clause: '2(3)(2)' } } }])
    const asked = await call(desk, 'askTicketQuote', opened.number, {
      text: '四个信息点',
      price: { mode: 'time-and-material' },
      expiresAt: '2026-10-20T10:00:00Z',
    })
    const quote = asked.quotes[0]!.id
    expect(asked.actions).not.toContain('ask-quote')
    expect((await call(owner, 'getTicket', opened.number)).actions).toContain('answer-quote')
    await expect(call(user('zhang'), 'acceptTicketQuote', opened.number, {}, { quote })).rejects.toThrow('403')
    app.at('2026-10-13T07:00:00Z')
    const accepted = await call(owner, 'acceptTicketQuote', opened.number, { how: 'portal-phone' }, { quote })
    expect(accepted.work).toMatchObject([{ item: { state: { for: 'account-manager', reason: { key: 'work-before-quote' } } } }])
    app.at('2026-10-14T09:00:00Z')
    const worked = await call(desk, 'logTicketWork', opened.number, {
      kind: 'onsite',
      from: '2026-10-14T05:00:00Z',
      to: '2026-10-14T08:10:00Z',
    })
    expect(worked.work[1]).toMatchObject({ item: { minutes: 190, state: { status: 'billable', clause: '2(5)' } } })
  })

  test('a part waits for its cost and receipt and names who must act', async () => {
    const { number } = await open()
    const added = await call(desk, 'addTicketPart', number, { name: 'SSD 512 GB', quantity: 1 })
    expect(added.work).toMatchObject([{ item: { kind: 'part', state: { status: 'waiting', for: 'technician' } } }])
    const priced = await call(desk, 'completeTicketPart', number, { unitCost: money(39_900) }, { work: added.work[0]!.work })
    expect(priced.work).toMatchObject([{ item: { unitCost: money(39_900), state: { reason: { key: 'part-without-receipt' } } } }])
  })

  test('without a contract there is no promise, and a person chooses one; its work is judged anew', async () => {
    const opened = await open({}, desk, 'HONGDA')
    expect(opened).toMatchObject({ contract: { outcome: 'none' }, promise: { state: 'none', why: 'no-contract' }, clocks: [] })
    const worked = (await app.call(desk, 'logTicketWork', {
      params: { client: 'HONGDA', ticket: opened.number },
      body: { kind: 'remote', minutes: 5 },
    })) as TicketView
    expect(worked.work).toMatchObject([{ item: { state: { status: 'waiting', for: 'account-manager' } } }])
    expect(opened.actions).toContain('choose-contract')
  })

  test('queue and figures are the same rows; staff who serve other clients see nothing', async () => {
    const queue = (await app.call(desk, 'getQueue', { query: { view: 'no-contract' } })) as unknown as {
      rows: unknown[]
      counts: Record<string, number>
    }
    expect(queue.rows).toHaveLength(queue.counts['no-contract']!)
    expect(queue.rows.length).toBeGreaterThan(0)
    const all = (await app.call(desk, 'getQueue')) as unknown as { rows: unknown[]; counts: Record<string, number> }
    expect(all.rows).toHaveLength(all.counts.all!)
    const other = (await app.call({ ...desk, clients: ['OLD'] }, 'getQueue')) as unknown as { rows: unknown[] }
    expect(other.rows).toEqual([])
  })

  test('a provider publishes its own table of priorities; tickets raised before keep theirs', async () => {
    const before = await open({ impact: 'low', urgency: 'low' })
    const own = { ...standardMatrix, low: { ...standardMatrix.low, low: 'P4' } }
    await app.call(desk, 'setPriorityMatrix', { body: own })
    expect(await app.call(owner, 'getPriorityMatrix')).toEqual(own)
    expect((await open({ impact: 'low', urgency: 'low' })).priority).toBe('P4')
    expect((await call(desk, 'getTicket', before.number)).priority).toBe('P5')
  })

  test('the feed tells what happened since, a client-user only of its own', async () => {
    app.at('2026-10-15T01:00:00Z')
    const start = (await app.call(desk, 'getFeed')) as unknown as { next: string; items: unknown[] }
    app.at('2026-10-15T01:00:05Z')
    const own = await open({}, user('zhang'))
    const early = (await app.call(desk, 'getFeed', { query: { since: start.next } })) as unknown as { items: unknown[] }
    expect(early.items).toEqual([])
    app.at('2026-10-15T01:00:09Z')
    const page = (await app.call(desk, 'getFeed', { query: { since: start.next } })) as unknown as {
      next: string
      items: { agg: string; type: string }[]
    }
    expect(page.items).toMatchObject([{ agg: `ticket/${own.number}`, type: 'incident.ticket-opened.v1' }])
    const idle = (await app.call(desk, 'getFeed', { query: { since: page.next } })) as unknown as { items: unknown[] }
    expect(idle.items).toEqual([])
    const since = { since: start.next }
    expect(
      (await call<{ items: unknown[] }>(user('zhang'), 'getClientFeed', undefined, undefined, {}, since)).items,
    ).toHaveLength(1)
    expect((await call<{ items: unknown[] }>(user('li'), 'getClientFeed', undefined, undefined, {}, since)).items).toEqual([])
    expect((await call<{ items: unknown[] }>(owner, 'getClientFeed', undefined, undefined, {}, since)).items).toHaveLength(1)
  })
})

const file = new URL('../../../../../shared/data/incident-event-log-300.csv', import.meta.url)
describe.skipIf(!existsSync(file))('an import of incidents', () => {
  const csv = () => parse(readFileSync(file), { columns: true }) as Record<string, string>[]
  const start = async (histories: unknown[], tickets = histories.length) =>
    (await app.call(desk, 'startImport', {
      params: { client: 'OLD' },
      body: {
        source: 'servicenow',
        file: 'log.csv',
        fingerprint: 'a'.repeat(64),
        zone: 'Asia/Shanghai',
        firstDay: '2026-01-05',
        rows: 100,
        tickets,
        refusedRows: 0,
        refused: [],
      },
    })) as ImportJob
  const send = (job: string, batch: number, histories: unknown[]) =>
    app.call(desk, 'importBatch', { params: { client: 'OLD', import: job }, body: { batch, histories } }) as Promise<ImportJob>

  test('twice gives the same tickets and clocks; new rows are appended, another past is a conflict; nothing reaches the feed', async () => {
    app.at('2026-11-25T00:00:00Z')
    const before = (await app.call(desk, 'getFeed')) as unknown as { next: string }
    const mapped = mapIncidentLog(csv(), { zone: 'Asia/Shanghai', firstDay: '2026-01-05', businessNow: '2026-11-25T00:00:00Z' })
    if (!mapped.ok) throw new Error(mapped.error.detail)
    const histories = mapped.value.histories.slice(0, 12)
    const rows = histories.reduce((sum, history) => sum + history.rows.length, 0)
    const shorter = { ...histories[0]!, rows: histories[0]!.rows.slice(0, 2) }
    const first = await start(histories)
    await send(first.id, 0, [shorter, ...histories.slice(1, 6)])
    expect(await code(send(first.id, 0, [shorter]))).toBe('import.batch-order')
    const done = await send(first.id, 1, histories.slice(6))
    expect(done).toMatchObject({ status: 'done', counts: { tickets: { created: 12, known: 0, conflicting: 0 } } })
    const view = () => app.call(desk, 'getTicket', { params: { client: 'OLD', ticket: 'OLD-3' } }) as Promise<TicketView>
    const clocks = (await view()).clocks

    const second = await start(histories)
    const again = await send(second.id, 0, histories)
    expect(again).toMatchObject({ status: 'done', counts: { tickets: { created: 0, extended: 1, known: 11 } } })
    const { created, state, other, none, known } = again.counts.rows
    expect(created + state + other + none + known).toBe(rows)
    expect((await view()).clocks).toEqual(clocks)
    expect((await view()).clocks).toMatchObject([{ promise: 'restore', clause: '7(a)' }])

    const changed = { ...histories[1]!, subject: 'another' }
    const third = await send((await start([changed])).id, 0, [changed])
    expect(third).toMatchObject({
      counts: { tickets: { conflicting: 1 } },
      conflicts: [{ number: changed.number, why: 'history-differs' }],
    })
    const feed = (await app.call(desk, 'getFeed', { query: { since: before.next } })) as unknown as {
      items: { client?: string; agg: string }[]
    }
    expect(feed.items.filter(({ agg }) => agg.startsWith('ticket/'))).toEqual([])
    const closed = (await app.call(desk, 'listClosedTickets', {
      params: { client: 'OLD' },
      query: { month: '2026-01' },
    })) as unknown as { items: unknown[] }
    expect(closed.items.length).toBeGreaterThan(0)
  })
})

test('after all of it every invariant of the table holds: histories fold to states, rows and keys are those of the projector', async () => {
  const items: StoredItem[] = []
  let start: Record<string, unknown> | undefined
  do {
    const page = await app.database.client.send(
      new ScanCommand({ TableName: app.database.table, ...(start && { ExclusiveStartKey: start }) }),
    )
    items.push(...((page.Items ?? []) as StoredItem[]))
    start = page.LastEvaluatedKey
  } while (start)
  const checks = [...historyChecks(items, [ticketAggregate, notesAggregate, importAggregate]), ...scopeChecks(items)]
  for (const { name, problems } of checks) expect(problems, name).toEqual([])
  expect(items.filter(({ t }) => t === 'ticket').length).toBeGreaterThan(8)
})
