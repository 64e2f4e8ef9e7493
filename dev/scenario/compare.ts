import { Temporal } from 'temporal-polyfill'

/** A leaf under `expected` is a figure. `at` is where it stands, as a JSON pointer without its leading `#`. */
export type Leaf = { at: string; value: string | number | boolean }

export function leaves(value: unknown, at = ''): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(item, `${at}/${index}`))
  if (value && typeof value === 'object') {
    return Object.entries(value).flatMap(([key, item]) =>
      leaves(item, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    )
  }
  return [{ at, value: value as Leaf['value'] }]
}

/** Follows a JSON pointer (RFC 6901); undefined where it leads nowhere. */
export function pointed(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (value, part) => (value && typeof value === 'object' ? (value as Record<string, unknown>)[part] : undefined),
      document,
    )
}

const decimal = /^-?\d+(\.\d+)?$/
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** Numbers as exact decimals, instants as instants, everything else as it is written. */
export function same(expected: Leaf['value'], actual: unknown): boolean {
  if (actual === undefined || actual === null) return false
  const [a, b] = [String(expected), String(actual)]
  if (typeof expected === 'boolean' || typeof actual === 'boolean') return expected === actual
  if (decimal.test(a) && decimal.test(b)) return exact(a) === exact(b)
  if (instant.test(a) && instant.test(b)) return Temporal.Instant.from(a).equals(Temporal.Instant.from(b))
  return a === b
}

/** `235600.50` and `235600.5` are one number; a number is never compared as a float. */
function exact(text: string): string {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const digits = `${whole.replace(/^0+(?=\d)/, '')}.${fraction.replace(/0+$/, '')}`
  return text.startsWith('-') && /[1-9]/.test(digits) ? `-${digits}` : digits
}
