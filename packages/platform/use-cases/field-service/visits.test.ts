import { createHash } from 'node:crypto'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { TenantContext } from '@pactdesk/domain/kernel/context'
import type { Envelope } from '@pactdesk/domain/kernel/event'
import { unwrap } from '@pactdesk/domain/kernel/result'
import { contractAggregate, targetsOf } from '@pactdesk/domain/outsourcing/contract/index'
import { maintenanceDraft, maintenanceTerms } from '@pactdesk/domain/outsourcing/contract/testing'
import { type VisitRow, type VisitView, visitAggregate } from '@pactdesk/domain/outsourcing/field-service/index'
import type { SourceItem } from '@pactdesk/domain/outsourcing/metering/index'
import { deviceAggregate } from '@pactdesk/domain/service-support/configuration/index'
import {
  currentOnSite,
  openTicket,
  requestOnSite,
  standardMatrix,
  type Ticket,
  ticketAggregate,
} from '@pactdesk/domain/service-support/incident/index'
import {
  clientAggregate,
  contactAggregate,
  providerAggregate,
  siteAggregate,
  staffAggregate,
} from '@pactdesk/domain/tenancy/index'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { StoredItem } from '../../audit/check.ts'
import { historyChecks } from '../../audit/history.ts'
import { scopeChecks } from '../../audit/scopes.ts'
import * as store from '../../files/store.ts'
import { queryAll } from '../../table/page.ts'
import { handlers as devices } from '../configuration/index.ts'
import { handlers as contracts } from '../contract/index.ts'
import { reportReactions } from '../documents/service-report.ts'
import { addStaffMember, createProvider, handlers as tenancy } from '../tenancy/index.ts'
import { personOf, staffOf, startUseCases, type UseCases } from '../testing.ts'
import { handlers, planDueVisits } from './index.ts'

let app: UseCases
const admin = (provider = 'one') => staffOf(provider, 'admin', 'technician')
const owner = personOf('one', 'LANHAI')
const at = (more: Record<string, string> = {}, client = 'LANHAI') => ({ params: { client, ...more } })
const visit = (id: string, name: string, body: unknown, ctx: TenantContext = admin()): Promise<VisitView> =>
  app.call(ctx, name, { ...at({ visit: id }), body }) as Promise<VisitView>
const code = async (work: Promise<unknown>) => {
  try {
    await work
    return 'ok'
  } catch (error) {
    return (error as { error?: { code: string } }).error?.code ?? (error as Error).message
  }
}
const local = (time: string, day = '2026-10-14') => new Date(`${day}T${time}:00+08:00`).toISOString().replace('.000Z', 'Z')
const position = { latitude: 31.19, longitude: 121.44, accuracyMetres: 9 }
/** A PNG of one pixel. */
const stored = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

async function file(purpose: string): Promise<string> {
  const body = { purpose, name: 'a.png', type: 'image/png', size: stored.length }
  const { id } = (await app.call(admin(), 'requestUpload', { ...at(), body })) as { id: string }
  await app.call(admin(), 'confirmUpload', { ...at({ file: id }), body: {} })
  return id
}

/** Two providers with the same ids: client LANHAI with ten devices and a contract of the same number. */
beforeAll(async () => {
  vi.spyOn(store, 'fileStoreOf').mockReturnValue({
    uploadForm: async () => ({ url: 'https://files.example', fields: {} }),
    received: async () => ({ size: stored.length, sha256: sha256(stored), head: stored }),
    read: async () => stored,
    keep: async () => true,
    put: async (_key: string, bytes: Buffer) => ({ size: bytes.length, sha256: sha256(bytes) }),
    downloadUrl: async (key: string) => `https://files.example/${key}`,
  } as unknown as store.FileStore)
  app = await startUseCases([...tenancy, ...devices, ...contracts, ...handlers])
  app.at('2026-09-30T08:20:00Z')
  for (const provider of ['one', 'two']) await setUp(provider)
})
afterAll(() => app.stop())

