import { unwrap } from '@pactdesk/domain/kernel/result'
import { createProvider, providerAggregate } from '@pactdesk/domain/tenancy/index'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staffOf, startUseCases, type UseCases } from '../testing.ts'
import { takeNumber } from './number.ts'

let app: UseCases
beforeAll(async () => {
  app = await startUseCases([])
})
afterAll(() => app.stop())

/** Numbers given on these days, each in a commit of its own, by a provider whose settings say `prefix` and `next`. */
async function given(provider: string, prefix: string, next: number, days: readonly string[]): Promise<string[]> {
  const admin = staffOf(provider)
  const settings = {
    name: { zh: provider, en: provider },
    billingZone: 'Asia/Shanghai',
    currency: 'CNY',
    emergencyPhone: '400-100-2026',
    stripe: false,
    invoiceSeries: { prefix, width: 4, next },
  }
  await app.commit(admin, async uow => {
    uow.create(providerAggregate, { id: provider }, unwrap(createProvider(provider, settings)))
  })
  const numbers: string[] = []
  for (const day of days) await app.commit(admin, async uow => void numbers.push(await takeNumber(uow, day)))
  return numbers
}

describe('numbers of bills', () => {
  const days = ['2026-11-30', '2026-12-31', '2027-01-01', '2027-02-01', '2028-01-01']

  it('go on from the other system in the first year and count anew in each later one', async () => {
    expect(await given('one', 'INV-{yyyy}-', 107, days)).toEqual([
      'INV-2026-0107',
      'INV-2026-0108',
      'INV-2027-0001',
      'INV-2027-0002',
      'INV-2028-0001',
    ])
  })

  it('without a year in the prefix never count anew', async () => {
    expect(await given('two', 'B-', 107, days)).toEqual(['B-0107', 'B-0108', 'B-0109', 'B-0110', 'B-0111'])
  })
})
