import type { IncomingMessage } from 'node:http'

/** The request's body is larger than this part accepts: HTTP 413. */
export class BodyTooLarge extends Error {
  readonly limit: number

  constructor(limit: number) {
    super(`the request body is larger than ${limit} bytes`)
    this.limit = limit
  }
}

/** Whole body; throws `BodyTooLarge` beyond `limit` bytes, after reading the rest away so that the client hears the answer. */
export async function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
  }
  if (size > limit) throw new BodyTooLarge(limit)
  return Buffer.concat(chunks, size)
}

/** Fields of an HTML form (application/x-www-form-urlencoded), at most 64 KiB. */
export async function readForm(req: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams((await readBody(req, 65_536)).toString('utf8'))
}
