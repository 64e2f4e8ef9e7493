import { type DomainError, DomainFailure } from '@pactdesk/domain/kernel/result'
import type { Problem } from '@pactdesk/domain/kernel/route'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { z } from 'zod'
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
  503: 'Busy, try again',
}

/** A refusal that the HTTP layer itself makes. */
export class HttpProblem extends Error {
  readonly problem: Problem
  constructor(status: number, code: string, detail: string, errors?: Problem['errors']) {
    super(detail)
    this.name = 'HttpProblem'
    this.problem = {
      type: `urn:pactdesk:problem:${code}`,
      title: titleOf[status] ?? 'Problem',
      status,
      detail,
      code,
      ...(errors && { errors }),
    }
  }
}

export function problemOf(error: unknown): Problem {
  if (error instanceof HttpProblem) return error.problem
  if (error instanceof DomainFailure) {
    const { code, kind, detail, params } = error.error
    const status = statusOf[kind]
    return { type: `urn:pactdesk:problem:${code}`, title: titleOf[status]!, status, detail, code, ...(params && { params }) }
  }
  const name = error instanceof Error ? error.name : ''
  if (name === 'AccessDeniedException') return plain(403, 'http.denied', 'the data guard refused this access')
  const trouble = troubleOf(error)
  if (trouble === 'busy') return plain(503, 'http.busy', 'the store is busy; try again in a moment with the same Idempotency-Key')
  if (trouble === 'unknown')
    return plain(503, 'http.no-answer', 'the store did not answer; try again in a moment with the same Idempotency-Key')
  const status = (error as { statusCode?: number }).statusCode
  if (status && status >= 400 && status < 500)
    return plain(status, `http.${status}`, error instanceof Error ? error.message : 'bad request')
  return plain(500, 'http.internal', 'something broke on our side; nothing was changed')
}

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

/** Parses input; every failed field is named. */
export function parsed<S extends z.ZodType>(schema: S, value: unknown, where: 'query' | 'body' | 'path'): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const errors = result.error.issues.slice(0, 50).map(issue => ({ path: issue.path.join('.'), detail: issue.message }))
  const first = errors[0]
  throw new HttpProblem(
    422,
    `http.bad-${where}`,
    `${where}: ${first?.path ? `${first.path}: ` : ''}${first?.detail ?? 'not as expected'}`,
    errors,
  )
}
