/** An error in Stripe's own shape. */
export class StripeFailure extends Error {
  readonly status: number
  readonly type: 'invalid_request_error' | 'idempotency_error' | 'api_error'
  readonly code: string | undefined
  readonly param: string | undefined

  constructor(
    message: string,
    {
      status = 400,
      type = 'invalid_request_error',
      code,
      param,
    }: { status?: number; type?: StripeFailure['type']; code?: string; param?: string } = {},
  ) {
    super(message)
    this.status = status
    this.type = type
    this.code = code
    this.param = param
  }

  /** Body of the answer. */
  toBody(requestLogUrl?: string) {
    const { type, message, code, param } = this
    return {
      error: {
        ...(code && { code }),
        message,
        ...(param && { param }),
        ...(requestLogUrl && { request_log_url: requestLogUrl }),
        type,
      },
    }
  }
}

/** No object of this kind with this id in this account; 404 where the id is in the path, 400 where it is a parameter. */
export const noSuch = (kind: string, id: string, param = 'id', status = 404) =>
  new StripeFailure(`No such ${kind}: '${id}'`, { status, code: 'resource_missing', param })

/** Stripe has it, the stand-in does not: better refused than ignored. */
export const notHere = (param: string) =>
  new StripeFailure(`${param} is understood by Stripe but is not part of this stand-in`, { param })