async function setUp(provider: string) {
  const ctx = admin(provider)
  const name = { zh: provider, en: provider }
  await app.commit(ctx, async uow => {
    const series = { prefix: 'INV-{yyyy}-', width: 4, next: 1 }
    createProvider(uow, {
      name,
      billingZone: 'Asia/Shanghai',
      currency: 'CNY',
      emergencyPhone: '400-1',
      stripe: false,
      invoiceSeries: series,
    })
    const identity = { issuer: 'https://id.example', subject: 'li' }
    await addStaffMember(uow, {
      id: 'li',
      identity,
      access: { roles: ['admin', 'technician'], clients: '*' },
      fields: { name: { zh: '李工', en: 'Li' } },
      wallNow: '2026-10-01T00:00:00Z',
    })
  })
  await app.call(ctx, 'createClient', { body: { key: 'LANHAI', name, mark: '蓝', billingZone: 'Asia/Shanghai' } })
  const hours = { days: ['mon'], from: '09:00', to: '18:00', lunchBreak: 'none', holidays: 'cn' }
  await app.call(ctx, 'openSite', {
    ...at(),
    body: { id: 'HQ', name, address: '路 1 号', zone: 'Asia/Shanghai', arrivalMinutes: 60, hours },
  })
  const rows = [...Array.from({ length: 8 }, (_, n) => `PC-0${n + 1},pc`), 'SRV-01,server', 'NET-01,network']
  await app.call(ctx, 'importDevices', { ...at(), body: { csv: ['id,class', ...rows].join('\n'), mode: 'all-or-nothing' } })
  const none = { currency: 'CNY', minor: 0 }
  const opening = { billed: none, paid: none, recognisedUntil: '2026-10-01' }
  const body = { terms: maintenanceDraft(), providerSignedOn: '2026-09-30', clientSignedOn: '2026-09-30', opening }
  const { id } = (await app.call(ctx, 'recordPaperContract', { ...at(), body })) as { id: string }
  await hear(ctx, id)
}

/** Delivers the contract's events to the planner, as the bus would; twice, since the bus may. */
async function hear(ctx: TenantContext, contract: string) {
  const items = await queryAll(app.database, ctx, { scope: 'client', client: 'LANHAI', part: `K#${contract}`, prefix: 'E#' })
  for (const item of items) {
    const event = item.data as Envelope
    if (event.type !== planDueVisits.definition.type) continue
    for (const _ of [1, 2]) {
      await app.commit({ ...ctx, kind: 'system' }, uow => planDueVisits.run({ event, uow, ctx, clock: app.clock } as never))
    }
  }
}

/** Delivers the end of a visit to the documents consumer, twice. */
async function renderReport(id: string, type: string): Promise<void> {
  const event = { data: { client: 'LANHAI', visit: id }, occurredAt: '2026-10-14T05:00:00Z' }
  const reaction = reportReactions.find(known => known.definition.type === type)!
  for (const _ of [1, 2]) {
    await app.commit({ ...admin(), kind: 'system' }, uow => reaction.run({ event, uow, ctx: uow.ctx, clock: app.clock } as never))
  }
}

const work = async (month = '2026-10', ctx = admin()): Promise<SourceItem[]> => {
  const items = await queryAll(app.database, ctx, { scope: 'client', client: 'LANHAI', part: `WORK#${month}` })
  return items.map(item => item.data as SourceItem)
}

describe('a signed contract', () => {
  it('plans the month’s visit once, on a working day, with its checklist for the covered devices', async () => {
    const { items } = (await app.call(admin(), 'listClientVisits', at())) as { items: VisitRow[] }
    expect(items).toMatchObject([{ id: '2026-10-HQ', kind: 'planned', status: 'planned', month: '2026-10', devices: 10 }])
    const view = (await app.call(owner, 'getVisit', at({ visit: '2026-10-HQ' }))) as VisitView
    expect(view.tasks.map(task => [task.key, task.devices])).toContainEqual(['virus-scan', 9])
    expect(view.actions).toEqual([])
    expect(await code(visit('2026-10-HQ', 'moveVisit', { date: '2026-10-18', asked: 'client', note: '周日' }))).toBe(
      'field-service.no-working-day',
    )
  })
})

