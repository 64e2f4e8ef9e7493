import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { AwsFailure } from '../sigv4/failure.ts'
import { readBody } from '../web/body.ts'
import type { ObjectHead } from './objects.ts'
import type { FormFields } from './policy.ts'

/** Room for the fields around the file, in bytes. */
const formOverhead = 64 * 1024

function headOf(get: (name: string) => string | undefined, names: Iterable<string>): ObjectHead {
  const metadata: Record<string, string> = {}
  for (const name of names) if (name.startsWith('x-amz-meta-')) metadata[name.slice(11)] = get(name) ?? ''
  return {
    contentType: get('content-type') ?? 'application/octet-stream',
    contentDisposition: get('content-disposition') ?? null,
    metadata,
  }
}

/** Type, disposition and metadata of an object from the headers of a PUT. */
export const headFromHeaders = (headers: IncomingHttpHeaders): ObjectHead =>
  headOf(name => (headers[name] === undefined ? undefined : String(headers[name])), Object.keys(headers))

/** The same from the fields of a form. */
export const headFromFields = (fields: FormFields): ObjectHead => headOf(name => fields.get(name), fields.keys())

export interface Upload {
  fields: FormFields
  key: string
  content: Buffer
}

/** Reads a multipart form: fields up to `file`, and the file; what comes after it is ignored, as S3 does. */
export async function readUpload(req: IncomingMessage, maxObjectBytes: number): Promise<Upload> {
  const body = await readBody(req, maxObjectBytes + formOverhead)
  const malformed = (why: string) =>
    new AwsFailure(400, 'MalformedPOSTRequest', `The body of your POST request is not well-formed: ${why}`)
  let form: FormData
  try {
    form = await new Response(new Uint8Array(body), { headers: { 'content-type': req.headers['content-type'] ?? '' } }).formData()
  } catch {
    throw malformed('not multipart/form-data')
  }
  const fields: FormFields = new Map()
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      fields.set(name.toLowerCase(), value)
      continue
    }
    if (name.toLowerCase() !== 'file') throw malformed(`a file in the field ${name}`)
    const content = Buffer.from(await value.arrayBuffer())
    if (content.length > maxObjectBytes)
      throw new AwsFailure(400, 'EntityTooLarge', `an object has at most ${maxObjectBytes} bytes`)
    const key = fields.get('key')
    if (!key) throw malformed('the field key must come before the file')
    return { fields, key: key.replace('${filename}', value.name.split(/[/\\]/).at(-1)!), content }
  }
  throw new AwsFailure(400, 'InvalidArgument', 'POST requires exactly one file upload per request.')
}
