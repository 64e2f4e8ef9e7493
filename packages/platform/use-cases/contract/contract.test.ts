import { createHash } from 'node:crypto'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { TenantContext } from '@pactdesk/domain/kernel/context'
import type { Envelope } from '@pactdesk/domain/kernel/event'
import {
  type ContractRow,
  type ContractView,
  contractAggregate,
  contractEvents,
  type LivingContract,
  type MaintenancePlan,
} from '@pactdesk/domain/outsourcing/contract/index'
import { maintenanceDraft } from '@pactdesk/domain/outsourcing/contract/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { StoredItem } from '../../audit/check.ts'
import { historyChecks } from '../../audit/history.ts'
import { scopeChecks } from '../../audit/scopes.ts'
import type { Delivery } from '../../events/consumer.ts'
import * as store from '../../files/store.ts'
import type { RouteHandler } from '../../http/api.ts'
import * as stripeClient from '../../stripe/client.ts'
import { handlers as configuration } from '../configuration/index.ts'
import { planDueVisits } from '../field-service/index.ts'
import { createProvider, handlers as tenancy } from '../tenancy/index.ts'
import { personOf, staffOf, startUseCases, type UseCases } from '../testing.ts'
import { activateContract } from './activation.ts'
import { renderContract } from './document.ts'
import { contractTimer, handlers, reportStep } from './index.ts'
import { contractFor, contractsInForce, termsOfVersion } from './register.ts'

let app: UseCases
const files = new Map<string, Buffer>()
const admin = staffOf('one')
const owner = personOf('one', 'LANHAI')
const strokes = { width: 300, height: 120, lines: [[10, 10, 100, 90]] }
const hours = { days: ['mon'], from: '09:00', to: '18:00', lunchBreak: 'none', holidays: 'cn' }
const paper = (number: string, firstDay: string, lastDay: string) => ({
  terms: maintenanceDraft({ number, firstDay, lastDay }),
  providerSignedOn: '2025-12-20',
  clientSignedOn: '2025-12-22',
  opening: {
    billed: { currency: 'CNY', minor: 3_600_000 },
    paid: { currency: 'CNY', minor: 3_600_000 },
    recognisedUntil: '2026-09-01',
  },
})

beforeAll(async () => {
  const withAddress: RouteHandler[] = handlers.map(handler => ({
    ...handler,
    run: call => handler.run({ ...(call as object), sourceIp: '203.0.113.9' } as never),
  }))
  app = await startUseCases([...tenancy, ...configuration, ...withAddress])
  vi.spyOn(store, 'fileStoreOf').mockReturnValue({
    put: async (key: string, bytes: Buffer) => {
      files.set(key, bytes)
      return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    },
    downloadUrl: async (key: string) => `https://files.example/${key}`,
    read: async (key: string) => files.get(key),
  } as unknown as store.FileStore)
  for (const ctx of [admin, staffOf('two')]) {
    for (const key of ['LANHAI', 'HONGDA']) {
      const name = { zh: key, en: key }
      await app.call(ctx, 'createClient', { body: { key, name, mark: '蓝', billingZone: 'Asia/Shanghai' } })
      const site = { id: 'HQ', name, address: '路 1 号', zone: 'Asia/Shanghai', arrivalMinutes: 60, hours }
      await app.call(ctx, 'openSite', { params: { client: key }, body: site })
      const devices = [...Array.from({ length: 8 }, (_, n) => `PC-0${n + 1},pc,${n}`), 'SRV-01,server,', 'NET-01,network,']
      const csv = ['id,class,name', ...devices].join('\n')
      await app.call(ctx, 'importDevices', { params: { client: key }, body: { csv, mode: 'all-or-nothing' } })
    }
  }
  app.at('2026-09-30T08:20:00Z')
})
afterAll(() => app.stop())

const call = <T>(ctx: TenantContext, id: string, client: string, contract?: string, body?: unknown, query?: unknown) =>
  app.call(ctx, id, { params: { client, ...(contract && { contract }) }, body, query }) as Promise<T>
const code = async (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: { error?: { code: string } }) => error.error?.code ?? String(error),
  )
const draft = (number: string, client = 'LANHAI', ctx = admin, terms = {}) =>
  call<ContractView>(ctx, 'createContract', client, undefined, { terms: maintenanceDraft({ number, ...terms }) })