describe('a monthly visit', () => {
  const id = '2026-10-HQ'

  it('goes from schedule to signature and leaves what was done in exactly one state', async () => {
    app.at(local('08:00'))
    const window = { from: local('09:30'), to: local('12:30') }
    await visit(id, 'scheduleVisit', { technician: 'me', date: '2026-10-14', window })
    await visit(id, 'startTravel', { at: local('08:00') })
    app.at(local('13:00'))
    const arrived = await visit(id, 'arriveAtVisit', { how: 'button', at: local('09:24'), position, begin: true })
    expect(arrived).toMatchObject({
      status: 'on-site',
      arrival: { earlyMinutes: 6, recordedAt: local('13:00') },
      begunAt: local('09:24'),
    })
    expect(arrived.missing.signature).toBe(true)

    await app.call(admin(), 'registerDevice', {
      ...at(),
      body: { id: 'PRN-01', name: 'p', class: 'printer', site: 'HQ', inServiceFrom: '2026-10-01' },
    })
    await visit(id, 'checkVisit', {
      entries: [
        { result: 'done', devices: 'all', tasks: 'all' },
        { result: 'not-done', reason: 'not-reached', devices: ['PC-08'], tasks: 'all', note: '使用人出差' },
      ],
    })
    const finished = await visit(id, 'finishVisit', { at: local('12:30') })
    expect(finished).toMatchObject({ status: 'finished', onSiteMinutes: 186, toMakeUp: [{ id: 'PC-08' }] })
    expect(finished.devices.find(({ id: pc }) => pc === 'PC-08')!.checks.dust).toMatchObject({ note: '使用人出差' })
    expect((await work()).map(item => [item.id, item.state.status])).toEqual([
      [`${id}-onsite`, 'covered'],
      [`${id}-travel`, 'covered'],
      [id, 'waiting'],
    ])
    const signed = await visit(id, 'signVisit', { how: 'on-device', name: '王珊', strokes: await file('visit-signature') })
    expect(signed).toMatchObject({ status: 'signed', signature: { name: '王珊' } })
    expect((await work()).find(item => item.id === id)).toMatchObject({ signedBy: '王珊', state: { status: 'covered' } })
  })

  it('has its service report stored once it is signed, for the client’s people too', async () => {
    expect(await code(app.call(owner, 'getVisitReport', at({ visit: id })))).toBe('field-service.report-pending')
    await renderReport(id, 'field-service.visit-signed.v1')
    const { report } = (await app.call(owner, 'getVisit', at({ visit: id }))) as VisitView
    expect(report).toMatchObject({ name: 'service-report-LANHAI-2026-10-14.pdf', type: 'application/pdf' })
    expect(await app.call(owner, 'getVisitReport', at({ visit: id }))).toMatchObject({
      url: expect.stringContaining('/visit-report/2026-10-HQ-'),
      sha256: (report as { sha256: string }).sha256,
    })
    expect(await code(app.call(owner, 'getVisitFile', at({ visit: id, sha256: sha256(stored) })))).toBe('ok')
    expect(await code(app.call(owner, 'getVisitFile', at({ visit: id, sha256: 'f'.repeat(64) })))).toBe('field-service.no-file')
  })

  it('is made up remotely for the device that was away, and the month is complete', async () => {
    app.at(local('11:00', '2026-10-29'))
    expect(await app.call(owner, 'getMaintenance', at({ month: '2026-10' }))).toMatchObject({
      devicesMaintained: 9,
      open: ['PC-08'],
    })
    const body = { mode: 'remote', from: local('10:00', '2026-10-29'), to: local('10:25', '2026-10-29') }
    expect(await visit(id, 'makeUpVisit', body)).toMatchObject({ status: 'finished', kind: 'make-up', onSiteMinutes: 25 })
    expect(await app.call(owner, 'getMaintenance', at({ month: '2026-10' }))).toEqual({
      month: '2026-10',
      devicesDue: 10,
      devicesMaintained: 10,
      visitsPlanned: 1,
      visitsDone: 1,
      makeUps: 1,
      open: [],
    })
    expect(await code(visit(id, 'makeUpVisit', body))).toBe('field-service.nothing-to-make-up')
    expect((await work()).filter(item => item.kind === 'maintenance-remote')).toMatchObject([
      { minutes: 25, state: { status: 'covered' } },
    ])
  })

  it('of another provider with the same ids is still only planned', async () => {
    expect(await app.call(admin('two'), 'getVisit', at({ visit: id }))).toMatchObject({ status: 'planned' })
    expect(await work('2026-10', admin('two'))).toEqual([])
  })
})

