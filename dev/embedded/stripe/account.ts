import type { IncomingMessage } from 'node:http'
import { StripeFailure } from './failure.ts'

function keyOf(authorization: string): string {
  const [scheme = '', value = ''] = authorization.split(' ')
  if (scheme.toLowerCase() === 'bearer') return value
  return scheme.toLowerCase() === 'basic' ? (Buffer.from(value, 'base64').toString('utf8').split(':')[0] ?? '') : ''
}

/**
 * The account of a request: the one its key `sk_test_local_<name>` stands for, `acct_local_<name>`, or the connected account named by
 * `Stripe-Account`. Throws 401 for any other key: a key of the real Stripe must never be sent here unnoticed.
 */
export function accountOf(req: IncomingMessage): string {
  const key = keyOf(req.headers.authorization ?? '')
  const name = /^sk_test_local_(\w{1,64})$/.exec(key)?.[1]
  if (!name) {
    const message = key ? `Invalid API Key provided: ${key.slice(0, 7)}****${key.slice(-4)}` : 'You did not provide an API key.'
    throw new StripeFailure(message, { status: 401 })
  }
  const connected = req.headers['stripe-account']
  if (connected === undefined) return `acct_local_${name}`
  if (!/^acct_\w{1,64}$/.test(String(connected)))
    throw new StripeFailure(`No such account: '${connected}'`, { status: 403, code: 'account_invalid' })
  return String(connected)
}
