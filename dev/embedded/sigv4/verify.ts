import type { IncomingMessage } from 'node:http'
import { sameSecret } from '../web/secrets.ts'
import { canonicalRequest, type Scope, signatureOf, stringToSign } from './canonical.ts'
import { AwsFailure, accessDenied } from './failure.ts'

/** Who signed, and what was signed of the body. */
export interface Verified {
  accessKeyId: string
  /** Hex sha256, `UNSIGNED-PAYLOAD` or `STREAMING-…`: the caller compares it with the body. */
  payloadHash: string
  presigned: boolean
}

export interface VerifyOptions {
  service: 's3' | 'ses'
  secretOf: (accessKeyId: string, sessionToken: string | undefined) => string | undefined
  /** Wall clock in ms. */
  now: () => number
  /** Hash of the body, for requests that do not send it in `x-amz-content-sha256`. */
  payloadHash?: string
}

/** Tolerated difference between the signer's clock and ours, in ms. */
const skew = 15 * 60_000
/** Longest life of a presigned URL, in seconds. */
const week = 7 * 24 * 3600

/** `20261125T010203Z` as ms since the epoch; NaN if it is something else. */
function amzTime(text: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)
  return parts ? Date.UTC(+parts[1]!, +parts[2]! - 1, +parts[3]!, +parts[4]!, +parts[5]!, +parts[6]!) : Number.NaN
}

/** `AKID/20261125/us-east-1/s3/aws4_request`. Throws when it is not of this form or for another service. */
export function parseCredential(text: string, service: string): Scope & { accessKeyId: string } {
  const [accessKeyId, date, region, forService, end, ...rest] = text.split('/')
  if (!accessKeyId || !date || !region || forService !== service || end !== 'aws4_request' || rest.length > 0) {
    throw new AwsFailure(
      400,
      'AuthorizationHeaderMalformed',
      `the credential must be <key>/<date>/<region>/${service}/aws4_request`,
    )
  }
  return { accessKeyId, date, region, service }
}

/** Secret behind the key, or the refusal that AWS gives. */
export function secretFor(options: Pick<VerifyOptions, 'secretOf'>, accessKeyId: string, token: string | undefined): string {
  const secret = options.secretOf(accessKeyId, token)
  if (secret === undefined) {
    throw new AwsFailure(403, 'InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.')
  }
  return secret
}

export function checkSignature(expected: string, given: string): void {
  if (!sameSecret(expected, given)) {
    throw new AwsFailure(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided.',
    )
  }
}

/** `Credential=…, SignedHeaders=…, Signature=…` */
function parseAuthorization(header: string): Record<string, string> {
  if (!header.startsWith('AWS4-HMAC-SHA256 ')) throw new AwsFailure(400, 'InvalidRequest', 'only AWS4-HMAC-SHA256 is understood')
  return Object.fromEntries(
    header
      .slice(17)
      .split(',')
      .map(part => part.trim().split(/=(.*)/s).slice(0, 2) as [string, string]),
  )
}

function checkSignedHeaders(req: IncomingMessage, names: string[]): void {
  const unsigned = Object.keys(req.headers).filter(name => name.startsWith('x-amz-') && !names.includes(name))
  if (!names.includes('host') || unsigned.length > 0) {
    throw accessDenied(`There were headers present in the request which were not signed: ${unsigned.join(', ') || 'host'}`)
  }
}

function verifyPresigned(req: IncomingMessage, query: URLSearchParams, options: VerifyOptions): Verified {
  const parameter = (name: string) => query.get(`X-Amz-${name}`) ?? ''
  const amzDate = parameter('Date')
  const scope = parseCredential(parameter('Credential'), options.service)
  const expires = Number(parameter('Expires'))
  const begin = amzTime(amzDate)
  if (!(expires > 0 && expires <= week) || Number.isNaN(begin) || !amzDate.startsWith(scope.date)) {
    throw new AwsFailure(400, 'AuthorizationQueryParametersError', 'X-Amz-Date or X-Amz-Expires is malformed')
  }
  if (begin - skew > options.now()) throw accessDenied('Request is not yet valid')
  if (begin + expires * 1000 < options.now()) throw accessDenied('Request has expired')
  const signedHeaders = parameter('SignedHeaders').split(';')
  checkSignedHeaders(req, signedHeaders)
  const payloadHash = 'UNSIGNED-PAYLOAD'
  const secret = secretFor(options, scope.accessKeyId, query.get('X-Amz-Security-Token') ?? undefined)
  const canonical = canonicalRequest(req, { signedHeaders, payloadHash, encodePathAgain: false })
  checkSignature(signatureOf(secret, scope, stringToSign(amzDate, scope, canonical)), parameter('Signature'))
  return { accessKeyId: scope.accessKeyId, payloadHash, presigned: true }
}

/**
 * Verifies Signature Version 4 in the `Authorization` header or, for S3, in the query. Throws `AwsFailure` with AWS's own code.
 * The body itself is not read here.
 */
export function verifySignature(req: IncomingMessage, options: VerifyOptions): Verified {
  const query = new URL(req.url ?? '/', 'http://host').searchParams
  if (options.service === 's3' && query.has('X-Amz-Signature')) return verifyPresigned(req, query, options)
  const header = req.headers.authorization
  if (!header) throw accessDenied('the request is not signed')
  const { Credential = '', SignedHeaders = '', Signature = '' } = parseAuthorization(header)
  const scope = parseCredential(Credential, options.service)
  const amzDate = String(req.headers['x-amz-date'] ?? '')
  const at = amzTime(amzDate)
  if (Number.isNaN(at) || !amzDate.startsWith(scope.date))
    throw accessDenied('x-amz-date is missing or not of the day of the credential')
  if (Math.abs(at - options.now()) > skew) {
    throw new AwsFailure(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    )
  }
  const signedHeaders = SignedHeaders.split(';')
  checkSignedHeaders(req, signedHeaders)
  const payloadHash = String(req.headers['x-amz-content-sha256'] ?? options.payloadHash ?? '')
  const token = req.headers['x-amz-security-token']
  const secret = secretFor(options, scope.accessKeyId, token === undefined ? undefined : String(token))
  const canonical = canonicalRequest(req, { signedHeaders, payloadHash, encodePathAgain: options.service !== 's3' })
  checkSignature(signatureOf(secret, scope, stringToSign(amzDate, scope, canonical)), Signature)
  return { accessKeyId: scope.accessKeyId, payloadHash, presigned: false }
}
