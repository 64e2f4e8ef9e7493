import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unwrap } from '../../kernel/result.ts'
import { type CreditableLine, creditedTax, creditTaxGroups, planCredit } from './credit-note.ts'
import { evaluate } from './explanation.ts'
import { taxInclusive } from './tax.ts'
import { untaxedLine } from './testing.ts'

const rates = fc.constantFrom('0.06', '0.13', '0')
const issued = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 5_000_000 }), rates), { minLength: 1, maxLength: 6 })
  .map(list => taxInclusive(list.map(([gross, rate], index) => untaxedLine(index + 1, gross, rate))).lines)

const after = (lines: readonly CreditableLine[], credited: readonly { line: number; grossMinor: number; taxMinor: number }[]) =>
  lines.map((line): CreditableLine => {
    const own = credited.find(each => each.line === line.line)
    return {
      ...line,
      creditedGrossMinor: (line.creditedGrossMinor ?? 0) + (own?.grossMinor ?? 0),
      creditedTaxMinor: (line.creditedTaxMinor ?? 0) + (own?.taxMinor ?? 0),
    }
  })

describe('a credit note', () => {
  test('takes its tax from the stored tax: 1,524.12 of 2,037.74, where recomputing from gross would give 1,524.11', () => {
    expect(creditedTax({ amountMinor: 3600000, taxMinor: 203774 }, 2692603)).toBe(152412)
  })

  test('in full zeroes every line exactly', () => {
    fc.assert(
      fc.property(issued, lines => {
        const gross = lines.reduce((sum, line) => sum + line.grossMinor, 0)
        const plan = unwrap(planCredit(lines, gross))
        expect(plan.lines.map(line => [line.grossMinor, line.taxMinor])).toEqual(
          lines.map(line => [line.grossMinor, line.taxMinor]),
        )
      }),
    )
  })

  test('after others takes no more than is left, and the last one zeroes what they left', () => {
    fc.assert(
      fc.property(issued, fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 5 }), (lines, percents) => {
        let held: CreditableLine[] = lines.map(line => ({ ...line }))
        const left = () => held.reduce((sum, line) => sum + line.grossMinor - (line.creditedGrossMinor ?? 0), 0)
        for (const percent of percents) {
          const amount = Math.max(1, Math.floor((left() * percent) / 100))
          if (amount > left()) continue
          const plan = unwrap(planCredit(held, amount))
          expect(plan.lines.reduce((sum, line) => sum + line.grossMinor, 0)).toBe(amount)
          expect(plan.lines.reduce((sum, line) => sum + line.taxMinor, 0)).toBe(plan.taxMinor)
          for (const line of plan.lines) {
            expect(evaluate(line.explanation).equals(line.grossMinor)).toBe(true)
            expect(evaluate(line.taxExplanation).equals(line.taxMinor)).toBe(true)
          }
          held = after(held, plan.lines)
          for (const line of held) expect(line.creditedGrossMinor).toBeLessThanOrEqual(line.grossMinor)
          for (const line of held) expect(line.creditedTaxMinor).toBeLessThanOrEqual(line.taxMinor)
        }
        if (left() > 0) held = after(held, unwrap(planCredit(held, left())).lines)
        expect(held.map(line => [line.creditedGrossMinor, line.creditedTaxMinor])).toEqual(
          lines.map(line => [line.grossMinor, line.taxMinor]),
        )
      }),
    )
  })

  test('of one line touches no other', () => {
    const lines = taxInclusive([untaxedLine(1, 1000, '0.06'), untaxedLine(2, 500, '0.13')]).lines
    expect(
      unwrap(planCredit(lines, 500, { only: [2] })).lines.map(({ line, grossMinor, taxMinor }) => ({
        line,
        grossMinor,
        taxMinor,
      })),
    ).toEqual([{ line: 2, grossMinor: 500, taxMinor: lines[1]?.taxMinor }])
  })

  test('over two rates shows the tax of each, and its groups sum to it', () => {
    const { lines, taxGroups } = taxInclusive([
      untaxedLine(1, 36336, '0.13'),
      untaxedLine(2, 84000, '0.06'),
      untaxedLine(3, 100, '0.06'),
    ])
    const rateOf = (no: number) => lines.find(({ line }) => line === no)?.taxRate ?? ''
    const figures = (list: readonly { taxRate: string; grossMinor: number; taxMinor: number; netMinor: number }[]) =>
      list.map(({ taxRate, grossMinor, taxMinor, netMinor }) => [taxRate, grossMinor, taxMinor, netMinor])
    const whole = creditTaxGroups(unwrap(planCredit(lines, 120436)), rateOf)
    expect(figures(whole)).toEqual(figures(taxGroups))
    const part = unwrap(planCredit(lines, 50000))
    const groups = creditTaxGroups(part, rateOf)
    expect(groups.reduce((sum, group) => sum + group.taxMinor, 0)).toBe(part.taxMinor)
    for (const group of [...whole, ...groups]) expect(evaluate(group.explanation).equals(group.taxMinor)).toBe(true)
  })

  test('of nothing, or of more than there is, is refused', () => {
    const { lines } = taxInclusive([untaxedLine(1, 1000, '0.06')])
    expect(planCredit(lines, 0)).toMatchObject({ error: { code: 'billing.credit-amount' } })
    expect(planCredit(lines, 1001)).toMatchObject({ error: { code: 'billing.credit-exceeds-bill' } })
    expect(planCredit(lines, 1, { only: [9] })).toMatchObject({ error: { code: 'billing.credit-exceeds-bill' } })
  })
})
