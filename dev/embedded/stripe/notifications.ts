import { randomBytes } from 'node:crypto'
import type { StripeObject } from './api.ts'
import { StripeFailure } from './failure.ts'
import { make } from './objects.ts'
import { pageOf } from './paging.ts'
import { type ApiRequest, created, find, mergeMetadata, type Operation } from './request.ts'
import { newId } from './store.ts'

/** The signing secret is kept with the endpoint but said only once, when it is made. */
function withoutSecret(endpoint: StripeObject): StripeObject {
  const { secret: _, ...rest } = endpoint
  return rest as StripeObject
}

function create(request: ApiRequest): StripeObject {
  const { url, enabled_events, description, metadata } = request.parameters
  if (!URL.canParse(String(url))) throw new StripeFailure('Invalid URL', { code: 'url_invalid', param: 'url' })
  const endpoint = make('webhook_endpoint', newId('we'), created(request), {
    description: description || null,
    enabled_events,
    metadata: mergeMetadata({}, metadata),
    secret: `whsec_${randomBytes(24).toString('hex')}`,
    status: 'enabled',
    url,
  })
  return request.store.put(request.at.account, endpoint)
}

function list({ store, at, path, parameters }: ApiRequest): StripeObject {
  return pageOf(path, store.list('webhook_endpoint', at.account).map(withoutSecret), parameters)
}

function remove(request: ApiRequest): StripeObject {
  const endpoint = find(request, 'webhook_endpoint', request.ids[0]!)
  request.store.remove(endpoint.id)
  return { id: endpoint.id, object: 'webhook_endpoint', deleted: true }
}

function listEvents({ store, at, path, parameters }: ApiRequest): StripeObject {
  const types = (parameters.types ?? (parameters.type === undefined ? undefined : [parameters.type])) as string[] | undefined
  const wanted = (type: string) => !types || types.some(t => t === type || (t.endsWith('.*') && type.startsWith(t.slice(0, -1))))
  return pageOf(
    path,
    store.list('event', at.account).filter(event => wanted(String(event.type))),
    parameters,
  )
}

/** /v1/webhook_endpoints and /v1/events */
export const notifications: Operation[] = [
  { method: 'POST', path: '/v1/webhook_endpoints', schema: 'WebhookEndpointCreateParams', run: create },
  { method: 'GET', path: '/v1/webhook_endpoints', schema: 'WebhookEndpointList', run: list },
  {
    method: 'GET',
    path: '/v1/webhook_endpoints/:id',
    schema: 'Retrieve',
    run: request => withoutSecret(find(request, 'webhook_endpoint', request.ids[0]!)),
  },
  { method: 'DELETE', path: '/v1/webhook_endpoints/:id', schema: 'Retrieve', run: remove },
  { method: 'GET', path: '/v1/events', schema: 'EventListParams', run: listEvents },
  { method: 'GET', path: '/v1/events/:id', schema: 'Retrieve', run: request => find(request, 'event', request.ids[0]!) },
]
