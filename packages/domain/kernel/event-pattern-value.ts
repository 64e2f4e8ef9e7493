import { addressDigits, cidrRange, digitsBetween } from './event-pattern-address.ts'

/** A leaf of an event: JSON string, number, boolean or null. */
export type Leaf = string | number | boolean | null
/** Tests one leaf. `absent` is the test that asks for the field not to be there. */
export type ValueTest = ((leaf: Leaf) => boolean) | 'absent'

/** Why a pattern can't be used; turned into a `Result` at the module's edge. */
export class BadPattern extends Error {
  override name = 'BadPattern'
}

/** Compiles one member of a pattern array: a literal, or an object with exactly one operator. Throws `BadPattern`. */
export function valueTest(member: unknown): ValueTest {
  if (typeof member === 'string') return literal(member)
  if (member === null || typeof member === 'boolean' || typeof member === 'number') return leaf => leaf === member
  if (typeof member !== 'object' || Array.isArray(member))
    throw new BadPattern('a match value is a string, number, true, false, null or one match expression')
  const [operator, operand] = onlyEntry(member)
  switch (operator) {
    case 'exists':
      if (typeof operand !== 'boolean') throw new BadPattern('exists takes true or false')
      return operand ? () => true : 'absent'
    case 'anything-but':
      return anythingBut(operand)
    case 'numeric':
      return numeric(operand)
    case 'cidr':
      return cidr(text(operator, operand))
    case 'prefix':
    case 'suffix':
      if (typeof operand === 'string') return onString(textTest(operator, operand))
      return onString(textTest(`${operator}-${ignoringCase(operator, operand)[0]}`, ignoringCase(operator, operand)[1]))
    case 'exactly':
    case 'equals-ignore-case':
    case 'wildcard':
      return onString(textTest(operator, text(operator, operand)))
    default:
      throw new BadPattern(`unrecognized match type ${operator}`)
  }
}

function literal(member: string): ValueTest {
  const address = addressDigits(member)
  if (!address) return leaf => leaf === member
  return onString(leaf => addressDigits(leaf)?.startsWith(address) ?? false)
}

function cidr(block: string): ValueTest {
  const range = cidrRange(block)
  if ('refused' in range) throw new BadPattern(range.refused)
  return onString(leaf => digitsBetween(addressDigits(leaf) ?? '', range.bottom, range.top))
}

function anythingBut(operand: unknown): ValueTest {
  const [operator, values] =
    typeof operand === 'object' && operand !== null && !Array.isArray(operand) ? onlyEntry(operand) : ['exactly', operand]
  const list: unknown[] = Array.isArray(values) ? values : [values]
  if (list.length === 0) throw new BadPattern('anything-but needs at least one value')
  if (operator === 'exactly' && operand === values && list.every(value => typeof value === 'number')) {
    list.forEach(comparable)
    return leaf => !list.some(value => value === leaf)
  }
  if (operand !== values && !['prefix', 'suffix', 'equals-ignore-case', 'wildcard'].includes(operator))
    throw new BadPattern(`unsupported anything-but pattern: ${operator}`)
  const tests = list.map(value => {
    const excluded = text(`anything-but ${operator}`, value)
    if (excluded === '' && (operator === 'prefix' || operator === 'suffix'))
      throw new BadPattern('empty prefix or suffix is not allowed in anything-but')
    return textTest(operator, excluded)
  })
  return leaf => typeof leaf !== 'string' || !tests.some(test => test(leaf))
}

/** Comparisons hold for JSON numbers within ±5e11 with at most six decimals; others never match. */
function numeric(operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw new BadPattern('numeric takes an array')
  const [operator, bound, upper, limit, ...more] = operand
  const known = ['=', '<', '<=', '>', '>='].includes(operator)
  const range = operand.length === 4 && operator.startsWith?.('>') && (upper === '<' || upper === '<=')
  if (!known || more.length > 0 || !(operand.length === 2 || range))
    throw new BadPattern(`bad numeric expression ${JSON.stringify(operand)}`)
  const low = comparable(bound)
  if (!range) return leaf => isComparable(leaf) && compare(leaf, operator, low)
  const high = comparable(limit)
  if (low >= high) throw new BadPattern('bottom must be less than top')
  return leaf => isComparable(leaf) && compare(leaf, operator, low) && compare(leaf, upper, high)
}

function compare(value: number, operator: string, bound: number): boolean {
  if (operator === '=') return value === bound
  if (operator.endsWith('=') && value === bound) return true
  return operator.startsWith('<') ? value < bound : value > bound
}

function isComparable(value: unknown): value is number {
  if (typeof value !== 'number' || Math.abs(value) > 5e11) return false
  const [, fraction = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  return fraction.length - Number(exponent) <= 6
}

function comparable(value: unknown): number {
  if (!isComparable(value)) throw new BadPattern(`${JSON.stringify(value)} is not a number within ±5e11 of at most 6 decimals`)
  return value
}

function textTest(operator: string, wanted: string): (value: string) => boolean {
  switch (operator) {
    case 'prefix':
      return value => value.startsWith(wanted)
    case 'suffix':
      return value => value.endsWith(wanted)
    case 'prefix-equals-ignore-case':
      return matcher(`^${anyCase(wanted)}`)
    case 'suffix-equals-ignore-case':
      return matcher(`${anyCase(wanted)}$`)
    case 'equals-ignore-case':
      return matcher(`^${anyCase(wanted)}$`)
    case 'wildcard':
      return matcher(`^${wildcard(wanted)}$`)
    default:
      return value => value === wanted
  }
}

/** `*` is any run of characters; `\*` and `\\` are literal; no other escape and no two `*` in a row. */
function wildcard(pattern: string): string {
  let source = ''
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i]!
    if (char === '*') {
      if (pattern[i + 1] === '*') throw new BadPattern(`consecutive wildcard characters at pos ${i + 1}`)
      source += '.*'
    } else if (char === '\\') {
      const escaped = pattern[++i]
      if (escaped !== '*' && escaped !== '\\') throw new BadPattern(`invalid escape character at pos ${i}`)
      source += quoted(escaped)
    } else source += quoted(char)
  }
  return source
}

const quoted = (literal: string) => literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
const matcher = (source: string) => {
  const pattern = new RegExp(source, 's')
  return (value: string) => pattern.test(value)
}
const anyCase = (wanted: string) =>
  Array.from({ length: wanted.length }, (_, i) => wanted.charAt(i))
    .map(char => `(?:${quoted(char.toLowerCase())}|${quoted(char.toUpperCase())})`)
    .join('')
const onString = (test: (value: string) => boolean) => (leaf: Leaf) => typeof leaf === 'string' && test(leaf)

function text(operator: string, operand: unknown): string {
  if (typeof operand !== 'string') throw new BadPattern(`${operator} takes a string, not ${JSON.stringify(operand)}`)
  return operand
}

function ignoringCase(operator: string, operand: unknown): [string, string] {
  if (typeof operand !== 'object' || operand === null || Array.isArray(operand))
    throw new BadPattern(`${operator} takes a string or {"equals-ignore-case": string}`)
  const [inner, value] = onlyEntry(operand)
  if (inner !== 'equals-ignore-case') throw new BadPattern(`unsupported ${operator} pattern: ${inner}`)
  return [inner, text(`${operator} ${inner}`, value)]
}

function onlyEntry(expression: object): [string, unknown] {
  const [entry, ...more] = Object.entries(expression)
  if (!entry || more.length > 0) throw new BadPattern('a match expression has exactly one key')
  return entry
}
