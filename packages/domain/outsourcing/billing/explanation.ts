import * as z from 'zod'
import { roundTogether } from '../../kernel/allocate.ts'
import { exactText, type Ratio, ratio, roundHalfAwayFromZero, sumOf } from '../../kernel/ratio.ts'
import type { ExplanationKey, TermName } from './explanation-words.ts'

/** An exact number as text: a decimal (`16000.5`) or a quotient (`271/3`). */
const Exact = z.string().regex(/^-?\d+(\.\d+)?(\/\d+)?$/)

/**
 * The equation behind a figure, as a tree. Leaves carry a `name`, the translation key of what the number is, so the tree can be
 * shown as a sentence. `round` is to whole units, halves away from zero; `share` is one of several
 * exact amounts that are rounded together by largest remainder.
 */
export type Term =
  | { kind: 'value'; value: string; name?: string }
  | { kind: 'add' | 'multiply' | 'min'; terms: Term[] }
  | { kind: 'subtract' | 'divide'; left: Term; right: Term }
  | { kind: 'round'; term: Term }
  | { kind: 'round-up'; term: Term; step: Term }
  | { kind: 'share'; terms: Term[]; index: number }

export const Term: z.ZodType<Term> = z
  .lazy(() =>
    z.union([
      z.object({ kind: z.literal('value'), value: Exact, name: z.string().optional() }),
      z.object({ kind: z.enum(['add', 'multiply', 'min']), terms: z.array(Term).min(1) }),
      z.object({ kind: z.enum(['subtract', 'divide']), left: Term, right: Term }),
      z.object({ kind: z.literal('round'), term: Term }),
      z.object({ kind: z.literal('round-up'), term: Term, step: Term }),
      z.object({ kind: z.literal('share'), terms: z.array(Term).min(1), index: z.int().min(0) }),
    ]),
  )
  .meta({ id: 'EquationTerm' })

/** What a figure rests on and where the reader can open it. `minutes` are those the source adds to the figure. */
export const SourceRef = z
  .object({
    kind: z.enum([
      'ticket',
      'visit',
      'work',
      'part',
      'device',
      'contract',
      'quote',
      'invoice',
      'payment',
      'credit-note',
      'late-fee',
    ]),
    id: z.string(),
    label: z.string().optional(),
    date: z.string().optional(),
    minutes: z.int().optional(),
  })
  .meta({ id: 'SourceRef' })
export type SourceRef = z.infer<typeof SourceRef>

/**
 * Why a figure says what it says. `key` is the translation key of the sentence, `figure` the exact value of `equation`,
 * `inputs` what the sentence names, `clause` the words of the contract it follows.
 */
export const Explanation = z
  .object({
    key: z.string(),
    figure: Exact,
    unit: z.enum(['minor', 'minutes', 'days']),
    equation: Term,
    rounding: z.enum(['none', 'once', 'up-to-step', 'largest-remainder', 'cumulative']),
    clause: z.string().optional(),
    inputs: z.record(z.string(), z.union([z.string(), z.number()])),
    sources: z.array(SourceRef),
  })
  .meta({ id: 'Explanation' })
export type Explanation = z.infer<typeof Explanation>

/** Builds an explanation whose figure can't disagree with its equation. */
export const explain = (parts: Omit<Explanation, 'figure' | 'key'> & { key: ExplanationKey }): Explanation => ({
  ...parts,
  figure: exactText(evaluateTerm(parts.equation)),
})

/** Computes the figure again from the equation alone; equals `figure`, and the figure shown, or the explanation is wrong. */
export const evaluate = (explanation: Explanation): Ratio => evaluateTerm(explanation.equation)

export function evaluateTerm(term: Term): Ratio {
  switch (term.kind) {
    case 'value':
      return ratio(term.value)
    case 'add':
      return sumOf(term.terms.map(evaluateTerm))
    case 'multiply':
      return term.terms.map(evaluateTerm).reduce((product, factor) => product.mul(factor), ratio(1))
    case 'min':
      return term.terms.map(evaluateTerm).reduce((least, next) => (next.lt(least) ? next : least))
    case 'subtract':
      return evaluateTerm(term.left).sub(evaluateTerm(term.right))
    case 'divide':
      return evaluateTerm(term.left).div(evaluateTerm(term.right))
    case 'round':
      return ratio(roundHalfAwayFromZero(evaluateTerm(term.term)))
    case 'round-up': {
      const step = evaluateTerm(term.step)
      return evaluateTerm(term.term).div(step).ceil().mul(step)
    }
    case 'share':
      return ratio(roundTogether(term.terms.map(evaluateTerm))[term.index] ?? 0)
  }
}

/** Short names for building equations. */
export const value = (number: Ratio | number | string, name?: TermName): Term => ({
  kind: 'value',
  value: exactText(ratio(number)),
  ...(name && { name }),
})
export const plus = (...terms: Term[]): Term => ({ kind: 'add', terms })
export const product = (...terms: Term[]): Term => ({ kind: 'multiply', terms })
export const least = (...terms: Term[]): Term => ({ kind: 'min', terms })
export const minus = (left: Term, right: Term): Term => ({ kind: 'subtract', left, right })
export const over = (left: Term, right: Term): Term => ({ kind: 'divide', left, right })
export const rounded = (term: Term): Term => ({ kind: 'round', term })
export const roundedUp = (term: Term, step: Term): Term => ({ kind: 'round-up', term, step })

/** Amounts rounded together that an equation spells out. Of more, each stands alone, so that no line grows with the bill. */
const spelledOut = 24

/** One of several amounts rounded together; `share`: what they have come to for it. */
export const shareOf = (terms: readonly Term[], index: number, share: number): Term =>
  terms.length <= spelledOut ? { kind: 'share', terms: [...terms], index } : upOrDown(terms[index]!, share)

/** One share of an amount split by whole weights; `share`: what it has come to. */
export function shareByWeight(amount: Term, weights: readonly number[], index: number, share: number): Term {
  if (weights.length <= spelledOut)
    return shareOf(
      weights.map(weight => over(product(amount, weigh(weight)), plus(...weights.map(weigh)))),
      index,
      share,
    )
  const all = sumOf(weights.map(weight => ratio(weight)))
  return upOrDown(over(product(amount, weigh(weights[index]!)), value(all, 'billing.term.weights')), share)
}

/** An exact amount rounded up to a whole unit, or to the one below, as the largest remainders had it. */
function upOrDown(exact: Term, share: number): Term {
  const up = roundedUp(exact, value(1))
  return evaluateTerm(up).equals(share) ? up : minus(up, value(1))
}
const weigh = (weight: number): Term => value(weight, 'billing.term.weight')
