import type { StripeObject } from './api.ts'
import type { Checkout } from './checkout.ts'
import { type Circumstances, emit } from './events.ts'
import { noSuch } from './failure.ts'
import type { Parameters } from './parameters.ts'
import type { Store } from './store.ts'

/** What an operation of the API works with: one account, checked parameters, one instant. */
export interface ApiRequest {
  store: Store
  checkout: Checkout
  at: Circumstances
  /** Ids in the path, in order. */
  ids: string[]
  path: string
  parameters: Parameters
  pageAddress: (sessionId: string) => string
  hasHostEndpoint: (account: string) => boolean
}

export interface Operation {
  method: 'GET' | 'POST' | 'DELETE'
  /** `:id` stands for an id. */
  path: string
  /** Name of the schema of its parameters. */
  schema: string
  run: (request: ApiRequest) => StripeObject
}

/** Seconds since the epoch, as Stripe dates things. */
export const created = ({ at }: ApiRequest): number => Math.floor(at.now / 1000)

/** The object of this kind in the caller's account. `param` names the parameter it was given by; without one it was in the path. */
export function find(request: ApiRequest, kind: string, id: string, param?: string): StripeObject {
  const object = request.store.find(request.at.account, id)
  if (object?.object !== kind) throw noSuch(kind, id, param, param ? 400 : 404)
  return object
}

/** Records an event of this request. */
export const announce = (request: ApiRequest, type: string, object: StripeObject): void =>
  emit(request.store, request.hasHostEndpoint, type, object, request.at)

/** Metadata with changes laid over it: an empty value removes its key, an empty string for the whole removes all. */
export function mergeMetadata(old: unknown, changes: unknown): Record<string, string> {
  if (changes === undefined) return (old ?? {}) as Record<string, string>
  if (changes === '' || changes === null) return {}
  const merged = { ...(old as object), ...(changes as object) } as Record<string, unknown>
  return Object.fromEntries(
    Object.entries(merged)
      .filter(([, value]) => value !== '' && value !== null)
      .map(([name, value]) => [name, String(value)]),
  )
}
