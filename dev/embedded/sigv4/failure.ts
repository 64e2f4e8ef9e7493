/** A request that AWS would refuse: its error code, what it says, and the HTTP status. */
export class AwsFailure extends Error {
  readonly code: string
  readonly status: number

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export const accessDenied = (message = 'Access Denied') => new AwsFailure(403, 'AccessDenied', message)
