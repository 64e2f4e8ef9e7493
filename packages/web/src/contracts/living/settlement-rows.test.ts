import { expect, test } from 'vitest'
import { settlementRows } from './settlement-rows.ts'

const sum = (rows: { minor: number }[]) => rows.reduce((total, { minor }) => total + minor, 0)

test('the rows add up to what is paid: the worked example, ended by the client without a ground', () => {
  const ground = {
    ground: 'client' as const,
    penaltyByClientMinor: 360_000,
    penaltyByProviderMinor: 0,
    refundMinor: 2_692_603,
    setOffMinor: 0,
    netToClientMinor: 2_332_603,
  }
  expect(sum(settlementRows(ground))).toBe(ground.netToClientMinor)
})
test('a penalty of the provider goes to the client, open bills are set off', () => {
  const rows = settlementRows({
    ground: 'provider',
    penaltyByClientMinor: 0,
    penaltyByProviderMinor: 360_000,
    refundMinor: 3_600_000,
    setOffMinor: 3_600_000,
    netToClientMinor: 360_000,
  })
  expect(rows.map(({ minor }) => minor)).toEqual([3_600_000, 360_000, -3_600_000])
  expect(sum(rows)).toBe(360_000)
})
