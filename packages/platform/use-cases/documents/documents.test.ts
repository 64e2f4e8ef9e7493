import { createHash } from 'node:crypto'
import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import type { ContractView } from '@pactdesk/domain/outsourcing/contract/index'
import { maintenanceDraft } from '@pactdesk/domain/outsourcing/contract/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Delivery } from '../../events/consumer.ts'
import * as store from '../../files/store.ts'
import { issueFee } from '../billing/fee-bill.ts'
import { handlers as contracts } from '../contract/index.ts'
import { createProvider, handlers as tenancy } from '../tenancy/index.ts'
import { staffOf, startUseCases, type UseCases } from '../testing.ts'
import { renderBill } from './bill.ts'

let app: UseCases
const admin = staffOf('one')
const files = new Map<string, Buffer>()
const params = { client: 'LANHAI' }

beforeAll(async () => {
  app = await startUseCases([...tenancy, ...contracts])
  vi.spyOn(store, 'fileStoreOf').mockReturnValue({
    put: async (key: string, bytes: Buffer) => {
      files.set(key, bytes)
      return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    },
  } as unknown as store.FileStore)
  await app.commit(admin, async uow =>
    createProvider(uow, {
      name: { zh: '诚信信息', en: 'Chengxin IT' },
      billingZone: 'Asia/Shanghai',
      currency: 'CNY',
      emergencyPhone: '400-100-2026',
      stripe: false,
      invoiceSeries: { prefix: 'INV-{yyyy}-', width: 4, next: 1 },
    }),
  )
  const name = { zh: '蓝海贸易', en: 'Lanhai' }
  await app.call(admin, 'createClient', { body: { key: 'LANHAI', name, mark: '蓝', billingZone: 'Asia/Shanghai' } })
  const hours = { days: ['mon'], from: '09:00', to: '18:00', lunchBreak: 'none', holidays: 'cn' }
  const site = { id: 'HQ', name, address: '路 1 号', zone: 'Asia/Shanghai', arrivalMinutes: 60, hours }
  await app.call(admin, 'openSite', { params, body: site })
})
afterAll(() => app.stop())

const nothing = { currency: 'CNY', minor: 0 }
const recorded = (number: string, firstDay: string, lastDay: string, billed = nothing) =>
  app.call(admin, 'recordPaperContract', {
    params,
    body: {
      terms: maintenanceDraft({ number, firstDay, lastDay }),
      providerSignedOn: '2026-09-30',
      clientSignedOn: '2026-09-30',
      opening: { billed, paid: nothing, lastInvoiceNumber: 'OLD-1', recognisedUntil: firstDay },
    },
  }) as Promise<ContractView>
const feeOf = async (contract: string) => {
  const event = { data: { client: 'LANHAI', contract }, occurredAt: '2026-10-08T02:00:00Z' }
  await app.commit({ ...admin, kind: 'system' }, uow => issueFee.run({ uow, event } as unknown as Delivery<never>))
}
const rendered = (bill: string) =>
  app.commit({ ...admin, kind: 'system' }, async uow => {
    const event = { data: { client: 'LANHAI', bill }, occurredAt: '2026-10-08T02:00:00Z' }
    await renderBill.run({ uow, ctx: uow.ctx, event } as unknown as Delivery<never>)
    return (await uow.load(billAggregate, { client: 'LANHAI', id: bill })).state
  })

describe('the PDF of a bill', () => {
  it('is stored under the hash of its bytes when the bill is issued, once', async () => {
    const contract = await recorded('WB-1', '2026-10-01', '2027-09-30')
    await feeOf(contract.id)
    const first = await rendered(`fee-${contract.id}-1`)
    const again = await rendered(`fee-${contract.id}-1`)
    expect(first).toMatchObject({ status: 'issued', number: 'INV-2026-0001', document: { name: 'INV-2026-0001.pdf' } })
    expect(again).toEqual(first)
    const [[key, bytes]] = [...files] as [[string, Buffer]]
    expect(files.size).toBe(1)
    expect(key).toMatch(/^p\/one\/c\/LANHAI\/bill\//)
    expect(first).toMatchObject({ document: { sha256: createHash('sha256').update(bytes).digest('hex') } })
  })
})
