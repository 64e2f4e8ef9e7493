import type { Term } from '@pactdesk/domain/outsourcing/billing/explanation'

/** A fraction of big integers in lowest terms, the denominator above 0. Written anew here, so that it owes the product nothing. */
export type Fraction = { n: bigint; d: bigint }

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))
const fraction = (n: bigint, d: bigint): Fraction => {
  if (d === 0n) throw new Error('divided by zero')
  const by = gcd(n, d) * (d < 0n ? -1n : 1n)
  return { n: n / by, d: d / by }
}
const add = (a: Fraction, b: Fraction) => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
const subtract = (a: Fraction, b: Fraction) => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
const multiply = (a: Fraction, b: Fraction) => fraction(a.n * b.n, a.d * b.d)
const divide = (a: Fraction, b: Fraction) => fraction(a.n * b.d, a.d * b.n)
const less = (a: Fraction, b: Fraction) => a.n * b.d < b.n * a.d
const whole = (n: bigint): Fraction => ({ n, d: 1n })

/** `16000.5`, `-3` or `271/3`. */
export function parseFraction(text: string): Fraction {
  const [left = '', right = '1'] = text.split('/')
  const [integer = '', decimals = ''] = left.split('.')
  return fraction(BigInt(integer + decimals), 10n ** BigInt(decimals.length) * BigInt(right))
}

const floor = ({ n, d }: Fraction) => n / d - (n % d < 0n ? 1n : 0n)
const ceil = ({ n, d }: Fraction) => -floor({ n: -n, d })
/** Halves away from zero. */
const round = ({ n, d }: Fraction) => (n < 0n ? -((-n * 2n + d) / (2n * d)) : (n * 2n + d) / (2n * d))

const negative = ({ n, d }: Fraction): Fraction => ({ n: -n, d })

/** Rounds amounts together: each down, and what is missing to their rounded sum to the largest remainders, the first of equals. */
function together(amounts: readonly Fraction[]): bigint[] {
  const sum = amounts.reduce(add, whole(0n))
  if (sum.n < 0n) return together(amounts.map(negative)).map(share => -share)
  const down = amounts.map(floor)
  const total = round(sum)
  const missing = Number(total - down.reduce((all, each) => all + each, 0n))
  const order = amounts
    .map((amount, at) => ({ at, rest: subtract(amount, whole(down[at]!)) }))
    .sort((a, b) => (less(b.rest, a.rest) ? -1 : less(a.rest, b.rest) ? 1 : a.at - b.at))
  for (const { at } of order.slice(0, missing)) down[at]! += 1n
  return down
}

/** The figure that an equation of an explanation gives. */
export function figureOf(term: Term): Fraction {
  switch (term.kind) {
    case 'value':
      return parseFraction(term.value)
    case 'add':
      return term.terms.map(figureOf).reduce(add)
    case 'multiply':
      return term.terms.map(figureOf).reduce(multiply)
    case 'min':
      return term.terms.map(figureOf).reduce((least, next) => (less(next, least) ? next : least))
    case 'subtract':
      return subtract(figureOf(term.left), figureOf(term.right))
    case 'divide':
      return divide(figureOf(term.left), figureOf(term.right))
    case 'round':
      return whole(round(figureOf(term.term)))
    case 'round-up': {
      const step = figureOf(term.step)
      return multiply(whole(ceil(divide(figureOf(term.term), step))), step)
    }
    case 'share':
      return whole(together(term.terms.map(figureOf))[term.index]!)
  }
}

/** Kinds of all terms in an equation, the outermost first. */
export function kindsIn(term: Term): Term['kind'][] {
  const inner = (): Term[] => {
    switch (term.kind) {
      case 'value':
        return []
      case 'subtract':
      case 'divide':
        return [term.left, term.right]
      case 'round':
        return [term.term]
      case 'round-up':
        return [term.term, term.step]
      default:
        return term.terms
    }
  }
  return [term.kind, ...inner().flatMap(kindsIn)]
}
