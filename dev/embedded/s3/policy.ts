import { signatureOf } from '../sigv4/canonical.ts'
import { AwsFailure, accessDenied } from '../sigv4/failure.ts'
import { checkSignature, parseCredential, secretFor } from '../sigv4/verify.ts'
import type { S3Options } from './api.ts'

/** Form fields by lower-case name. */
export type FormFields = Map<string, string>

type Condition = ['eq' | 'starts-with', string, string] | ['content-length-range', number, number]

interface PolicyDocument {
  expiration: number
  conditions: Condition[]
}

const malformed = (why: string) => new AwsFailure(400, 'InvalidPolicyDocument', `Invalid Policy: ${why}`)

function parseCondition(raw: unknown): Condition[] {
  if (Array.isArray(raw) && raw.length === 3) {
    const [kind, first, second] = raw as unknown[]
    if (kind === 'content-length-range' && Number.isInteger(first) && Number.isInteger(second))
      return [[kind, Number(first), Number(second)]]
    const named = typeof first === 'string' && first.startsWith('$') && typeof second === 'string'
    if ((kind === 'eq' || kind === 'starts-with') && named) return [[kind, first.slice(1).toLowerCase(), second]]
  } else if (typeof raw === 'object' && raw !== null) {
    return Object.entries(raw).map(([name, value]) => ['eq', name.toLowerCase(), String(value)])
  }
  throw malformed(`condition ${JSON.stringify(raw)}`)
}

function parsePolicy(encoded: string): PolicyDocument {
  let document: unknown
  try {
    document = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'))
  } catch {
    throw malformed('not base64 of JSON')
  }
  const { expiration, conditions } = (document ?? {}) as { expiration?: unknown; conditions?: unknown }
  const ends = typeof expiration === 'string' ? Date.parse(expiration) : Number.NaN
  if (Number.isNaN(ends) || !Array.isArray(conditions)) throw malformed('expiration or conditions are missing')
  return { expiration: ends, conditions: conditions.flatMap(parseCondition) }
}

function checkCondition(condition: Condition, fields: FormFields, bucket: string, size: number): void {
  const [kind, first, second] = condition
  if (kind === 'content-length-range') {
    if (size < first)
      throw new AwsFailure(400, 'EntityTooSmall', `Your proposed upload of ${size} bytes is smaller than the minimum of ${first}`)
    if (size > second)
      throw new AwsFailure(400, 'EntityTooLarge', `Your proposed upload of ${size} bytes exceeds the maximum of ${second}`)
    return
  }
  const value = first === 'bucket' ? bucket : (fields.get(first) ?? '')
  const met = kind === 'eq' ? value === second : value.startsWith(second)
  if (!met) throw accessDenied(`Invalid according to Policy: Policy Condition failed: ["${kind}", "$${first}", "${second}"]`)
}

/** Fields that need no condition of their own. */
const free = new Set(['policy', 'x-amz-signature', 'bucket', 'file'])

/**
 * Judges a browser upload by its signed policy document: signature, expiry, each condition, and that every field sent is named by a
 * condition. Returns whose key signed it.
 */
export function judgeUpload(
  fields: FormFields,
  bucket: string,
  size: number,
  options: Pick<S3Options, 'secretOf'> & { now: () => number },
): { accessKeyId: string } {
  const encoded = fields.get('policy')
  if (!encoded) throw accessDenied('the form carries no policy')
  if (fields.get('x-amz-algorithm') !== 'AWS4-HMAC-SHA256')
    throw new AwsFailure(400, 'InvalidRequest', 'only AWS4-HMAC-SHA256 is understood')
  const scope = parseCredential(fields.get('x-amz-credential') ?? '', 's3')
  const secret = secretFor(options, scope.accessKeyId, fields.get('x-amz-security-token'))
  checkSignature(signatureOf(secret, scope, encoded), fields.get('x-amz-signature') ?? '')
  const policy = parsePolicy(encoded)
  if (policy.expiration < options.now()) throw accessDenied('Invalid according to Policy: Policy expired.')
  for (const condition of policy.conditions) checkCondition(condition, fields, bucket, size)
  const named = new Set(policy.conditions.map(([, name]) => name))
  const extra = [...fields.keys()].filter(name => !free.has(name) && !named.has(name) && !name.startsWith('x-ignore-'))
  if (extra.length > 0) throw accessDenied(`Invalid according to Policy: Extra input fields: ${extra.join(', ')}`)
  return { accessKeyId: scope.accessKeyId }
}
