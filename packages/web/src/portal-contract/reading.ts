import type { Clause } from '@pactdesk/domain/outsourcing/contract/template/fill'
import type { ContractSection } from '../contracts/living/sections.ts'
import type { Language } from '../format/language.ts'
import { inLanguage } from '../format/language.ts'

/** Clauses of a section that have words of their own: these must have been on the screen. */
export const wordsOf = ({ head, clauses }: ContractSection): Clause[] =>
  [head, ...clauses].filter(({ text }) => text !== undefined)

export type Reading = {
  /** Whether each section has been read to its end. */
  read: boolean[]
  /** Sections still to be read. */
  left: number
  /** First clause not seen yet; absent when all is read. */
  next?: string
}

/** How far a reader has come: a section is read when each of its clauses was seen to its end. */
export function readingOf(sections: readonly ContractSection[], seen: ReadonlySet<string>): Reading {
  const read = sections.map(section => wordsOf(section).every(({ no }) => seen.has(no)))
  const next = sections.flatMap(wordsOf).find(({ no }) => !seen.has(no))?.no
  return { read, left: read.filter(done => !done).length, ...(next && { next }) }
}

/** Minutes it takes to read it all, at 350 Chinese characters or 200 English words a minute; at least one. */
export function minutesToRead(clauses: readonly Clause[], language: Language): number {
  const text = clauses.map(({ text: words }) => (words ? inLanguage(words, language) : '')).join(' ')
  const units = language === 'en' ? text.split(/\s+/).filter(Boolean).length / 200 : text.replace(/\s/g, '').length / 350
  return Math.max(1, Math.round(units))
}
