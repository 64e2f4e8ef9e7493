import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundHalfAwayFromZero } from '../../kernel/ratio.ts'
import { evaluate } from './explanation.ts'
import { taxInclusive, taxOnTop, taxWithin } from './tax.ts'
import { untaxedLine } from './testing.ts'

describe('VAT in the price', () => {
  test('is computed on the sum of a rate, not line by line: three lines of 1.00 at 6 % carry 0.17, not 0.18', () => {
    const { lines, taxGroups, taxMinor } = taxInclusive([1, 2, 3].map(line => untaxedLine(line, 100, '0.06')))
    expect(roundHalfAwayFromZero(taxWithin(100, '0.06')) * 3).toBe(18)
    expect(taxMinor).toBe(17)
    expect(lines.map(line => line.taxMinor)).toEqual([6, 6, 5])
    expect(taxGroups).toHaveLength(1)
  })

  test('groups stand in order of their first line, 0.06 and 0.060 are one', () => {
    const { taxGroups } = taxInclusive([untaxedLine(1, 399, '0.13'), untaxedLine(2, 100, '0.06'), untaxedLine(3, 100, '0.060')])
    expect(taxGroups.map(({ taxRate, grossMinor }) => [taxRate, grossMinor])).toEqual([
      ['0.13', 399],
      ['0.06', 200],
    ])
  })

  test('a rate of zero carries none, an empty bill is zero', () => {
    expect(taxInclusive([untaxedLine(1, 999, '0')])).toMatchObject({ taxMinor: 0, netMinor: 999 })
    expect(taxInclusive([])).toMatchObject({ lines: [], taxGroups: [], grossMinor: 0 })
  })

  test('lines sum to their group, groups to the bill, and each explanation computes to its figure, negative lines included', () => {
    const drawn = fc.array(
      fc.tuple(fc.integer({ min: -100_000, max: 10_000_000 }), fc.constantFrom('0.06', '0.13', '0', '0.0075')),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(drawn, list => {
        const taxed = taxInclusive(list.map(([gross, rate], index) => untaxedLine(index + 1, gross, rate)))
        for (const group of taxed.taxGroups) {
          const own = taxed.lines.filter(line => Number(line.taxRate) === Number(group.taxRate))
          expect(own.reduce((sum, line) => sum + line.taxMinor, 0)).toBe(group.taxMinor)
          expect(group.taxMinor).toBe(roundHalfAwayFromZero(taxWithin(group.grossMinor, group.taxRate)))
          expect(group.netMinor + group.taxMinor).toBe(group.grossMinor)
        }
        for (const line of taxed.lines) expect(evaluate(line.taxExplanation).equals(line.taxMinor)).toBe(true)
        expect(taxed.grossMinor).toBe(list.reduce((sum, [gross]) => sum + gross, 0))
        expect(taxed.lines.map(line => line.line)).toEqual(list.map((_, index) => index + 1))
      }),
    )
  })
})

test('tax on top of a net amount rounds half away from zero', () => {
  expect([taxOnTop(72686, '0.2'), taxOnTop(50, '0.05'), taxOnTop(-50, '0.05'), taxOnTop(10, '0.05')]).toEqual([14537, 3, -3, 1])
})
