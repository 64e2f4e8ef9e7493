import { recordPayment } from '@pactdesk/domain/outsourcing/billing/routes'
import { openTicket, replyToTicket } from '@pactdesk/domain/service-support/incident/routes'
import { changeClient, createClient, getClient } from '@pactdesk/domain/tenancy/routes'
import type { Case } from '../case.ts'
import { ask } from '../request.ts'

const profile = { name: { zh: '河西', en: 'Hexi' }, mark: '河', billingZone: 'Asia/Shanghai' }
const newClient = { key: 'NEUE', ...profile }
const ticket = { subject: 'No network', requesterName: 'Lin', site: 'HQ' }

/** What HTTP itself demands, whatever is asked. */
export const http: readonly Case[] = [
  {
    what: 'a body over 5 MB',
    request: () => ask(createClient, { ...newClient, name: { zh: '大'.repeat(1_800_000), en: 'x' } }),
    status: 413,
    code: 'http.too-large',
  },
  {
    what: 'a form instead of JSON',
    request: () => ({
      ...ask(createClient, newClient),
      body: 'key=NEUE',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
    status: 415,
    code: 'http.not-json',
  },
  {
    what: 'a body without content type',
    request: () => ({
      ...ask(createClient, newClient),
      body: new TextEncoder().encode('{}'),
      headers: { 'content-type': undefined },
    }),
    status: 415,
    code: 'http.not-json',
  },
  {
    what: 'JSON that breaks off',
    request: () => ({ ...ask(createClient, newClient), body: '{"key":"NEUE",' }),
    status: 400,
    code: 'http.bad-json',
  },
  {
    what: 'no body at all',
    request: () => ({ ...ask(createClient, undefined), headers: { 'content-type': 'application/json' } }),
    status: 400,
    code: 'http.bad-json',
  },
  { what: 'a list where an object is due', request: () => ask(createClient, [newClient]), status: 422, code: 'http.bad-body' },
  { what: 'null as the body', request: () => ask(createClient, null), status: 422, code: 'http.bad-body' },
  {
    what: 'half of a pair of characters',
    request: () => ask(createClient, { ...newClient, name: { zh: '\ud83d', en: 'x' } }),
    status: 422,
    code: 'http.bad-body',
    field: 'name.zh',
  },
  {
    what: 'the character NUL',
    request: () => ask(createClient, { ...newClient, name: { zh: '河西', en: 'He\0xi' } }),
    status: 422,
    code: 'http.bad-body',
    field: 'name.en',
  },
  {
    what: 'a POST without Idempotency-Key',
    request: () => ask(createClient, newClient, { headers: { 'idempotency-key': undefined } }),
    status: 400,
    code: 'http.no-idempotency-key',
  },
  {
    what: 'an Idempotency-Key of 201 characters',
    request: () => ask(createClient, newClient, { headers: { 'idempotency-key': 'k'.repeat(201) } }),
    status: 400,
    code: 'http.no-idempotency-key',
  },
  {
    what: 'a stale If-Match',
    request: () => ask(changeClient, profile, { params: { client: 'HEXI' }, headers: { 'if-match': '"77"' } }),
    status: 412,
    code: 'http.stale',
  },
  {
    what: 'an If-Match that is no ETag',
    request: () => ask(changeClient, profile, { params: { client: 'HEXI' }, headers: { 'if-match': 'yesterday' } }),
    status: 412,
    code: 'http.stale',
  },
  {
    what: 'a stale If-Match on a command',
    request: ({ client, ticket: id }) =>
      ask(replyToTicket, { text: 'Any news?' }, { params: { client, ticket: id }, headers: { 'if-match': '"99"' } }),
    status: 412,
    code: 'http.stale',
  },
  {
    what: 'a method that is not there',
    request: () => ({ method: 'PATCH', path: '/api/tenancy/clients/HEXI', body: '{}' }),
    status: 405,
    code: 'http.method',
  },
  {
    what: 'DELETE of a client',
    request: () => ({ method: 'DELETE', path: '/api/tenancy/clients/HEXI' }),
    status: 405,
    code: 'http.method',
  },
  {
    what: 'a route that is not there',
    request: () => ({ method: 'GET', path: '/api/tenancy/nothing' }),
    status: 404,
    code: 'http.no-route',
  },
  {
    what: 'a path that cannot be decoded',
    request: () => ({ method: 'GET', path: '/api/tenancy/clients/%E0%A4%A' }),
    status: 404,
    code: 'http.no-route',
  },
  {
    what: 'an unknown field',
    request: () => ask(createClient, { ...newClient, discount: '0.5' }),
    status: 422,
    code: 'http.bad-body',
    field: 'discount',
  },
  {
    what: 'an unknown field within another',
    request: () => ask(createClient, { ...newClient, name: { ...profile.name, fr: 'Hexi' } }),
    status: 422,
    code: 'http.bad-body',
    field: 'name.fr',
  },
  {
    what: 'an unknown query parameter',
    request: () => ({ method: 'GET', path: '/api/tenancy/clients?limt=3' }),
    status: 422,
    code: 'http.bad-query',
    field: 'limt',
  },
  {
    what: 'a limit of zero',
    request: () => ({ method: 'GET', path: '/api/tenancy/clients?limit=0' }),
    status: 422,
    code: 'http.bad-query',
    field: 'limit',
  },
  {
    what: 'a limit in words',
    request: () => ({ method: 'GET', path: '/api/tenancy/clients?limit=ten' }),
    status: 422,
    code: 'http.bad-query',
    field: 'limit',
  },
  {
    what: 'a cursor made up',
    request: () => ({ method: 'GET', path: '/api/tenancy/clients?cursor=abc' }),
    status: 422,
    code: 'page.bad-cursor',
  },
  {
    what: 'a field left out',
    request: () => ask(createClient, { ...newClient, mark: undefined }),
    status: 422,
    code: 'http.bad-body',
    field: 'mark',
  },
  {
    what: 'text in place of a number',
    request: ({ client, paidBill }) =>
      ask(
        recordPayment,
        { on: '2027-04-01', minor: '100', currency: 'CNY', via: 'cash', source: 'x' },
        { params: { client, bill: paidBill } },
      ),
    status: 422,
    code: 'http.bad-body',
    field: 'minor',
  },
  {
    what: 'a number in place of text',
    request: () => ask(createClient, { ...newClient, mark: 7 }),
    status: 422,
    code: 'http.bad-body',
    field: 'mark',
  },
  {
    what: 'a value that no enumeration knows',
    request: ({ client }) => ask(openTicket, { ...ticket, kind: 'disaster' }, { params: { client } }),
    status: 422,
    code: 'http.bad-body',
    field: 'kind',
  },
  {
    what: 'a client key with a #',
    request: () => ask(createClient, { ...newClient, key: 'NE#UE' }),
    status: 422,
    code: 'http.bad-body',
    field: 'key',
  },
  {
    what: 'a client key in Chinese',
    request: () => ask(createClient, { ...newClient, key: '河西' }),
    status: 422,
    code: 'http.bad-body',
    field: 'key',
  },
  {
    what: 'a client that exists',
    request: () => ask(createClient, { ...newClient, key: 'HEXI' }),
    status: 409,
    code: 'http.exists',
  },
  {
    what: 'an address with a # in an id',
    request: () => ask(getClient, undefined, { params: { client: 'HE#XI' } }),
    status: 404,
    code: 'table.bad-id',
  },
  {
    what: 'an address with another script in an id',
    request: () => ask(getClient, undefined, { params: { client: '河西' } }),
    status: 404,
    code: 'table.bad-id',
  },
  {
    what: 'a subject of spaces',
    request: ({ client }) => ask(openTicket, { ...ticket, subject: '   ' }, { params: { client } }),
    status: 422,
    code: 'http.bad-body',
    field: 'subject',
  },
  {
    what: 'a subject over 200 characters',
    request: ({ client }) => ask(openTicket, { ...ticket, subject: 'x'.repeat(201) }, { params: { client } }),
    status: 422,
    code: 'http.bad-body',
    field: 'subject',
  },
]
