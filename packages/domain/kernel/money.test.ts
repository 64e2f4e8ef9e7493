import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate } from './allocate.ts'
import { add, Money, majorText, money, parseMajor, subtract, sum, sumMinor, times } from './money.ts'
import { unwrap } from './result.ts'

const currencies = fc.constantFrom('CNY', 'JPY', 'KWD')

describe('money', () => {
  test('the same text has 2, 0 or 3 decimals by its currency', () => {
    expect(unwrap(parseMajor('CNY', '36000.00'))).toEqual({ currency: 'CNY', minor: 3600000 })
    expect(unwrap(parseMajor('JPY', '36000'))).toEqual({ currency: 'JPY', minor: 36000 })
    expect(unwrap(parseMajor('KWD', '-0.005'))).toEqual({ currency: 'KWD', minor: -5 })
    expect(unwrap(parseMajor('JPY', '5.00')).minor).toBe(5)
  })

  test('text and minor units read back as each other', () => {
    fc.assert(
      fc.property(currencies, fc.integer(), (currency, minor) => {
        expect(unwrap(parseMajor(currency, majorText(money(currency, minor)))).minor).toBe(minor)
      }),
    )
  })

  test.each([
    ['CNY', '1.005', 'money.too-many-decimals'],
    ['CNY', '1,000.00', 'money.not-an-amount'],
    ['CNY', '90071992547409.91', undefined],
    ['CNY', '90071992547409.92', 'money.too-large'],
    ['XXX', '1', 'money.currency-unknown'],
  ])('%s %s is refused as %s', (currency, text, code) => {
    const result = parseMajor(currency, text)
    expect(result.ok ? undefined : result.error.code).toBe(code)
  })

  test('currencies do not mix, sums do not overflow, and nothing is a half unit', () => {
    expect(() => add(money('CNY', 1), money('JPY', 1))).toThrow("can't be added")
    expect(() => sumMinor([Number.MAX_SAFE_INTEGER, 1])).toThrow('safe whole number')
    expect(Money.safeParse({ currency: 'CNY', minor: 0.5 }).success).toBe(false)
    expect(Money.safeParse({ currency: 'RMB', minor: 1 }).success).toBe(false)
    expect(sum('CNY', [money('CNY', 3), subtract(money('CNY', 1), money('CNY', 4))])).toEqual({ currency: 'CNY', minor: 0 })
  })

  test('a product is rounded once, half away from zero', () => {
    expect(times(money('CNY', 1600050), '0.01').minor).toBe(16001)
    expect(times(money('CNY', -1600050), '0.01').minor).toBe(-16001)
  })
})

describe('allocation by largest remainder', () => {
  test('ties go to the lower index', () => {
    expect(allocate(5, [1, 1, 1])).toEqual([2, 2, 1])
    expect(allocate(1003, [0, 50, 50])).toEqual([0, 502, 501])
  })

  test('a negative amount is the mirror image', () => {
    expect(allocate(-5, [1, 1, 1])).toEqual([-2, -2, -1])
  })

  test('nobody to carry an amount is an error, nothing to carry is not', () => {
    expect(allocate(0, [0, 0])).toEqual([0, 0])
    expect(() => allocate(1, [0, 0])).toThrow('no weight')
    expect(() => allocate(1, [2, -1])).toThrow('not negative')
  })

  test('shares sum to the amount, each within one unit of its exact share', () => {
    const weights = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 12 }).filter(list => list.some(w => w > 0))
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), weights, (minor, list) => {
        const shares = allocate(minor, list)
        const total = list.reduce((a, b) => a + b, 0)
        expect(shares.reduce((a, b) => a + b, 0)).toBe(minor)
        shares.forEach((share, i) => {
          expect(Math.abs(share - (minor * (list[i] ?? 0)) / total)).toBeLessThan(1 + 1e-6)
        })
      }),
    )
  })
})
