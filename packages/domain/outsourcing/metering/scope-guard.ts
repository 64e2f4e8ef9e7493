import * as z from 'zod'
import { invalid, ok, type Result } from '../../kernel/result.ts'
import type { NoTerms } from './coverage.ts'
import { type CoverageTerms, clauses } from './coverage-terms.ts'
import { type WorkType, type WorkTypeRow, workTypes } from './work-types.ts'

export const WorkTypeName = z.enum(workTypes.map(row => row.type) as [WorkType, ...WorkType[]]).meta({ id: 'WorkType' })

/**
 * Verdict of the out-of-scope guard. `clause` says so; `key` is the translation key of the sentence shown before anybody
 * starts: `guard.quote-first` reads "2(3)(2): quote first". `rateAgreed` false: the contract names no price, the quote must.
 */
export const ScopeVerdict = z
  .object({
    workType: WorkTypeName,
    scope: z.enum(['in', 'out', 'unknown']),
    clause: z.string().optional(),
    key: z.enum(['guard.covered', 'guard.quote-first', 'guard.no-contract', 'guard.contract-ambiguous']),
    params: z.record(z.string(), z.string()),
    needsQuote: z.boolean(),
    rateAgreed: z.boolean(),
    /** Work outside the contract has no clock: one already started is cancelled and leaves attainment. */
    hasClocks: z.boolean(),
  })
  .meta({ id: 'ScopeVerdict' })
export type ScopeVerdict = z.infer<typeof ScopeVerdict>

/** Judges a request by the kind of work a person chose for it. */
export function checkScope(request: { workType: string }, terms: CoverageTerms | NoTerms): Result<ScopeVerdict> {
  const row: WorkTypeRow | undefined = workTypes.find(known => known.type === request.workType)
  if (!row) return invalid('metering.work-type-unknown', `${request.workType} is no kind of work`, { workType: request.workType })
  const workType = row.type
  if (terms === 'none' || terms === 'ambiguous') {
    const key = terms === 'none' ? 'guard.no-contract' : 'guard.contract-ambiguous'
    return ok({ workType, scope: 'unknown', key, params: {}, needsQuote: false, rateAgreed: false, hasClocks: false })
  }
  const out = row.scope === 'out'
  return ok({
    workType,
    scope: row.scope,
    clause: row.clause,
    key: out ? 'guard.quote-first' : 'guard.covered',
    params: { clause: row.clause, priceClause: out ? clauses.outOfScope : row.clause },
    needsQuote: out,
    rateAgreed: !out || terms.outOfScope !== undefined,
    hasClocks: !out,
  })
}

export type WorkTypeSuggestion = { workType: WorkType; scope: 'in' | 'out'; clause: string; word: string }

/**
 * Kinds of work the text may be about, work outside the contract first, each with the word that suggests it. Only for the
 * person who chooses. Latin words match as whole words in any case, Chinese ones anywhere.
 */
export function suggestWorkTypes(text: string): WorkTypeSuggestion[] {
  const plain = text.normalize('NFKC').toLowerCase()
  const rows: readonly WorkTypeRow[] = workTypes
  return rows
    .flatMap(({ type, scope, clause, words }) => {
      const word = (words as readonly string[]).find(each => mentions(plain, each))
      return word === undefined ? [] : [{ workType: type, scope, clause, word }]
    })
    .sort((a, b) => Number(a.scope === 'in') - Number(b.scope === 'in'))
}

function mentions(text: string, word: string): boolean {
  if (!/^[a-z]/.test(word)) return text.includes(word)
  return new RegExp(`(?<![a-z])${word.replaceAll(' ', '\\s+')}(?![a-z])`).test(text)
}
