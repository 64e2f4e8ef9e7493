import type { StripeObject } from './api.ts'
import { StripeFailure } from './failure.ts'

function expandPath(value: unknown, path: string[], find: (id: string) => StripeObject | undefined, whole: string): unknown {
  if (path.length === 0 || value === null) return value
  if (Array.isArray(value)) return value.map(item => expandPath(item, path, find, whole))
  const [field, ...rest] = path
  const holder = value as Record<string, unknown>
  if (typeof value !== 'object' || !(field! in holder)) {
    throw new StripeFailure(`This property cannot be expanded (${whole}).`, { param: 'expand' })
  }
  const child = holder[field!]
  const object = typeof child === 'string' ? find(child) : child
  if (object === undefined) throw new StripeFailure(`This property cannot be expanded (${whole}).`, { param: 'expand' })
  return { ...holder, [field!]: expandPath(object, rest, find, whole) }
}

/** Replaces ids by the objects they name, along each path of `expand`, e.g. `payment_intent.latest_charge` or `data.customer`. */
export function expand(object: StripeObject, paths: string[], find: (id: string) => StripeObject | undefined): StripeObject {
  return paths.reduce((result, path) => expandPath(result, path.split('.'), find, path) as StripeObject, object)
}
