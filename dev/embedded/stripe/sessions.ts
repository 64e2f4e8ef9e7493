import type { StripeObject } from './api.ts'
import { type CheckoutDetails, detailsId } from './checkout.ts'
import { type LineItem, make, type Session } from './objects.ts'
import { pageOf } from './paging.ts'
import { type ApiRequest, created, find, mergeMetadata, type Operation } from './request.ts'
import { checkSession, lineItemsOf, methodsOf } from './sessionParameters.ts'
import { newId } from './store.ts'

/** A session lives a day unless it asks otherwise, in seconds. */
const lifetime = 24 * 3600

const itemOf = (item: LineItem, currency: string): StripeObject =>
  ({
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: item.amount_total,
    amount_tax: 0,
    amount_total: item.amount_total,
    currency,
    description: item.description,
    metadata: {},
    price: { id: newId('price'), object: 'price', active: false, currency, type: 'one_time', unit_amount: item.unit_amount },
    quantity: item.quantity,
  }) as StripeObject

function create(request: ApiRequest): StripeObject {
  const { parameters, store, at } = request
  const now = created(request)
  checkSession(parameters, now)
  const { items, currency, total } = lineItemsOf(parameters)
  const payment_method_types = methodsOf(parameters)
  const customer = parameters.customer === undefined ? null : find(request, 'customer', String(parameters.customer), 'customer')
  const id = newId('cs_test', 58)
  const session = make<Session>('checkout.session', id, now, {
    amount_subtotal: total,
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    cancel_url: parameters.cancel_url ?? null,
    client_reference_id: parameters.client_reference_id ?? null,
    currency,
    custom_fields: [],
    customer: customer?.id ?? null,
    customer_creation: customer ? null : (parameters.customer_creation ?? 'if_required'),
    customer_details: {
      address: null,
      email: customer?.email ?? parameters.customer_email ?? null,
      name: customer?.name ?? null,
      phone: null,
    },
    customer_email: parameters.customer_email ?? null,
    expires_at: parameters.expires_at ?? now + lifetime,
    locale: parameters.locale ?? null,
    metadata: mergeMetadata({}, parameters.metadata),
    mode: 'payment',
    payment_method_options: parameters.payment_method_options ?? {},
    payment_method_types,
    allowed_payment_method_types: parameters.allowed_payment_method_types ?? null,
    payment_status: 'unpaid',
    shipping_options: [],
    status: 'open',
    submit_type: parameters.submit_type ?? null,
    success_url: parameters.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: request.pageAddress(id),
  })
  const { metadata, ...intent } = (parameters.payment_intent_data ?? {}) as Record<string, unknown>
  const details: CheckoutDetails = {
    lineItems: items.map(item => itemOf(item, currency)),
    intent: { ...intent, metadata: mergeMetadata({}, metadata) },
  }
  store.put(at.account, { id: detailsId(id), object: 'local.checkout_details', ...details })
  return withItems(request, store.put(at.account, session, session.expires_at * 1000))
}

function retrieve(request: ApiRequest): StripeObject {
  const session = find(request, 'checkout.session', request.ids[0]!)
  return withItems(request, request.checkout.find(session.id)!.object)
}

/** `line_items` is there only when asked for, and then as a list. */
function withItems(request: ApiRequest, session: StripeObject): StripeObject {
  const asked = ((request.parameters.expand ?? []) as string[]).some(path => path.split('.')[0] === 'line_items')
  if (!asked) return session
  const data = request.checkout.details(session.id).lineItems
  return {
    ...session,
    line_items: { object: 'list', data, has_more: false, url: `/v1/checkout/sessions/${session.id}/line_items` },
  }
}

function expire(request: ApiRequest): StripeObject {
  const session = find(request, 'checkout.session', request.ids[0]!)
  return request.checkout.expire(request.checkout.find(session.id)!.object.id, request.at)
}

function list({ store, checkout, at, path, parameters }: ApiRequest): StripeObject {
  const sessions = store.list('checkout.session', at.account).map(session => checkout.find(session.id)!.object)
  const wanted = ['customer', 'payment_intent', 'status'].filter(name => parameters[name] !== undefined)
  return pageOf(
    path,
    sessions.filter(session => wanted.every(name => session[name] === parameters[name])),
    parameters,
  )
}

function lineItems(request: ApiRequest): StripeObject {
  const session = find(request, 'checkout.session', request.ids[0]!)
  const items = request.checkout.details(session.id).lineItems.map(item => ({ ...item, created: session.created }))
  return pageOf(request.path, items, request.parameters)
}

const base = '/v1/checkout/sessions'

/** /v1/checkout/sessions */
export const sessions: Operation[] = [
  { method: 'POST', path: base, schema: 'CheckoutSessionCreateParams', run: create },
  { method: 'GET', path: base, schema: 'SessionList', run: list },
  { method: 'GET', path: `${base}/:id`, schema: 'Retrieve', run: retrieve },
  { method: 'POST', path: `${base}/:id/expire`, schema: 'Retrieve', run: expire },
  { method: 'GET', path: `${base}/:id/line_items`, schema: 'WebhookEndpointList', run: lineItems },
]
