import { DomainFailure } from '@pactdesk/domain/kernel/result'

/**
 * Why the table did not do what it was asked, none of it the caller's fault. `busy`: it refused, nothing was written. `unknown`: it
 * did not answer, or broke; a write may have happened all the same.
 */
export type Trouble = 'busy' | 'unknown'

/** The table stayed in trouble through all attempts: 503, try again later with the same Idempotency-Key. */
export class StoreTrouble extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble, detail: string) {
    super(detail)
    this.name = 'StoreTrouble'
    this.trouble = trouble
  }
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
const busy = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'ThrottlingError',
  'TransactionConflictException',
])
const unanswered = new Set([
  'TimeoutError',
  'RequestTimeout',
  'RequestTimeoutException',
  'InternalServerError',
  'InternalFailure',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'TransactionInProgressException',
])
const brokenConnection = new Set(['ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'])

/** Undefined: no trouble of the table but a refusal or a fault of our own, which trying again does not mend. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (error instanceof StoreTrouble) return error.trouble
  if (!(error instanceof Error)) return undefined
  const { name, code, $metadata } = error as Error & { code?: unknown; $metadata?: { httpStatusCode?: number } }
  if (busy.has(name)) return 'busy'
  if (unanswered.has(name) || brokenConnection.has(String(code))) return 'unknown'
  return ($metadata?.httpStatusCode ?? 0) >= 500 ? 'unknown' : undefined
}

/** Trying the same thing later may well succeed: the table was in trouble, or others kept winning. */
export const passes = (error: unknown): boolean =>
  troubleOf(error) !== undefined || (error instanceof DomainFailure && error.error.code === 'http.conflict')
