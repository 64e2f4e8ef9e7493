import type { StripeObject } from './api.ts'
import { StripeFailure } from './failure.ts'
import type { Parameters } from './parameters.ts'

type Range = number | { gt?: number; gte?: number; lt?: number; lte?: number } | undefined

/** `limit` of a list: 1 to 100, default 10. */
export function limitOf(parameters: Parameters): number {
  const limit = (parameters.limit as number | undefined) ?? 10
  if (limit < 1 || limit > 100) throw new StripeFailure('limit must be between 1 and 100', { param: 'limit' })
  return limit
}

/** Whether seconds since the epoch lie in `created`, a second or a range. */
function inRange(seconds: number, range: Range): boolean {
  if (range === undefined) return true
  if (typeof range === 'number') return seconds === range
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = range
  return seconds > gt && seconds >= gte && seconds < lt && seconds <= lte
}

/** One page of a list whose objects come newest first, by cursor. */
export function pageOf(url: string, objects: StripeObject[], parameters: Parameters): StripeObject {
  const limit = limitOf(parameters)
  const matching = objects.filter(object => inRange(object.created as number, parameters.created as Range))
  const indexOf = (param: 'starting_after' | 'ending_before') => {
    const id = parameters[param]
    if (id === undefined) return undefined
    const index = matching.findIndex(object => object.id === id)
    if (index < 0) throw new StripeFailure(`No such object: '${id}'`, { code: 'resource_missing', param })
    return index
  }
  const after = indexOf('starting_after')
  const before = indexOf('ending_before')
  if (after !== undefined && before !== undefined) throw new StripeFailure('starting_after and ending_before exclude each other')
  const begin = before === undefined ? (after ?? -1) + 1 : Math.max(0, before - limit)
  const end = before ?? begin + limit
  const data = matching.slice(begin, Math.min(end, begin + limit))
  const more = before === undefined ? begin + limit < matching.length : begin > 0
  return { object: 'list', data, has_more: more, url } as unknown as StripeObject
}
