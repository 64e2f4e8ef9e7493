import { expect, test } from 'vitest'
import { capitalNumerals } from './capital-numerals.ts'
import { unwrap } from './result.ts'

test.each([
  [3600000, '人民币叁万陆仟元整'],
  [0, '人民币零元整'],
  [1, '人民币壹分'],
  [50, '人民币伍角整'],
  [140950, '人民币壹仟肆佰零玖元伍角整'],
  [600714, '人民币陆仟零柒元壹角肆分'],
  [1640902, '人民币壹万陆仟肆佰零玖元零贰分'],
  [32504, '人民币叁佰贰拾伍元零肆分'],
  [10700053, '人民币壹拾万柒仟元伍角叁分'],
  [1000000000, '人民币壹仟万元整'],
  [10000000100, '人民币壹亿零壹元整'],
  [1000500000000, '人民币壹佰亿零伍佰万元整'],
  [123450000000000, '人民币壹万贰仟叁佰肆拾伍亿元整'],
  [1000010000, '人民币壹仟万零壹佰元整'],
])('%i fen are written %s', (fen, text) => {
  expect(unwrap(capitalNumerals(fen))).toBe(text)
})

test('what is no whole amount of zero or more has no capitals', () => {
  expect(capitalNumerals(-1).ok).toBe(false)
  expect(capitalNumerals(0.5).ok).toBe(false)
})
