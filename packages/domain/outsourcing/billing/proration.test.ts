import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unwrap } from '../../kernel/result.ts'
import { addDays } from '../../kernel/time.ts'
import { cumulativeShare, inclusive, prorateByDays } from './proration.ts'

const year = inclusive('2026-10-01', '2027-09-30')

test('92 of 365 days of 36,000.00 are 9,073.97', () => {
  expect(unwrap(prorateByDays(3600000, year, inclusive('2026-10-01', '2026-12-31')))).toMatchObject({
    minor: 907397,
    days: 92,
    ofDays: 365,
  })
})

test('a leap year has 366 days, and the 29th of February is one of them', () => {
  const leap = inclusive('2028-01-01', '2028-12-31')
  expect(unwrap(prorateByDays(36600, leap, inclusive('2028-02-29', '2028-02-29')))).toMatchObject({ minor: 100, ofDays: 366 })
})

test('a part outside its period, and a period without a day, are refused', () => {
  expect(prorateByDays(1, year, inclusive('2026-09-30', '2026-10-01'))).toMatchObject({
    error: { code: 'billing.outside-period' },
  })
  expect(prorateByDays(1, year, inclusive('2027-09-01', '2027-10-01')).ok).toBe(false)
  expect(prorateByDays(1, { from: '2026-10-01', to: '2026-10-01' }, year)).toMatchObject({
    error: { code: 'billing.empty-period' },
  })
})

test('parts of a period sum to the whole, wherever it is cut, and the whole is the price', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 364 }), { maxLength: 12 })
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), cuts, (amount, days) => {
      const edges = [0, ...days.sort((a, b) => a - b), 365]
      const parts = edges.slice(1).map((to, index) => cumulativeShare(amount, edges[index] ?? 0, to, 365))
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount)
      expect(unwrap(prorateByDays(amount, year, year)).minor).toBe(amount)
      const first = { from: year.from, to: addDays(year.from, edges[1] ?? 365) }
      expect(unwrap(prorateByDays(amount, year, first)).minor).toBe(parts[0])
    }),
  )
})
