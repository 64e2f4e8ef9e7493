import type { StripeObject } from './api.ts'
import { notHere } from './failure.ts'
import { make } from './objects.ts'
import { limitOf, pageOf } from './paging.ts'
import type { Parameters } from './parameters.ts'
import { type ApiRequest, announce, created, find, mergeMetadata, type Operation } from './request.ts'
import { matcher } from './search.ts'
import { newId } from './store.ts'

const plain = [
  'address',
  'description',
  'email',
  'name',
  'phone',
  'preferred_locales',
  'shipping',
  'tax_exempt',
  'business_name',
  'individual_name',
]
const understood = new Set([...plain, 'metadata', 'expand', 'balance', 'invoice_prefix'])

/** Fields that the parameters set; an empty string clears one. */
function fieldsOf(parameters: Parameters): Record<string, unknown> {
  const unknown = Object.keys(parameters).find(name => !understood.has(name))
  if (unknown) throw notHere(unknown)
  const { metadata: _, expand: __, ...fields } = parameters
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === '' ? null : value]))
}

function create(request: ApiRequest): StripeObject {
  const customer = make('customer', newId('cus', 14), created(request), {
    balance: 0,
    delinquent: false,
    invoice_prefix: newId('x', 8).slice(2).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    next_invoice_sequence: 1,
    preferred_locales: [],
    tax_exempt: 'none',
    ...fieldsOf(request.parameters),
    metadata: mergeMetadata({}, request.parameters.metadata),
  })
  announce(request, 'customer.created', request.store.put(request.at.account, customer))
  return customer
}

function update(request: ApiRequest): StripeObject {
  const old = find(request, 'customer', request.ids[0]!)
  const { metadata } = request.parameters
  const customer = { ...old, ...fieldsOf(request.parameters), metadata: mergeMetadata(old.metadata, metadata) }
  announce(request, 'customer.updated', request.store.put(request.at.account, customer))
  return customer
}

function list({ store, at, path, parameters }: ApiRequest): StripeObject {
  const { email } = parameters
  const all = store.list('customer', at.account)
  return pageOf(path, email === undefined ? all : all.filter(customer => customer.email === email), parameters)
}

/** Stripe's own search may lag by a minute; this one does not. */
function search({ store, at, path, parameters }: ApiRequest): StripeObject {
  const limit = limitOf(parameters)
  const begin = Number(parameters.page ?? 0)
  const found = store.list('customer', at.account).filter(matcher(String(parameters.query)))
  const more = begin + limit < found.length
  return {
    object: 'search_result',
    data: found.slice(begin, begin + limit),
    has_more: more,
    next_page: more ? String(begin + limit) : null,
    url: path,
  } as unknown as StripeObject
}

/** /v1/customers */
export const customers: Operation[] = [
  { method: 'POST', path: '/v1/customers', schema: 'CustomerCreateParams', run: create },
  { method: 'GET', path: '/v1/customers', schema: 'CustomerList', run: list },
  { method: 'GET', path: '/v1/customers/search', schema: 'CustomerSearch', run: search },
  { method: 'GET', path: '/v1/customers/:id', schema: 'Retrieve', run: request => find(request, 'customer', request.ids[0]!) },
  { method: 'POST', path: '/v1/customers/:id', schema: 'CustomerUpdateParams', run: update },
]
