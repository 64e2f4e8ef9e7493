import type { AuthorizerModel } from '../template/api.ts'
import type { HttpEvent } from './event.ts'

export type Authorized = { status: 200; context: Record<string, string> } | { status: 401 | 403 | 500 }
type Simple = { isAuthorized?: boolean; context?: Record<string, unknown> }
type Cached = { answer: Authorized; until: number }

/** Kept answers at most; the oldest go first. */
const cacheLimit = 10_000

/**
 * A Lambda authorizer with simple responses: a missing identity source is 401 without a call; the answer is kept for its TTL
 * under the identity sources, whatever the route. Context values are handed on as strings.
 */
export function authorizer(
  model: AuthorizerModel,
  invoke: (event: string) => Promise<string>,
  log: (line: string) => void,
  now: () => number = Date.now,
): (event: HttpEvent) => Promise<Authorized> {
  const cache = new Map<string, Cached>()
  return async event => {
    const identities = model.identityHeaders.map(header => event.headers[header])
    if (identities.some(identity => !identity)) return { status: 401 }
    const key = JSON.stringify(identities)
    const known = cache.get(key)
    if (known && known.until > now()) return known.answer
    const answer = await ask(invoke, event, identities as string[], log)
    if (model.cacheSeconds > 0 && answer.status !== 500) {
      cache.delete(key)
      cache.set(key, { answer, until: now() + model.cacheSeconds * 1000 })
      if (cache.size > cacheLimit) cache.delete(cache.keys().next().value!)
    }
    return answer
  }
}

async function ask(
  invoke: (event: string) => Promise<string>,
  event: HttpEvent,
  identitySource: string[],
  log: (line: string) => void,
): Promise<Authorized> {
  const { body: _body, isBase64Encoded: _encoded, ...request } = event
  const routeArn = `arn:aws:execute-api:local/${String(event.requestContext.apiId)}/$default/${String(event.routeKey).replace(' ', '')}`
  try {
    const result = await invoke(JSON.stringify({ ...request, type: 'REQUEST', routeArn, identitySource }))
    const { isAuthorized, context = {} } = JSON.parse(result) as Simple
    if (isAuthorized !== true) return { status: 403 }
    const texts = Object.entries(context).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ])
    return { status: 200, context: Object.fromEntries(texts) as Record<string, string> }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (message === 'Unauthorized') return { status: 401 }
    log(`authorizer failed: ${message}`)
    return { status: 500 }
  }
}
