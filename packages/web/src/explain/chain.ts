import { evaluateTerm, type Term } from '@pactdesk/domain/outsourcing/billing/explanation'

type Operator = '+' | '−' | '×' | '÷'
/** One operand of a line of equal rank; the first has no operator. */
export type Operand = { operator?: Operator; term: Term }

/**
 * A part of an equation as one line of operands of equal rank: `a × b ÷ c` or `a + b − c`. Rounding does not show in the line,
 * of several alternatives the one that counts, of amounts rounded together the one asked about.
 */
export function chainOf(term: Term): Operand[] {
  const inner = essence(term)
  const line = isFactor(inner) ? factors(inner) : isSum(inner) ? addends(inner) : [{ operator: '+' as const, term: inner }]
  return line.map(({ operator, term: operand }, at) => (at === 0 ? { term: operand } : { operator, term: operand }))
}

/** The term without rounding around it, without the alternative that did not count, without the sum or product of one. */
export function essence(term: Term): Term {
  switch (term.kind) {
    case 'round':
      return essence(term.term)
    case 'share':
      return essence(term.terms[term.index]!)
    case 'min':
      return essence(term.terms.reduce((least, next) => (evaluateTerm(next).lt(evaluateTerm(least)) ? next : least)))
    case 'add':
    case 'multiply':
      return term.terms.length === 1 ? essence(term.terms[0]!) : term
    default:
      return term
  }
}

type Placed = Required<Operand>
const isFactor = (term: Term) => term.kind === 'multiply' || term.kind === 'divide'
const isSum = (term: Term) => term.kind === 'add' || term.kind === 'subtract'

/** Only the outermost rounding is left out of the line: what is rounded inside stays one operand. */
function factors(term: Term, over = false): Placed[] {
  if (term.kind === 'multiply') return term.terms.flatMap(each => factors(each, over))
  if (term.kind === 'divide') return [...factors(term.left, over), ...factors(term.right, !over)]
  if (term.kind === 'add' && term.terms.length === 1) return factors(term.terms[0]!, over)
  return [{ operator: over ? '÷' : '×', term }]
}

function addends(term: Term, less = false): Placed[] {
  if (term.kind === 'add') return term.terms.flatMap(each => addends(each, less))
  if (term.kind === 'subtract') return [...addends(term.left, less), ...addends(term.right, !less)]
  return [{ operator: less ? '−' : '+', term }]
}
