import { type DomainError, DomainFailure } from '@pactdesk/domain/kernel/result'
import type { Problem } from '@pactdesk/domain/kernel/route'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import * as z from 'zod'
import { troubleOf } from '../run/trouble.ts'

const statusOf: Record<DomainError['kind'], number> = {
  invalid: 422,
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  stale: 412,
}
const titleOf: Record<number, string> = {
  400: 'Bad request',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Not acceptable',
  500: 'Our fault',
  502: 'Another service failed',
  503: 'Busy, try again',
}

type More = { errors?: Problem['errors']; params?: Problem['params']; headers?: Record<string, string> }

/** A refusal that the HTTP layer itself makes. `headers` go with it, such as `allow` with 405. */
export class HttpProblem extends Error {
  readonly problem: Problem
  readonly headers: Record<string, string>
  constructor(status: number, code: string, detail: string, { errors, params, headers = {} }: More = {}) {
    super(detail)
    this.name = 'HttpProblem'
    this.headers = headers
    this.problem = {
      type: `urn:pactdesk:problem:${code}`,
      title: titleOf[status] ?? 'Problem',
      status,
      detail,
      code,
      ...(params && { params }),
      ...(errors && { errors }),
    }
  }
}

export function problemOf(error: unknown): Problem {
  if (error instanceof HttpProblem) return error.problem
  if (error instanceof DomainFailure) {
    const { code, kind, detail, params } = error.error
    const status = statusOf[kind]
    const problem = { type: `urn:pactdesk:problem:${code}`, title: titleOf[status]!, status, detail, code }
    const errors = Issues.safeParse(params?.issues).data
    return { ...problem, ...(params && { params }), ...(errors && { errors }) }
  }
  const name = error instanceof Error ? error.name : ''
  if (name === 'AccessDeniedException') return plain(403, 'http.denied', 'the data guard refused this access')
  const trouble = troubleOf(error)
  if (trouble === 'busy') return plain(503, 'http.busy', 'the store is busy; try again in a moment with the same Idempotency-Key')
  if (trouble === 'unknown')
    return plain(503, 'http.no-answer', 'the store did not answer; try again in a moment with the same Idempotency-Key')
  if (/^Stripe/.test((error as { type?: string }).type ?? ''))
    return plain(502, 'http.stripe', `Stripe refused or did not answer: ${(error as Error).message}`)
  const status = (error as { statusCode?: number }).statusCode
  if (status && status >= 400 && status < 500)
    return plain(status, `http.${status}`, error instanceof Error ? error.message : 'bad request')
  return plain(500, 'http.internal', 'something broke on our side; nothing was changed')
}

/** A decision that finds several things wrong names each with its field. */
const Issues = z.array(z.object({ path: z.string(), detail: z.string() }))

const plain = (status: number, code: string, detail: string): Problem => ({
  type: `urn:pactdesk:problem:${code}`,
  title: titleOf[status] ?? 'Problem',
  status,
  detail,
  code,
})

/** Seconds after which the same request may succeed (RFC 9110 §10.2.3): the store was in trouble, or others kept winning. */
const retryAfter = ({ status, code }: Problem): Record<string, string> =>
  status === 503 || code === 'http.conflict' ? { 'retry-after': '1' } : {}

/** RFC 9457 over API Gateway. */
export const problemResponse = (problem: Problem, headers: Record<string, string> = {}): APIGatewayProxyStructuredResultV2 => ({
  statusCode: problem.status,
  headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...retryAfter(problem), ...headers },
  body: JSON.stringify(problem),
})

/** Parses input; every failed field is named, and every field that nobody would read. */
export function parsed<S extends z.ZodType>(schema: S, value: unknown, where: 'query' | 'body' | 'path'): z.output<S> {
  const result = schema.safeParse(value)
  const wrong = result.success
    ? [
        ...unread(value, result.data).map(path => ({ path, detail: 'no such field' })),
        ...broken(value).map(path => ({ path, detail: 'no Unicode text: half of a pair, or the character NUL' })),
      ]
    : result.error.issues.map(issue => ({ path: issue.path.join('.'), detail: issue.message }))
  if (result.success && wrong.length === 0) return result.data
  const errors = wrong.slice(0, 50)
  const first = errors[0]
  throw new HttpProblem(
    422,
    `http.bad-${where}`,
    `${where}: ${first?.path ? `${first.path}: ` : ''}${first?.detail ?? 'not as expected'}`,
    { errors, params: { fields: errors.map(({ path }) => path).join(', ') } },
  )
}

/** Paths of fields that were sent and not taken: a misspelt name must not pass for one left out. */
function unread(sent: unknown, taken: unknown, at = ''): string[] {
  if (!isObject(sent) || !isObject(taken)) return []
  return Object.entries(sent).flatMap(([name, value]) =>
    name in taken ? unread(value, taken[name], `${at}${name}.`) : [at + name],
  )
}

/** Paths of text that the table could not keep as it was sent. */
function broken(sent: unknown, at = ''): string[] {
  if (typeof sent === 'string') return sent.isWellFormed() && !sent.includes('\0') ? [] : [at]
  if (!isObject(sent)) return []
  return Object.entries(sent).flatMap(([name, value]) => [
    ...broken(name, at || 'body'),
    ...broken(value, at ? `${at}.${name}` : name),
  ])
}

/** Lists too: their places are their names. */
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