describe('a dispatch', () => {
  const doing = { now: local('17:40', '2026-10-09'), actor: owner.actor }
  const terms = maintenanceTerms()
  const policy = { targets: targetsOf(terms), calendar: terms.calendar, siteArrivalMinutes: 60 }

  async function ticket(number: string): Promise<void> {
    await app.commit(admin(), async uow => {
      const [known] = (await queryAll(app.database, admin(), { index: 'gsi2', client: 'LANHAI', part: 'K' })).map(
        item => item.row as { id: string },
      )
      const facts = {
        client: 'LANHAI',
        number,
        team: 'desk',
        requester: { contact: 'wang', name: '王珊', company: 'Lanhai' },
        contract: {
          outcome: 'chosen' as const,
          contract: known!.id,
          version: 1,
          number: terms.number,
          reason: 'serves-the-site',
        },
        policy,
        scope: { outcome: 'covered' as const, reason: 'fault', at: doing.now },
        matrix: standardMatrix,
      }
      const opened = openTicket({ kind: 'incident', channel: 'portal', subject: 'PC will not boot', site: 'HQ' }, facts, doing)
      const loaded = uow.create(ticketAggregate, { client: 'LANHAI', id: number }, unwrap(opened))
      uow.append(loaded, unwrap(requestOnSite(loaded.state, {}, doing, policy)))
    })
  }
  const load = (number: string): Promise<Ticket> =>
    app.commit(admin(), async uow => (await uow.load(ticketAggregate, { client: 'LANHAI', id: number })).state)

  it('stops the ticket’s arrival clock when the work begins, in the same commit, and gives it its minutes', async () => {
    app.at(local('17:40', '2026-10-09'))
    await ticket('LANHAI-3')
    app.at(local('16:00', '2026-10-10'))
    const body = { site: 'HQ', tickets: ['LANHAI-3'], technician: 'me' }
    const { id } = (await app.call(admin(), 'dispatchVisit', { ...at(), body })) as VisitView
    await visit(id, 'startTravel', { at: local('09:10', '2026-10-10') })
    await visit(id, 'arriveAtVisit', {
      how: 'typed',
      at: local('09:40', '2026-10-10'),
      place: '前台',
      reason: '手机没电',
      begin: true,
    })
    const state = await load('LANHAI-3')
    expect(currentOnSite(state)).toMatchObject({ arrivedAt: local('09:40', '2026-10-10') })
    expect(state.status).toBe('in-progress')

    const withPart = await visit(id, 'addVisitPart', {
      name: 'SSD 512 GB',
      quantity: 1,
      device: 'PC-01',
      at: local('14:00', '2026-10-10'),
    })
    const item = async () => (await work()).find(known => known.kind === 'part')!
    expect((await item()).state).toMatchObject({ status: 'waiting', reason: { key: 'part-without-cost' } })
    const part = withPart.parts[0]!.id
    const complete = (facts: unknown) => app.call(admin(), 'completeVisitPart', { ...at({ visit: id, part }), body: facts })
    await complete({ unitCost: { currency: 'CNY', minor: 39_900 } })
    expect((await item()).state).toMatchObject({ status: 'waiting', reason: { key: 'part-without-receipt' } })
    await complete({ receipt: await file('receipt') })
    expect((await item()).state).toMatchObject({ status: 'billable', rate: { unitMinor: 39_900 } })

    await visit(id, 'finishVisit', { at: local('14:00', '2026-10-10') })
    const entries = (await load('LANHAI-3')).work.map(({ kind, minutes }) => [kind, minutes])
    expect(entries).toEqual([
      ['part', undefined],
      ['travel', 30],
      ['onsite', 260],
    ])
    expect(await app.call(owner, 'getVisit', at({ visit: id }))).toMatchObject({ status: 'finished', actions: ['sign'] })
    expect(await visit(id, 'signVisit', { how: 'portal', name: '王珊' }, owner)).toMatchObject({ status: 'signed' })
  })

  it('is seen by the user whose ticket it serves, not by a colleague', async () => {
    const { items } = (await app.call(admin(), 'listClientVisits', at())) as { items: VisitRow[] }
    const { id } = items.find(row => row.kind === 'ticket')!
    const user = personOf('one', 'LANHAI', 'client-user')
    expect(await code(app.call(user, 'getVisit', at({ visit: id })))).toBe('ok')
    const colleague = { ...user, contact: 'zhao', actor: { ...user.actor, id: 'zhao' } }
    expect(await code(app.call(colleague, 'getVisit', at({ visit: id })))).toBe('field-service.not-found')
    const [ticket] = items.find(row => row.id === id)!.tickets
    const list = (ctx: typeof user, query: object) => app.call(ctx, 'listClientVisits', { ...at(), query })
    expect(await list(user, { ticket })).toMatchObject({ items: [{ id, tickets: [ticket] }] })
    expect(await code(list(user, {}))).toBe('field-service.ticket-needed')
    expect(await code(list(colleague, { ticket }))).toBe('incident.not-found')
  })

  it('that nobody signs keeps waiting until a service manager answers for it', async () => {
    app.at(local('17:00', '2026-10-20'))
    await ticket('LANHAI-4')
    const body = { site: 'HQ', tickets: ['LANHAI-4'], technician: 'me' }
    const { id } = (await app.call(admin(), 'dispatchVisit', { ...at(), body })) as VisitView
    await visit(id, 'arriveAtVisit', { how: 'button', position, at: local('16:00', '2026-10-20'), begin: true })
    await visit(id, 'finishVisit', {})
    expect(await code(visit(id, 'leaveUnsigned', { reason: 'client-absent', note: '锁门' }))).toBe('field-service.photo-needed')
    await visit(id, 'leaveUnsigned', { reason: 'client-absent', note: '锁门', photo: await file('visit-photo') })
    const waiting = async () => (await work()).find(item => item.id === id)!.state.status
    expect(await waiting()).toBe('waiting')
    expect(await code(app.call(owner, 'getVisitReport', at({ visit: id })))).toBe('field-service.no-report')
    await visit(id, 'acceptUnsigned', { note: '电话确认' }, staffOf('one', 'service-manager'))
    expect(await waiting()).toBe('covered')
    await renderReport(id, 'field-service.visit-unsigned-accepted.v1')
    expect(await code(app.call(owner, 'getVisitReport', at({ visit: id })))).toBe('ok')
    const signed = await visit(id, 'signVisit', { how: 'typed', name: '王珊' })
    expect(signed).toMatchObject({ signature: { how: 'typed', name: '王珊' }, report: 'pending' })
  })

  it('takes no file that was uploaded for something else', async () => {
    const { items } = (await app.call(admin(), 'listClientVisits', at())) as { items: VisitRow[] }
    const open = items.find(row => row.status === 'finished' || row.status === 'unsigned')!
    const strokes = await file('receipt')
    expect(await code(visit(open.id, 'signVisit', { how: 'on-device', name: 'x', strokes }))).toBe('tenancy.no-file')
  })
})

