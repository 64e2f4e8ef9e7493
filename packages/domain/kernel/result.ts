/** Outcome of a pure decision: a value, or a typed refusal. Domain code never throws for bad input. */
export type Result<T, E = DomainError> = { ok: true; value: T } | { ok: false; error: E }

/**
 * A refusal that a person can act on. `code` is stable (`module.reason`), `detail` names the offending value in English,
 * `params` feed the translated message. The HTTP layer turns it into RFC 9457 problem+json.
 */
export type DomainError = {
  code: string
  kind: 'invalid' | 'not-found' | 'forbidden' | 'conflict' | 'stale'
  detail: string
  params?: Record<string, unknown>
}

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error })

/** 422: the request can be read but breaks a rule. */
export const invalid = (code: string, detail: string, params?: Record<string, unknown>) =>
  err<DomainError>({ code, kind: 'invalid', detail, ...(params && { params }) })
/** 409: the thing is in a state in which this can't be done. */
export const conflict = (code: string, detail: string, params?: Record<string, unknown>) =>
  err<DomainError>({ code, kind: 'conflict', detail, ...(params && { params }) })
/** 404, also for what belongs to another scope. */
export const notFound = (code: string, detail: string) => err<DomainError>({ code, kind: 'not-found', detail })
/** 403: the role may not. */
export const forbidden = (code: string, detail: string) => err<DomainError>({ code, kind: 'forbidden', detail })

/** Takes the value or throws a `DomainFailure`; for the shell and for tests, not for decisions. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new DomainFailure(result.error)
}

export class DomainFailure extends Error {
  readonly error: DomainError
  constructor(error: DomainError) {
    super(`${error.code}: ${error.detail}`)
    this.name = 'DomainFailure'
    this.error = error
  }
}
