import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DecimalString, exactText, quotient, ratio, roundHalfAwayFromZero, roundUpToStep, Share } from './ratio.ts'

describe('exact rationals', () => {
  test('a rate of 0.1 added ten times is 1, and a float is refused', () => {
    expect(
      Array.from({ length: 10 }, () => ratio('0.1'))
        .reduce((a, b) => a.add(b), ratio(0))
        .equals(1),
    ).toBe(true)
    expect(() => ratio(0.1)).toThrow('not an exact number')
    expect(() => ratio('1e3')).toThrow('not an exact number')
  })

  test('halves round away from zero, on both sides', () => {
    const rounded = ['0.5', '1.5', '2.5', '-0.5', '-2.5', '2.4999999999999999', '-0.4'].map(x => roundHalfAwayFromZero(ratio(x)))
    expect(rounded).toEqual([1, 2, 3, -1, -3, 2, 0])
  })

  test('text is a decimal when it ends, else a quotient, and reads back exactly', () => {
    expect(['16000.5', '36000', '-0.05', '0.0000000000000000078125'].map(x => exactText(ratio(x)))).toEqual([
      '16000.5',
      '36000',
      '-0.05',
      '0.0000000000000000078125',
    ])
    expect(exactText(quotient(271, 3))).toBe('271/3')
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1 }), (n, d) => ratio(exactText(quotient(n, d))).equals(quotient(n, d))),
    )
  })

  test('minutes go up to the next step, and stay on it', () => {
    expect([0, 1, 30, 190, 210].map(minutes => roundUpToStep(minutes, 30))).toEqual([0, 30, 30, 210, 210])
  })

  test('a share is a decimal from 0 to 1', () => {
    expect(['0', '0.06', '1', '1.01', '-0.1', '6%'].map(x => Share.safeParse(x).success)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
    expect(DecimalString.safeParse('1.2.3').success).toBe(false)
  })
})
