import { expect, test } from 'vitest'
import { decodeStatement, effectOn, type ImportedLine, reasonOfLine, resultOf } from './statement.ts'

test('a Chinese bank’s file is read whether it is UTF-8 or GB 18030', () => {
  expect(decodeStatement(new TextEncoder().encode('日期,金额'))).toBe('日期,金额')
  expect(decodeStatement(new Uint8Array([0xc8, 0xd5, 0xc6, 0xda]))).toBe('日期')
})

test('the result counts each line once; what was imported before is neither taken nor waiting', () => {
  const line = (state: ImportedLine['state'], repeated = false) => ({ state, repeated }) as ImportedLine
  expect(resultOf([line('matched'), line('matched', true), line('ambiguous'), line('unmatched'), line('ignored', true)])).toEqual(
    {
      total: 5,
      matched: 1,
      queue: 2,
      repeated: 2,
    },
  )
})

test('a reason with words is said in both languages, any other as it was written', () => {
  expect(reasonOfLine('bank.no-match').zh).toBe('无匹配账单')
  expect(reasonOfLine('internal transfer')).toEqual({ zh: 'internal transfer', en: 'internal transfer' })
})

test('what a payment leaves open', () => {
  expect(effectOn(20, 50)).toEqual({ kind: 'part', restMinor: 30 })
  expect(effectOn(50, 50)).toEqual({ kind: 'all', restMinor: 0 })
  expect(effectOn(60, 50)).toEqual({ kind: 'over', restMinor: 10 })
})
