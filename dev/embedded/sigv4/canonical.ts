import { createHash, createHmac } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Percent-encoding of RFC 3986, as Signature Version 4 wants it: only unreserved characters stay. */
const encodeRfc3986 = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

function canonicalQuery(search: string): string {
  return [...new URLSearchParams(search)]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encodeRfc3986(name)}=${encodeRfc3986(value)}`)
    .sort()
    .join('&')
}

export interface CanonicalParts {
  signedHeaders: string[]
  payloadHash: string
  /** S3 signs the path as sent; every other service signs it encoded once more. */
  encodePathAgain: boolean
}

/** Canonical request of Signature Version 4. */
export function canonicalRequest(req: IncomingMessage, { signedHeaders, payloadHash, encodePathAgain }: CanonicalParts): string {
  const url = req.url ?? '/'
  const cut = url.indexOf('?')
  const path = cut < 0 ? url : url.slice(0, cut)
  const headers = signedHeaders.map(
    name =>
      `${name}:${String(req.headers[name] ?? '')
        .trim()
        .replace(/\s+/g, ' ')}\n`,
  )
  return [
    req.method,
    encodePathAgain ? path.split('/').map(encodeRfc3986).join('/') : path,
    cut < 0 ? '' : canonicalQuery(url.slice(cut + 1)),
    headers.join(''),
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n')
}

export const sha256Hex = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** `20261125/region/service/aws4_request`, taken apart. */
export interface Scope {
  date: string
  region: string
  service: string
}

/** Signature of a string under the key derived from the secret for this day, region and service; hex. */
export function signatureOf(secret: string, { date, region, service }: Scope, text: string): string {
  const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), 'aws4_request')
  return createHmac('sha256', key).update(text).digest('hex')
}

/** The string to sign for a canonical request. */
export const stringToSign = (amzDate: string, { date, region, service }: Scope, canonical: string): string =>
  `AWS4-HMAC-SHA256\n${amzDate}\n${date}/${region}/${service}/aws4_request\n${sha256Hex(canonical)}`
