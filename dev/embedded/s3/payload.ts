import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { crc32 } from 'node:zlib'
import { sha256Hex } from '../sigv4/canonical.ts'
import { AwsFailure } from '../sigv4/failure.ts'

const incomplete = () => new AwsFailure(400, 'IncompleteBody', 'The request body is not well-formed aws-chunked content.')

/** Takes `aws-chunked` content apart: chunks of `<hex size>[;…]\r\n<data>\r\n`, a last one of size 0, then trailing headers. */
function decodeAwsChunked(body: Buffer): { content: Buffer; trailers: Record<string, string> } {
  const chunks: Buffer[] = []
  let at = 0
  for (;;) {
    const end = body.indexOf('\r\n', at)
    const header = end < 0 ? '' : body.toString('latin1', at, end).split(';', 1)[0]!
    if (!/^[0-9a-f]{1,8}$/i.test(header)) throw incomplete()
    const size = Number.parseInt(header, 16)
    at = end + 2
    if (size === 0) break
    if (body.toString('latin1', at + size, at + size + 2) !== '\r\n') throw incomplete()
    chunks.push(body.subarray(at, at + size))
    at += size + 2
  }
  const trailers: Record<string, string> = {}
  for (const line of body.toString('latin1', at).split('\r\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) trailers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim()
  }
  return { content: Buffer.concat(chunks), trailers }
}

const checksums: Record<string, (content: Buffer) => string> = {
  'x-amz-checksum-crc32': content => {
    const value = Buffer.alloc(4)
    value.writeUInt32BE(crc32(content))
    return value.toString('base64')
  },
  'x-amz-checksum-sha1': content => createHash('sha1').update(content).digest('base64'),
  'x-amz-checksum-sha256': content => createHash('sha256').update(content).digest('base64'),
  'content-md5': content => createHash('md5').update(content).digest('base64'),
}

/** Checks every checksum that came along; one that we cannot compute is refused, so that none is ever taken on trust. */
function checkChecksums(content: Buffer, headers: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(headers)) {
    const isChecksum = name === 'content-md5' || /^x-amz-checksum-(?!mode$|type$|algorithm$)/.test(name)
    if (!isChecksum) continue
    const compute = checksums[name]
    if (!compute) throw new AwsFailure(501, 'NotImplemented', `${name} is not computed here; use CRC32, SHA1 or SHA256`)
    if (compute(content) !== value)
      throw new AwsFailure(400, 'BadDigest', `The ${name} you specified did not match what we received.`)
  }
}

/** The content that a signed PUT carries, checked against signature, length and checksums. */
export function contentOf(body: Buffer, headers: IncomingHttpHeaders, payloadHash: string): Buffer {
  if (payloadHash === 'STREAMING-UNSIGNED-PAYLOAD-TRAILER') {
    const { content, trailers } = decodeAwsChunked(body)
    if (content.length !== Number(headers['x-amz-decoded-content-length'])) throw incomplete()
    checkChecksums(content, { ...headers, ...trailers })
    return content
  }
  if (payloadHash.startsWith('STREAMING-')) throw new AwsFailure(501, 'NotImplemented', `${payloadHash} is not understood here`)
  if (payloadHash !== 'UNSIGNED-PAYLOAD' && payloadHash !== sha256Hex(body)) {
    throw new AwsFailure(
      400,
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    )
  }
  checkChecksums(body, headers)
  return body
}
