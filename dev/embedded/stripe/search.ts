import type { StripeObject } from './api.ts'
import { StripeFailure } from './failure.ts'

type Clause = { field: string; operator: ':' | '~'; value: string | null; negated: boolean }

const fields = new Set(['email', 'name', 'phone'])

const clause =
  /^\s*(-?)(?:(\w+)|metadata\[(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\])\s*([:~])\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(null))\s*/

const unescaped = (text: string) => text.replace(/\\(.)/g, '$1')

/** Clauses joined by AND of Stripe's search query language: `email:'x'`, `name~'part'`, `metadata['k']:'v'`, `-metadata['k']:null`. */
function parse(query: string): Clause[] {
  const malformed = () =>
    new StripeFailure(
      `We were unable to parse your search query: ${query}. The stand-in knows e-mail, name, phone and metadata, joined by AND.`,
      {
        param: 'query',
      },
    )
  const clauses: Clause[] = []
  let rest = query
  for (;;) {
    const match = clause.exec(rest)
    if (!match) throw malformed()
    const [whole, minus, plain, single, double, operator, quoted, doubleQuoted, nothing] = match
    if (plain !== undefined && !fields.has(plain)) throw malformed()
    const key = single ?? double
    clauses.push({
      field: plain ?? `metadata.${unescaped(key!)}`,
      operator: operator as ':' | '~',
      value: nothing ? null : unescaped((quoted ?? doubleQuoted)!),
      negated: minus === '-',
    })
    rest = rest.slice(whole.length)
    if (rest === '') return clauses
    if (!/^and\s/i.test(rest)) throw malformed()
    rest = rest.slice(4)
  }
}

/** Predicate of a query. Throws `StripeFailure` (400) for what it does not understand. */
export function matcher(query: string): (object: StripeObject) => boolean {
  const clauses = parse(query)
  return object =>
    clauses.every(({ field, operator, value, negated }) => {
      const metadata = (object.metadata ?? {}) as Record<string, string>
      const found = field.startsWith('metadata.') ? metadata[field.slice(9)] : object[field]
      const actual = found === null || found === undefined ? null : String(found)
      const equal = value === null ? actual === null : actual?.toLowerCase() === value.toLowerCase()
      const contains = value !== null && (actual?.toLowerCase().includes(value.toLowerCase()) ?? false)
      return (operator === ':' ? equal : contains) !== negated
    })
}
