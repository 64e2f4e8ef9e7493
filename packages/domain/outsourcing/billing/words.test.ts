import { expect, test } from 'vitest'
import { bankWords, closeWords, groundWords } from './billing-words.ts'
import { explanationWords, termWords } from './explanation-words.ts'
import { grounds } from './termination.ts'

test('both languages of a sentence name the same inputs, and no bill is a fapiao', () => {
  const all = { ...explanationWords, ...termWords, ...bankWords, ...closeWords, ...groundWords }
  for (const { en, zh } of Object.values(all)) {
    const named = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()
    expect(named(zh)).toEqual(named(en))
    expect(zh).not.toContain('发票')
  }
})

test('every ground of clause 4 has words', () => {
  expect(Object.keys(groundWords)).toEqual([...grounds])
})
