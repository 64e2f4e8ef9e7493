import type { StripeObject } from './api.ts'
import { makeEvent } from './objects.ts'
import { newId, type Store } from './store.ts'

/** The default endpoint, whose address and secret the host knows. */
export const hostEndpoint = 'host'

export interface Circumstances {
  account: string
  /** Wall clock in ms. */
  now: number
  requestId?: string
  key?: string
}

interface Endpoint extends StripeObject {
  enabled_events: string[]
  status: string
}

/** Records an event and one delivery for each endpoint that wants it; call it in the transaction of what happened. */
export function emit(
  store: Store,
  hasHostEndpoint: (account: string) => boolean,
  type: string,
  object: StripeObject,
  at: Circumstances,
): void {
  const event = makeEvent(type, object, { ...at, created: Math.floor(at.now / 1000) })
  const wanting = (store.list('webhook_endpoint', at.account) as Endpoint[]).filter(
    endpoint => endpoint.status === 'enabled' && endpoint.enabled_events.some(wanted => wanted === '*' || wanted === type),
  )
  const endpoints = [...(hasHostEndpoint(at.account) ? [hostEndpoint] : []), ...wanting.map(endpoint => endpoint.id)]
  store.put(at.account, { ...event, pending_webhooks: endpoints.length })
  const insert = store.state.prepare('INSERT INTO stripe_deliveries (id, event, endpoint, begun, next) VALUES (?, ?, ?, ?, ?)')
  for (const endpoint of endpoints) insert.run(newId('del'), event.id, endpoint, at.now, at.now)
}
