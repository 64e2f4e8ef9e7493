import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { run } from './billing.ts'

const file = new URL('../../../shared/oracles/billing_cases.json', import.meta.url)

test.skipIf(!existsSync(file))('every billing case of our kinds agrees, the others are skipped and counted', () => {
  const results = run(JSON.parse(readFileSync(file, 'utf8')))
  expect(results.filter(({ status }) => status === 'failed')).toEqual([])
  expect(results.filter(({ status }) => status === 'passed')).toHaveLength(16)
  expect(results).toHaveLength(103)
})

const judged = (kind: string, input: unknown, expected: unknown) => run({ cases: [{ id: 'x', kind, input, expected }] })[0]

describe('the oracle notices', () => {
  test('a share that is off by one, and accepts a negative amount and no decimals', () => {
    const input = { amount: '-0.05', weights: ['1', '1', '1'], scale: 2 }
    expect(judged('allocate', input, { shares: ['-0.02', '-0.02', '-0.01'] })?.status).toBe('passed')
    expect(judged('allocate', input, { shares: ['-0.02', '-0.01', '-0.02'] })?.status).toBe('failed')
    expect(judged('allocate', { amount: '5', weights: ['1', '1', '1'], scale: 0 }, { shares: ['2', '2', '1'] })?.status).toBe(
      'passed',
    )
  })

  test('a tax, a credit and a prorated amount that are off by one', () => {
    expect(judged('tax', { amountCents: 2999, taxRatePercent: '23.33' }, { taxCents: 700, totalCents: 3699 })?.status).toBe(
      'passed',
    )
    expect(judged('tax', { amountCents: 2999, taxRatePercent: '23.33' }, { taxCents: 699, totalCents: 3698 })?.status).toBe(
      'failed',
    )
    const credit = { paidAmountCents: 20000, taxRatePercent: '25', periodDays: 30, usedDays: 1 }
    expect(judged('credit_note', credit, { creditExclTaxCents: 19333, taxCents: 4833, totalCents: 24166 })?.status).toBe('passed')
    const nothing = { ...credit, usedDays: 30 }
    expect(judged('credit_note', nothing, { creditExclTaxCents: 0, taxCents: 0, totalCents: 0 })?.status).toBe('passed')
    const part = {
      amountCents: 100,
      periodStart: '2022-03-01',
      periodEndInclusive: '2022-03-31',
      billFrom: '2022-03-15',
      billToInclusive: '2022-03-31',
    }
    expect(judged('proration_days', part, { amountCents: 55, precise: '54.83870967741935' })?.status).toBe('passed')
    expect(judged('proration_days', part, { amountCents: 55, precise: '54.9' })?.status).toBe('failed')
  })

  test('input it cannot read, in that case alone, and a kind it does not know', () => {
    expect(judged('tax', { amountCents: 1.5 }, { taxCents: 0, totalCents: 0 })?.status).toBe('failed')
    expect(judged('tax', { amountCents: 1, taxRatePercent: '6' }, {})).toMatchObject({ status: 'failed' })
    expect(judged('toString', {}, {})).toMatchObject({ status: 'skipped' })
  })
})
