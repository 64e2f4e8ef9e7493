import { createHash } from 'node:crypto'
import type { StripeObject } from './api.ts'
import { StripeFailure } from './failure.ts'
import type { Store } from './store.ts'

/** Stripe forgets a key after a day, in ms. */
const lifetime = 24 * 3600 * 1000

export interface KeyedRequest {
  account: string
  key: string
  /** Method, path and raw parameters: what must be the same. */
  request: string
  /** Wall clock in ms. */
  now: number
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url')

/** The answer that was given under this key, if there was one; throws when it was given for other parameters. */
export function earlierAnswer({ state }: Store, { account, key, request, now }: KeyedRequest): StripeObject | undefined {
  if (key.length > 255) throw new StripeFailure('Idempotency keys have at most 255 characters', { type: 'idempotency_error' })
  const row = state
    .prepare('SELECT request, json FROM stripe_idempotency WHERE account = ? AND key = ? AND at > ?')
    .get(account, key, now - lifetime)
  if (!row) return undefined
  if (row.request !== digest(request)) {
    throw new StripeFailure(
      `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
      { type: 'idempotency_error' },
    )
  }
  return JSON.parse(String(row.json)) as StripeObject
}

/** Keeps the answer; call it in the transaction of the effect. Failed requests are not kept: they may be mended and sent again. */
export function keepAnswer({ state }: Store, { account, key, request, now }: KeyedRequest, answer: StripeObject): void {
  state
    .prepare('INSERT OR REPLACE INTO stripe_idempotency VALUES (?, ?, ?, ?, ?)')
    .run(account, key, digest(request), JSON.stringify(answer), now)
}
