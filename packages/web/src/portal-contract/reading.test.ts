import { textOf } from '@pactdesk/domain/outsourcing/contract/template/registry'
import { maintenanceTerms } from '@pactdesk/domain/outsourcing/contract/testing'
import { expect, test } from 'vitest'
import { sectionsOf } from '../contracts/living/sections.ts'
import { minutesToRead, readingOf, wordsOf } from './reading.ts'

const { clauses } = textOf(maintenanceTerms())
const sections = sectionsOf(clauses)
const all = sections.flatMap(wordsOf).map(({ no }) => no)

test('nothing seen is nothing read, and reading begins at the first words', () => {
  expect(readingOf(sections, new Set())).toMatchObject({ left: 7, next: '1(1)' })
})
test('a section counts only when its last clause was seen too', () => {
  const withoutOne = new Set(all.filter(no => no !== '3(7)'))
  expect(readingOf(sections, withoutOne)).toEqual({ read: [true, true, false, true, true, true, true], left: 1, next: '3(7)' })
})
test('all seen is all read', () => {
  expect(readingOf(sections, new Set(all))).toEqual({ read: Array(7).fill(true), left: 0 })
})
test('terms that are not agreed need not be read', () => expect(all).not.toContain('7(h)'))
test('the time to read is told for each language', () => {
  for (const language of ['zh-CN', 'en'] as const) expect(minutesToRead(clauses, language)).toBeGreaterThan(2)
})
