import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { AwsFailure } from '../sigv4/failure.ts'
import { queryOf } from '../web/route.ts'
import type { StoredObject } from './api.ts'

interface Range {
  start: number
  end: number
}

/** `bytes=a-b`, `a-` or `-n` (RFC 9110 14.2), both ends inclusive; undefined for none or several, which are answered whole. */
function parseRange(header: string | undefined, size: number): Range | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const [first, last] = [match[1]!, match[2]!]
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (start > end || (first === '' && Number(last) === 0))
    throw new AwsFailure(416, 'InvalidRange', 'The requested range is not satisfiable')
  return { start, end }
}

/**
 * Headers of an object. Uploaded content is never shown as a page of our own origin: it is an attachment unless stored or asked for
 * otherwise, its type is not guessed, and a document in it runs nothing.
 */
function headersOf(req: IncomingMessage, object: StoredObject, wanted: Range | undefined): Record<string, string> {
  const query = queryOf(req)
  const { start, end } = wanted ?? { start: 0, end: object.size - 1 }
  const checksum = req.headers['x-amz-checksum-mode'] === 'ENABLED' && !wanted
  return {
    'content-type': query.get('response-content-type') ?? object.contentType,
    'content-disposition': query.get('response-content-disposition') ?? object.contentDisposition ?? 'attachment',
    'content-length': String(end - start + 1),
    'accept-ranges': 'bytes',
    etag: object.etag,
    'last-modified': new Date(object.lastModified).toUTCString(),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    'cache-control': query.get('response-cache-control') ?? 'private, no-cache',
    ...(wanted && { 'content-range': `bytes ${start}-${end}/${object.size}` }),
    ...(checksum && {
      'x-amz-checksum-sha256': Buffer.from(object.sha256, 'hex').toString('base64'),
      'x-amz-checksum-type': 'FULL_OBJECT',
    }),
    ...Object.fromEntries(Object.entries(object.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value])),
  }
}

/** Answers GET or HEAD of an object from its file. */
export async function sendObject(req: IncomingMessage, res: ServerResponse, object: StoredObject, file: string): Promise<void> {
  if (req.headers['if-none-match'] === object.etag) {
    res.writeHead(304, { etag: object.etag }).end()
    return
  }
  const range = parseRange(req.headers.range, object.size)
  const headers = headersOf(req, object, range)
  if (req.method === 'HEAD' || object.size === 0) {
    res.writeHead(range ? 206 : 200, headers).end()
    return
  }
  const content = createReadStream(file, range)
  // The file is open before the head is sent, so that a deletion meanwhile does no harm and a missing file is an error, not a cut body.
  await new Promise<void>((resolve, reject) => content.once('open', () => resolve()).once('error', reject))
  res.writeHead(range ? 206 : 200, headers)
  await pipeline(content, res)
}
