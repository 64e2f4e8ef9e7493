import type { IncomingMessage, ServerResponse } from 'node:http'
import { atomically } from '../state.ts'
import { readBody } from '../web/body.ts'
import { sendJson } from '../web/reply.ts'
import { accountOf } from './account.ts'
import type { StripeObject } from './api.ts'
import type { Checkout } from './checkout.ts'
import { customers } from './customers.ts'
import { apiVersion } from './data.ts'
import { expand } from './expand.ts'
import { StripeFailure } from './failure.ts'
import { parseForm } from './form.ts'
import { earlierAnswer, keepAnswer } from './idempotency.ts'
import { notifications } from './notifications.ts'
import { checkParameters } from './parameters.ts'
import { payments } from './payments.ts'
import type { Operation } from './request.ts'
import { sessions } from './sessions.ts'
import { newId, type Store } from './store.ts'

const operations: Operation[] = [...customers, ...sessions, ...payments, ...notifications]

export interface ApiOptions {
  store: Store
  checkout: Checkout
  now: () => number
  pageAddress: (sessionId: string) => string
  hasHostEndpoint: (account: string) => boolean
}

function match(method: string, path: string): { operation: Operation; ids: string[] } | undefined {
  const parts = path.split('/')
  for (const operation of operations) {
    const pattern = operation.path.split('/')
    const ids = pattern.flatMap((part, index) => (part === ':id' ? [parts[index] ?? ''] : []))
    const fits = pattern.length === parts.length && pattern.every((part, index) => part === ':id' || part === parts[index])
    if (fits && operation.method === method) return { operation, ids }
  }
  return undefined
}

/** Answers requests to /v1/: authentication, parameters, idempotency, one transaction per request. */
export function createApi({ store, checkout, now, pageAddress, hasHostEndpoint }: ApiOptions) {
  function perform(
    req: IncomingMessage,
    path: string,
    text: string,
    requestId: string,
  ): { answer: StripeObject; replayed: boolean } {
    const account = accountOf(req)
    const method = req.method ?? 'GET'
    const found = match(method, path)
    if (!found) throw new StripeFailure(`Unrecognized request URL (${method}: ${path}).`, { status: 404 })
    const { operation, ids } = found
    const header = method === 'POST' ? req.headers['idempotency-key'] : undefined
    const keyed =
      header === undefined ? undefined : { account, key: String(header), request: `${method} ${path} ${text}`, now: now() }
    return atomically(store.state, () => {
      const earlier = keyed && earlierAnswer(store, keyed)
      if (earlier) return { answer: earlier, replayed: true }
      const parameters = checkParameters(operation.schema, parseForm(text))
      const at = { account, now: now(), requestId, ...(keyed && { key: keyed.key }) }
      const made = operation.run({ store, checkout, at, ids, path, parameters, pageAddress, hasHostEndpoint })
      const paths = ((parameters.expand ?? []) as string[]).filter(Boolean)
      const answer = expand(made, paths, id => store.find(account, id))
      if (keyed) keepAnswer(store, keyed, answer)
      return { answer, replayed: false }
    })
  }

  return async function api(req: IncomingMessage, res: ServerResponse, path: string): Promise<void> {
    const requestId = newId('req', 14)
    const headers: Record<string, string> = {
      'request-id': requestId,
      'stripe-version': String(req.headers['stripe-version'] ?? apiVersion),
    }
    const key = req.headers['idempotency-key']
    if (key !== undefined) headers['idempotency-key'] = String(key)
    const body = (await readBody(req, 1024 * 1024)).toString('utf8')
    const text = req.method === 'POST' ? body : (req.url!.split('?', 2)[1] ?? '')
    try {
      const { answer, replayed } = perform(req, path, text, requestId)
      sendJson(res, 200, answer, { ...headers, ...(replayed && { 'idempotent-replayed': 'true' }) })
    } catch (error) {
      if (!(error instanceof StripeFailure)) throw error
      sendJson(res, error.status, error.toBody(), { ...headers, 'stripe-should-retry': 'false' })
    }
  }
}
