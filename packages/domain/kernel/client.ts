import type { z } from 'zod'
import type { BodyInput, ParamsOf, Problem, QueryInput, ResponseOf, Route } from './route.ts'

/** Any route; generic over its schemas. */
export type AnyRoute = Route<string, z.ZodType, z.ZodType, z.ZodType>

/** A refusal of the server, as problem+json. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

export type CallOptions<R extends AnyRoute> = {
  idempotencyKey?: string
  ifMatch?: string
  signal?: AbortSignal
} & (string extends keyof ParamsOf<R> ? unknown : keyof ParamsOf<R> extends never ? unknown : { params: ParamsOf<R> }) &
  (undefined extends QueryInput<R> ? unknown : { query?: QueryInput<R> }) &
  (undefined extends BodyInput<R> ? unknown : { body: BodyInput<R> })

export type Answer<R extends AnyRoute> = {
  value: ResponseOf<R>
  status: number
  etag?: string
  /** Server's business time, for clocks that run on the server's time. */
  businessNow?: string
  url: string
}

type Options = {
  baseUrl: string
  token: () => string | undefined | Promise<string | undefined>
  workspace: () => string | undefined
  fetch?: typeof fetch
}

/** Typed client of the HTTP API, used by web, command line and tests. Throws `ProblemError` for every refusal. */
export function createApi({ baseUrl, token, workspace, fetch: send = fetch }: Options) {
  return {
    async call<R extends AnyRoute>(route: R, options: CallOptions<R>): Promise<Answer<R>> {
      const { params, query, body, idempotencyKey, ifMatch, signal } = options as {
        params?: Record<string, string>
        query?: Record<string, unknown>
        body?: unknown
        idempotencyKey?: string
        ifMatch?: string
        signal?: AbortSignal
      }
      const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''))
      const url = new URL(path, baseUrl)
      for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined) url.searchParams.set(key, String(value))
      const bearer = await token()
      const headers: Record<string, string> = { accept: 'application/json', 'x-pactdesk-workspace': workspace() ?? '-' }
      if (bearer) headers.authorization = `Bearer ${bearer}`
      if (route.method === 'POST') headers['idempotency-key'] = idempotencyKey ?? crypto.randomUUID()
      if (ifMatch) headers['if-match'] = ifMatch
      if (body !== undefined) headers['content-type'] = 'application/json'
      const response = await send(url, {
        method: route.method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      })
      const text = await response.text()
      const value = text ? (JSON.parse(text) as unknown) : undefined
      if (!response.ok) throw new ProblemError(asProblem(value, response.status, text))
      const etag = response.headers.get('etag')
      const businessNow = response.headers.get('x-pactdesk-business-now')
      return {
        value: value as ResponseOf<R>,
        status: response.status,
        url: url.pathname + url.search,
        ...(etag && { etag }),
        ...(businessNow && { businessNow }),
      }
    },
  }
}

export type Api = ReturnType<typeof createApi>

/** The gateway's own refusals (401, 403, 404, 413, 503) carry only `message`. */
function asProblem(value: unknown, status: number, text: string): Problem {
  if (value && typeof value === 'object' && 'code' in value) return value as Problem
  const message = value && typeof value === 'object' && 'message' in value ? String(value.message) : text.slice(0, 200)
  return { type: 'about:blank', title: message, status, detail: message, code: `http.${status}` }
}
