import { Logger } from '@aws-lambda-powertools/logger'
import middy from '@middy/core'
import httpHeaderNormalizer from '@middy/http-header-normalizer'
import httpSecurityHeaders from '@middy/http-security-headers'
import type { Env } from '@pactdesk/domain/kernel/aggregate'
import type { AnyRoute } from '@pactdesk/domain/kernel/client'
import type { TenantContext } from '@pactdesk/domain/kernel/context'
import { mayServe } from '@pactdesk/domain/kernel/context'
import type { BodyOf, ParamsOf, QueryOf, ResponseOf, Route } from '@pactdesk/domain/kernel/route'
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import type { z } from 'zod'
import { type Execution, execute, newId, reading } from '../run/execute.ts'
import { etagOf, type UnitOfWork } from '../run/unit-of-work.ts'
import { HttpProblem, parsed, problemOf, problemResponse } from './problem.ts'
import { type ApiEvent, clockOf, tenantOf } from './request-context.ts'

/** What a use case sees of a request. For a route without workspace (`me`) `ctx` throws when touched. */
export type Call<R> = {
  ctx: TenantContext
  uow: UnitOfWork
  env: Env
  params: ParamsOf<R>
  query: QueryOf<R>
  body: BodyOf<R>
  identity: { issuer: string; subject: string; name: string; email: string; memberships: unknown[] }
  sourceIp: string
  /** Wall time, for what expires like a token. ISO UTC. */
  wallNow: string
  correlationId: string
  /** Commits a part of a long command by itself: each part must be harmless when the whole is repeated. */
  separately: <T>(work: (uow: UnitOfWork) => Promise<T>) => Promise<T>
  /** Sets the answer's ETag to this version of the thing the request is about. */
  etag: (version: number) => void
}

/** Needs a membership, needs none, or is for who brings an invitation. */
type Workspace = boolean | 'invited'
export type RouteHandler = { route: AnyRoute; run: (call: Call<never>) => Promise<unknown>; workspace: Workspace }

/** Binds a use case to its route. Commands run inside one commit; GETs read only. */
export const handle = <P extends string, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  route: Route<P, Q, B, A>,
  run: (call: Call<Route<P, Q, B, A>>) => Promise<ResponseOf<Route<P, Q, B, A>>>,
  options: { workspace?: Workspace } = {},
): RouteHandler => ({
  route: route as unknown as AnyRoute,
  run: run as RouteHandler['run'],
  workspace: options.workspace ?? true,
})

export const logger = new Logger({ serviceName: 'pactdesk' })
/** Bytes. */
const bodyLimit = 5 * 1024 * 1024

/** One Lambda serves a group of routes: middy around, our own matching inside (decodes, answers 404 and 405). */
export function apiHandler(handlers: readonly RouteHandler[]) {
  const table = handlers.map(handler => ({ handler, segments: handler.route.path.split('/') }))
  return middy<ApiEvent, APIGatewayProxyStructuredResultV2>()
    .use(httpHeaderNormalizer())
    .use(httpSecurityHeaders())
    .handler(async (event, context) => {
      const requestId = event.requestContext.requestId
      try {
        const { handler, params } = match(table, event)
        return await serve(handler, params, event, context)
      } catch (error) {
        const problem = { ...problemOf(error), requestId }
        if (problem.status >= 500) logger.error('request failed', { requestId, path: event.rawPath, error: error as Error })
        const own = error instanceof HttpProblem ? error.headers : {}
        return problemResponse(problem, { ...businessHeader(context), ...own })
      }
    })
}

const businessHeader = (context: Context) => ({ 'x-pactdesk-business-now': clockOf(context).businessNow() })

function match(table: { handler: RouteHandler; segments: string[] }[], event: ApiEvent) {
  const path = event.rawPath.split('/')
  const method = event.requestContext.http.method
  const allowed: string[] = []
  for (const { handler, segments } of table) {
    const params = paramsOf(segments, path)
    if (!params) continue
    if (handler.route.method === method) return { handler, params }
    allowed.push(handler.route.method)
  }
  if (allowed.length > 0) {
    const allow = allowed.join(', ')
    throw new HttpProblem(405, 'http.method', `${method} is not possible here, only ${allow}`, { headers: { allow } })
  }
  throw new HttpProblem(404, 'http.no-route', `${event.rawPath} is no operation`)
}

