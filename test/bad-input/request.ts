import { randomUUID } from 'node:crypto'
import type { AnyRoute } from '@pactdesk/domain/kernel/client'
import type { World } from './world.ts'

export type Who = Exclude<keyof World['as'], 'rival'>

/** A request as it goes over the wire: what a well-behaved client could never send can be written down here. */
export type Request = {
  method: string
  path: string
  /** Who signs in; `nobody` sends no token. */
  who?: Who | 'nobody'
  headers?: Record<string, string | undefined>
  body?: string | Uint8Array<ArrayBuffer>
}

export type Answer = { status: number; type: string; headers: Headers; text: string; problem: Partial<Problem> }
type Problem = {
  type: string
  title: string
  status: number
  detail: string
  code: string
  params: Record<string, unknown>
  errors: { path: string; detail: string }[]
  message: string
}

/** Sends it with a fresh idempotency key and a good token, unless the request's own headers say otherwise; `undefined` leaves one out. */
export async function send({ product }: World, { method, path, who = 'admin', headers = {}, body }: Request): Promise<Answer> {
  const all: Record<string, string | undefined> = {
    ...(who !== 'nobody' && { authorization: `Bearer ${tokenOf(product, who)}`, 'x-pactdesk-workspace': workspaceOf(who) }),
    ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...headers,
  }
  const response = await fetch(product.host.url + path, {
    method,
    headers: Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    ...(body !== undefined && { body }),
  })
  const text = await response.text()
  const type = response.headers.get('content-type') ?? ''
  return { status: response.status, type, headers: response.headers, text, problem: /json/.test(type) ? JSON.parse(text) : {} }
}

const people = ['user', 'owner', 'approver']
const workspaceOf = (who: Who) => (people.includes(who) ? 'provider.HEXI' : 'provider')

export function tokenOf({ idp }: World['product'], who: Who): string {
  const email = `${who}@${people.includes(who) ? 'client' : 'provider'}.example`
  return idp.mintAccessToken(idp.findPerson(email)!.sub)
}

type Options = { params?: Record<string, string>; query?: Record<string, string>; who?: Who; headers?: Request['headers'] }

/** An operation of the route table with any JSON as its body. */
export function ask(route: AnyRoute, body: unknown, { params = {}, query, who, headers }: Options = {}): Request {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? 'HEXI'))
  return {
    method: route.method,
    path: query ? `${path}?${new URLSearchParams(query)}` : path,
    ...(who && { who }),
    ...(headers && { headers }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }
}