describe('lists', () => {
  it('of a week and of a technician leave out clients whom the caller does not serve', async () => {
    const rows = async (ctx: TenantContext, query: unknown) =>
      ((await app.call(ctx, 'listVisits', { query })) as { items: VisitRow[] }).items.map(({ id }) => id)
    expect(await rows(admin(), { week: '2026-W42' })).toEqual(['2026-10-HQ'])
    expect(await rows(admin(), { technician: 'me', from: '2026-10-14', to: '2026-10-14' })).toEqual(['2026-10-HQ'])
    expect(await rows({ ...admin(), clients: ['HONGDA'] }, { week: '2026-W42' })).toEqual([])
    expect(await rows(admin('two'), { technician: 'me' })).toEqual([])
  })
})

describe('history', () => {
  it('of all that was done folds to what is stored, and no key lies in another scope', async () => {
    const all = (await app.database.client.send(new ScanCommand({ TableName: app.database.table }))).Items as StoredItem[]
    const aggregates = [
      visitAggregate,
      deviceAggregate,
      ticketAggregate,
      contractAggregate,
      ...[clientAggregate, siteAggregate, contactAggregate, staffAggregate, providerAggregate],
    ]
    const checks = [...historyChecks(all, aggregates), ...scopeChecks(all)]
    expect(checks.flatMap(check => check.problems)).toEqual([])
    expect(checks.every(check => check.checked > 0)).toBe(true)
  })
})