function paramsOf(segments: string[], path: string[]): Record<string, string> | undefined {
  if (segments.length !== path.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, segment] of segments.entries()) {
    const value = path[at]!
    if (segment.startsWith('{')) {
      const decoded = safeDecode(value)
      if (!decoded) return undefined
      params[segment.slice(1, -1)] = decoded
    } else if (segment !== value) return undefined
  }
  return params
}

function safeDecode(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}

async function serve(handler: RouteHandler, params: Record<string, string>, event: ApiEvent, context: Context) {
  const { route } = handler
  const identity = identityOf(event)
  const ctx = handler.workspace ? tenantOf(event, { invited: handler.workspace === 'invited' }) : undefined
  if (ctx) authorize(route, ctx, params)
  const query = parsed(route.query, route.query.type === 'undefined' ? undefined : (event.queryStringParameters ?? {}), 'query')
  const body = parsed(route.body, bodyOf(route, event), 'body')
  const clock = clockOf(context)
  let version: number | undefined
  const call = (uow: UnitOfWork | undefined): Call<never> =>
    ({
      get ctx() {
        if (!ctx) throw new Error(`${route.id} has no workspace`)
        return ctx
      },
      get uow() {
        if (!uow) throw new Error(`${route.id} has no workspace`)
        return uow
      },
      env: uow?.env ?? { now: clock.businessNow(), actor: { kind: 'system', id: 'none', name: '' }, newId },
      params,
      query,
      body,
      identity,
      wallNow: clock.wallNow(),
      sourceIp: event.requestContext.http.sourceIp,
      correlationId: event.requestContext.requestId,
      separately: <T>(work: (part: UnitOfWork) => Promise<T>) =>
        execute({ ctx: ctx!, clock, correlationId: event.requestContext.requestId }, work),
      etag: (current: number) => {
        version = current
      },
    }) as unknown as Call<never>
  const run = async () => {
    if (!ctx) return handler.run(call(undefined))
    const execution: Execution = {
      ctx,
      clock,
      correlationId: event.requestContext.requestId,
      ...(event.headers['if-match'] && { ifMatch: event.headers['if-match'] }),
    }
    if (route.method === 'GET') return handler.run(call(reading(execution)))
    const key = event.headers['idempotency-key']
    if (route.method === 'POST' && (!key || key.length > 200)) {
      throw new HttpProblem(400, 'http.no-idempotency-key', 'every POST needs an Idempotency-Key of 1 to 200 characters')
    }
    const answer = await execute(
      { ...execution, ...(key && { idempotency: { key, input: { method: route.method, path: event.rawPath, body } } }) },
      async uow => ({ value: await handler.run(call(uow)), version }),
    )
    version = answer.version
    return answer.value
  }
  const value = await run()
  return {
    statusCode: route.status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...businessHeader(context),
      ...(version !== undefined && { etag: etagOf(version) }),
    },
    body: JSON.stringify(value ?? {}),
  }
}

/** Another scope's id is 404, a role that may not is 403: a stranger learns nothing of what exists. */
function authorize(route: AnyRoute, ctx: TenantContext, params: Record<string, string>) {
  if (params.client !== undefined && !mayServe(ctx, params.client)) {
    throw new HttpProblem(404, 'tenancy.not-found', `client ${params.client} is not here`)
  }
  if (route.roles.length > 0 && !route.roles.some(role => ctx.roles.includes(role))) {
    throw new HttpProblem(403, 'tenancy.role', `this needs one of: ${route.roles.join(', ')}`)
  }
}

function bodyOf(route: AnyRoute, event: ApiEvent): unknown {
  if (route.body.type === 'undefined') return undefined
  const raw = event.isBase64Encoded && event.body ? Buffer.from(event.body, 'base64').toString() : (event.body ?? '')
  if (Buffer.byteLength(raw) > bodyLimit) throw new HttpProblem(413, 'http.too-large', `a body may have ${bodyLimit} bytes`)
  if (!/^application\/([\w.+-]+\+)?json\b/.test(event.headers['content-type'] ?? '')) {
    throw new HttpProblem(415, 'http.not-json', 'send application/json')
  }
  try {
    return JSON.parse(raw)
  } catch {
    throw new HttpProblem(400, 'http.bad-json', 'the body is no JSON')
  }
}

function identityOf(event: ApiEvent): Call<never>['identity'] {
  const lambda = event.requestContext.authorizer?.lambda
  return {
    issuer: lambda?.issuer ?? '',
    subject: lambda?.subject ?? '',
    name: lambda?.name ?? '',
    email: lambda?.email ?? '',
    memberships: JSON.parse(lambda?.memberships || '[]') as unknown[],
  }
}