const render = (client: string, contract: string, document: 'offer' | 'signed', ctx = admin) =>
  app.commit(ctx, async uow => {
    const data = { client, contract, version: 1, document }
    await renderContract.run({ uow, ctx, event: { data } as Envelope, clock: app.clock } as unknown as Delivery<never>)
  })
const signature = (view: ContractView, name = '林秀英') => ({
  documentSha256: view.document.sha256,
  clausesRead: view.printedClauses,
  consent: true,
  name,
  title: '总经理',
  strokes,
})
const tickTo = async (instant: string, client: string, id: string) => {
  app.at(instant)
  await app.commit({ ...admin, kind: 'system' }, async uow => {
    const loaded = await uow.load(contractAggregate, { client, id })
    await contractTimer.advance(loaded as never, instant, uow)
  })
}

describe('a contract from draft to force', () => {
  let id: string
  let offered: ContractView
  it('is drafted with its words, and does not exist for the client yet', async () => {
    const view = await draft('WB-2026-001')
    id = view.id
    expect(view).toMatchObject({ status: 'draft', need: 'offer', firstDay: '2026-10-01', lastDay: '2027-09-30' })
    expect(view.clauses.find(({ no }) => no === '1(1)')?.text?.zh).toContain('人民币叁万陆仟元整')
    expect(await code(call(owner, 'getContract', 'LANHAI', id))).toBe('contract.not-found')
    expect(await call(owner, 'listContractsOfClient', 'LANHAI')).toEqual({ items: [] })
  })
  it('takes its number once a provider; another provider has the same one', async () => {
    expect(await code(draft('WB-2026-001', 'HONGDA'))).toBe('contract.number-taken')
    expect((await draft('WB-2026-001', 'LANHAI', staffOf('two'))).status).toBe('draft')
  })
  it('has the number the parties write, in any script and width', async () => {
    const two = staffOf('two')
    const { id: drafted, terms } = await draft('京运维〔2026〕第012号/A', 'HONGDA', two)
    expect(terms.number).toBe('京运维〔2026〕第012号/A')
    expect(await code(draft('京运维〔2026〕第０１２号／Ａ', 'LANHAI', two))).toBe('contract.number-taken')
    const wide = maintenanceDraft({ number: '京运维〔2026〕第０１２号/A' })
    await call(two, 'changeContractDraft', 'HONGDA', drafted, { terms: wide })
    await call(two, 'discardContract', 'HONGDA', drafted, {})
    const again = await draft('京运维〔2026〕第012号/A', 'HONGDA', two)
    await call(two, 'discardContract', 'HONGDA', again.id, {})
    expect(() => maintenanceDraft({ number: 'WB\n1' })).toThrow(/one line/)
  })
  it('refuses what is wrong and changes nothing', async () => {
    const wrong = (terms: object) => code(draft('WB-X', 'LANHAI', admin, terms))
    expect(await wrong({ template: 'none-such' })).toBe('contract.unknown-template')
    expect(await wrong({ lastDay: '2026-09-01' })).toBe('contract.term-reversed')
    expect(await wrong({ feeLines: [{ line: 1, item: 'x', gross: { currency: 'CNY', minor: -1 }, taxRate: '0.06' }] })).toBe(
      'contract.negative-amount',
    )
    expect(await wrong({ feeLines: [{ line: 1, item: 'x', gross: { currency: 'USD', minor: 1 }, taxRate: '0.06' }] })).toBe(
      'contract.wrong-currency',
    )
    const rows = await call<{ items: ContractRow[] }>(admin, 'listContractsOfClient', 'LANHAI')
    expect(rows.items.map(({ number }) => number)).toEqual(['WB-2026-001'])
  })
  it('shows what is wrong beside the words before it is saved', async () => {
    const preview = await call<{ issues: { code: string }[] }>(admin, 'previewContract', 'LANHAI', undefined, {
      terms: maintenanceDraft({ lastDay: '2026-09-01' }),
    })
    expect(preview.issues.map(issue => issue.code)).toEqual(['contract.term-reversed'])
  })
  it('is offered, and its PDF stored under the hash of its bytes, once', async () => {
    expect(await call<ContractView>(admin, 'offerContract', 'LANHAI', id, {})).toMatchObject({
      status: 'offered',
      document: { status: 'requested' },
      actions: ['withdraw'],
    })
    expect(await code(call(admin, 'getContractPdf', 'LANHAI', id))).toBe('contract.document-pending')
    await render('LANHAI', id, 'offer')
    await render('LANHAI', id, 'offer')
    offered = await call<ContractView>(admin, 'getContract', 'LANHAI', id)
    expect(offered.actions).toEqual(['withdraw', 'sign-as-provider', 'sign-on-paper'])
    const [[key, bytes]] = [...files] as [[string, Buffer]]
    expect(files.size).toBe(1)
    expect(key).toMatch(/^p\/one\/c\/LANHAI\/contract\//)
    expect(offered.document.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(await call(owner, 'getContractPdf', 'LANHAI', id)).toMatchObject({ sha256: offered.document.sha256 })
  })
  it('is signed by the provider first, then by the client’s owner, who alone may', async () => {
    expect(await code(call(owner, 'signContract', 'LANHAI', id, signature(offered)))).toBe('contract.wrong-state')
    const first = await call<ContractView>(admin, 'signContract', 'LANHAI', id, signature(offered, '孙宇'))
    expect(first).toMatchObject({ status: 'signed-by-provider', signatures: [{ party: 'provider', name: '孙宇' }] })
    expect(
      await code(call(personOf('one', 'LANHAI', 'client-user'), 'signContract', 'LANHAI', id, signature(offered))),
    ).toContain('403')
    expect(await code(call(owner, 'signContract', 'LANHAI', id, { ...signature(offered), documentSha256: 'f'.repeat(64) }))).toBe(
      'contract.document-changed',
    )
    expect(await code(call(owner, 'signContract', 'LANHAI', id, { ...signature(offered), clausesRead: 3 }))).toBe(
      'contract.not-read',
    )
    const second = await call<ContractView>(owner, 'signContract', 'LANHAI', id, signature(offered))
    expect(second).toMatchObject({ status: 'active', signedOn: '2026-09-30', schedule: [{ due: { dueOn: '2026-10-08' } }] })
    expect(second.steps).toBeUndefined()
    const again = await call<ContractView>(admin, 'getContract', 'LANHAI', id)
    expect(again.signatures.map(({ name }) => name)).toEqual(['孙宇', '林秀英'])
    expect(await code(call(owner, 'signContract', 'LANHAI', id, signature(offered)))).toBe('contract.wrong-state')
  })
  it('keeps names and addresses out of the history', async () => {
    const events = (await items()).filter(({ t, pk }) => t === 'event' && pk.endsWith(`K#${id}`))
    expect(events.length).toBeGreaterThan(8)
    expect(JSON.stringify(events)).not.toMatch(/林秀英|203\.0\.113\.9/)
  })
  it('has a signed copy with the record of both signatures', async () => {
    await render('LANHAI', id, 'signed')
    const copy = await call<{ sha256: string; name: string }>(owner, 'getContractPdf', 'LANHAI', id, undefined, {
      document: 'signed',
    })
    expect(copy.name).toBe('WB-2026-001-signed.pdf')
    expect(copy.sha256).not.toBe(offered.document.sha256)
  })
  it('is pinned by version and chosen by day and site, with its reason', async () => {
    await app.commit(admin, async uow => {
      expect(await contractFor(uow, 'LANHAI', '2026-10-01T00:00:00Z', 'HQ')).toMatchObject({
        outcome: 'chosen',
        contract: id,
        version: 1,
        reason: 'serves-the-site',
      })
      expect(await contractFor(uow, 'LANHAI', '2026-09-30T08:00:00Z', 'HQ')).toMatchObject({ outcome: 'none' })
      expect((await termsOfVersion(uow, 'LANHAI', { contract: id, version: 1 })).number).toBe('WB-2026-001')
    })
  })
  it('stops another contract for the same site and days', async () => {
    expect(await code(draft('WB-2026-002', 'LANHAI', admin, { firstDay: '2027-09-30', lastDay: '2028-09-29' }))).toBe(
      'contract.overlapping-terms',
    )
    expect((await draft('WB-2026-003', 'LANHAI', admin, { firstDay: '2027-10-01', lastDay: '2028-09-30' })).status).toBe('draft')
  })
  it('opens its cost centre once, and shows each step to staff alone', async () => {
    for (let n = 0; n < 2; n++)
      await app.commit(admin, uow =>
        activateContract.run({ uow, event: { data: { client: 'LANHAI', contract: id } } } as unknown as Delivery<never>),
      )
    await app.commit(admin, uow => reportStep(uow, { client: 'LANHAI', contract: id }, 'bill', 'failed', 'no number series'))
    const view = await call<ContractView>(admin, 'getContract', 'LANHAI', id)
    expect(view.need).toBe('activation')
    expect(view.steps?.map(({ step, status }) => `${step} ${status}`)).toContain('cost-centre done')
    expect((await items()).filter(({ t }) => t === 'cost-centre')).toHaveLength(1)
  })
  it('makes the client a customer at Stripe once, found before it is made; without Stripe the step is skipped', async () => {
    const made: object[] = []
    const search = async () => ({ data: made.slice(0, 1) })
    const create = async (customer: object) => {
      made.push({ id: 'cus_1', ...customer })
      return made[0]
    }
    const link = () =>
      app.commit({ ...admin, kind: 'system' }, uow => {
        const event = { data: { client: 'LANHAI', contract: id } }
        return activateContract.run({ uow, ctx: uow.ctx, event } as unknown as Delivery<never>)
      })
    const step = async () => {
      const view = await call<ContractView>(admin, 'getContract', 'LANHAI', id)
      return view.steps?.find(known => known.step === 'stripe-customer')
    }
    await link()
    expect(await step()).toMatchObject({ status: 'skipped', note: 'bank-transfer' })
    await app.commit(admin, async uow =>
      createProvider(uow, {
        name: { zh: '诚信信息', en: 'Chengxin IT' },
        billingZone: 'Asia/Shanghai',
        currency: 'CNY',
        emergencyPhone: '400-100-2026',
        stripe: true,
        invoiceSeries: { prefix: 'INV-', width: 4, next: 1 },
      }),
    )
    const standIn = vi.spyOn(stripeClient, 'stripe').mockReturnValue({ customers: { search, create } } as never)
    for (let n = 0; n < 2; n++) await link()
    standIn.mockRestore()
    expect(await step()).toMatchObject({ status: 'done', note: 'cus_1' })
    expect(made).toMatchObject([{ metadata: { pactdesk: 'one/LANHAI' } }])
  })
  it('plans its visits on working days, each once', async () => {
    for (let n = 0; n < 2; n++) {
      const data = { client: 'LANHAI', contract: id, version: 1, months: ['2026-10', '2026-11'] }
      await app.commit(admin, uow => planDueVisits.run({ uow, event: { data } } as unknown as Delivery<never>))
    }
    const visits = (await items()).filter(({ t, pk }) => t === 'visit' && pk.startsWith('P#one#C#LANHAI#'))
    expect(visits.map(({ data }) => (data as { date: string }).date).sort()).toEqual(['2026-10-10', '2026-11-10'])
    const view = await call<ContractView>(admin, 'getContract', 'LANHAI', id)
    expect(view.steps?.find(({ step }) => step === 'visit-plan')).toMatchObject({ status: 'done', attempts: 1 })
    const plan = await call<MaintenancePlan>(owner, 'getMaintenancePlan', 'LANHAI', id)
    expect(plan.visits[0]).toMatchObject({ on: '2026-10-10', site: 'HQ' })
    expect(plan.visits[0]?.devices).toHaveLength(10)
  })
  it('lives: clauses with what was done, watched where something is missing', async () => {
    const living = await call<LivingContract>(owner, 'getLivingContract', 'LANHAI', id)
    expect(living.clauses.find(({ no }) => no === '2(1)(5)')).toMatchObject({
      state: 'running',
      lines: [{ code: 'visits.next', params: { on: '2026-10-10', of: 2 } }],
    })
    expect(living.clauses.find(({ no }) => no === '2(2)(3)')).toMatchObject({ state: 'watch', lines: [{ params: { pcs: 8 } }] })
  })
  it('wakes by its timers, each event as of its own instant', async () => {
    await tickTo('2026-10-03T01:00:00Z', 'LANHAI', id)
    const events = (await items()).filter(({ t, pk }) => t === 'event' && pk === `P#one#C#LANHAI#K#${id}`)
    const days = events.map(({ data }) => data as Envelope).filter(({ type }) => type === contractEvents.dayEnded.type)
    expect(days.map(({ occurredAt, data }) => [occurredAt, (data as { date: string }).date])).toEqual([
      ['2026-10-01T16:00:00Z', '2026-10-01'],
      ['2026-10-02T16:00:00Z', '2026-10-02'],
    ])
  })
  it('can be ended early and taken back; the register follows', async () => {
    const notice = {
      reason: '公司搬迁',
      by: 'client',
      ground: 'none',
      noticeOn: '2026-10-03',
      lastServiceDay: '2026-12-31',
    }
    const noticed = await call<ContractView>(admin, 'giveContractNotice', 'LANHAI', id, notice)
    expect(noticed).toMatchObject({ lastDay: '2026-12-31', ending: { ground: 'none' } })
    await app.commit(admin, async uow => {
      expect(await contractFor(uow, 'LANHAI', '2027-01-01T00:00:00Z', 'HQ')).toMatchObject({ outcome: 'none' })
    })
    expect(await call(admin, 'takeBackContractNotice', 'LANHAI', id, { reason: '继续合作' })).toMatchObject({
      lastDay: '2027-09-30',
    })
  })
})

describe('a contract signed on paper', () => {
  it('long ago is recorded in force, and seen by its client alone', async () => {
    const view = await call<ContractView>(
      admin,
      'recordPaperContract',
      'HONGDA',
      undefined,
      paper('P-1', '2026-01-01', '2026-12-31'),
    )
    expect(view).toMatchObject({ status: 'active', how: 'recorded', schedule: [], signedOn: '2025-12-22' })
    await app.commit(admin, async uow => {
      expect((await contractsInForce(uow, 'HONGDA')).map(({ number }) => number)).toEqual(['P-1'])
    })
    expect(await code(call(admin, 'getContractPdf', 'HONGDA', view.id, undefined, { document: 'scan' }))).toBe(
      'contract.no-document',
    )
    const other = personOf('two', 'HONGDA')
    expect(await code(call(other, 'getContract', 'HONGDA', view.id))).toBe('contract.not-found')
    expect(await call(other, 'listContractsOfClient', 'HONGDA')).toEqual({ items: [] })
  })
  it('is renewed by a draft with its terms and the term that follows', async () => {
    const rows = await call<{ items: ContractRow[] }>(admin, 'listContractsOfClient', 'HONGDA')
    const renewed = await call<ContractView>(admin, 'draftContractRenewal', 'HONGDA', rows.items[0]!.id, { number: 'P-2' })
    expect(renewed).toMatchObject({
      status: 'draft',
      firstDay: '2027-01-01',
      lastDay: '2027-12-31',
      renewalOf: rows.items[0]!.id,
    })
  })
  it('cannot be recorded twice for the same site and days, not even at the same moment', async () => {
    const past = (number: string) => ({
      ...paper(number, '2025-01-01', '2025-12-31'),
      opening: { ...paper(number, '2025-01-01', '2025-12-31').opening, recognisedUntil: '2026-01-01' },
    })
    const raced = await Promise.all(
      ['R-3', 'R-4'].map(number => code(call(admin, 'recordPaperContract', 'HONGDA', undefined, past(number)))),
    )
    expect(raced.sort()).toEqual(['contract.overlapping-terms', 'ok'])
  })
})

describe('all of it', () => {
  it('stays in its scopes, and every state is the fold of its history', async () => {
    const stored = await items()
    const checks = [...historyChecks(stored, [contractAggregate]), ...scopeChecks(stored)]
    expect(checks.flatMap(({ problems }) => problems)).toEqual([])
    expect(checks.every(({ checked }) => checked > 0)).toBe(true)
  })
  it('is listed for staff by what needs them', async () => {
    const { items: rows } = await app.call(admin, 'listContracts', {}).then(page => page as { items: ContractRow[] })
    expect(rows[0]?.need).toBe('activation')
    expect(rows.every(({ number }) => number !== undefined)).toBe(true)
  })
})

async function items(): Promise<StoredItem[]> {
  return (await app.database.client.send(new ScanCommand({ TableName: app.database.table }))).Items as StoredItem[]
}
