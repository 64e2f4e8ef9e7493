import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unwrap } from '../../kernel/result.ts'
import { planCredit } from './credit-note.ts'
import { type Explanation, evaluate } from './explanation.ts'
import type { UntaxedLine } from './invoice-line.ts'
import { taxInclusive } from './tax.ts'

const empty = { key: '', figure: '0', unit: 'minor', rounding: 'none', inputs: {}, sources: [] } as const
const lineOf = (grossMinor: number, at: number): UntaxedLine => ({
  line: at + 1,
  kind: 'part',
  description: 'Cable',
  clause: '2(1)(4)',
  quantity: '1',
  unit: 'piece',
  rateVersion: { contract: 'k1', version: 1 },
  grossMinor,
  taxRate: at % 3 === 0 ? '0.06' : '0.13',
  sources: [{ kind: 'ticket', id: `X-${at}` }],
  explanation: { ...empty, inputs: {}, sources: [], equation: { kind: 'value', value: '0' } },
})
const bytes = (value: unknown) => JSON.stringify(value).length
const figure = (explanation: Explanation) => Number(evaluate(explanation).toString())

/** An event holds 16 KB, an item 400 KB, a commit 4 MB, an answer 6 MB. */
describe('a bill of four hundred lines', () => {
  const bill = taxInclusive(Array.from({ length: 400 }, (_, at) => lineOf(1_001 + ((at * 7_919) % 90_001), at)))
  const plan = unwrap(planCredit(bill.lines, Math.round(bill.grossMinor / 3), { bill: { id: 'i1', number: 'INV-1' } }))

  test('fits into its event, its items, a commit of forty lines and an answer', () => {
    expect(bytes(bill.taxGroups)).toBeLessThan(8_000)
    expect(Math.max(...bill.lines.map(bytes))).toBeLessThan(3_000)
    expect(bytes(bill)).toBeLessThan(1_500_000)
    expect(Math.max(...plan.lines.map(bytes))).toBeLessThan(3_000)
  })

  test('is explained to the last unit, and so is its credit', () => {
    for (const { taxExplanation, taxMinor } of bill.lines) expect(figure(taxExplanation)).toBe(taxMinor)
    for (const { explanation, taxMinor } of bill.taxGroups) expect(figure(explanation)).toBe(taxMinor)
    for (const { explanation, grossMinor, taxExplanation, taxMinor } of plan.lines)
      expect([figure(explanation), figure(taxExplanation)]).toEqual([grossMinor, taxMinor])
  })
})

test('however many lines and whatever amounts, each share is what its own equation gives', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 20, maxLength: 40 }), amounts => {
      const bill = taxInclusive(amounts.map(lineOf))
      for (const { taxExplanation, taxMinor } of bill.lines) expect(figure(taxExplanation)).toBe(taxMinor)
      const plan = unwrap(planCredit(bill.lines, Math.ceil(bill.grossMinor / 7)))
      for (const { explanation, grossMinor } of plan.lines) expect(figure(explanation)).toBe(grossMinor)
    }),
    { numRuns: 30 },
  )
})
