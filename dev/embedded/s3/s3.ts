import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { AwsFailure, accessDenied } from '../sigv4/failure.ts'
import { verifySignature } from '../sigv4/verify.ts'
import { BodyTooLarge, readBody } from '../web/body.ts'
import { pathBelow, queryOf } from '../web/route.ts'
import type { S3Action, S3Options, S3StandIn } from './api.ts'
import { sendObject } from './download.ts'
import { listing } from './listing.ts'
import { Objects } from './objects.ts'
import { contentOf } from './payload.ts'
import { judgeUpload } from './policy.ts'
import { headFromFields, headFromHeaders, readUpload } from './upload.ts'
import { sendXml } from './xml.ts'

const noSuchKey = () => new AwsFailure(404, 'NoSuchKey', 'The specified key does not exist.')
const notImplemented = (what: string) => new AwsFailure(501, 'NotImplemented', `${what} is not part of this stand-in.`)

/** S3 in path style: GetObject, HeadObject, PutObject, DeleteObject, ListObjectsV2, HeadBucket, browser uploads by POST policy. */
export function createS3(options: S3Options): S3StandIn {
  const { state, dataDir, prefix = '/_local/s3', secretOf, authorize, bucketExists = () => true, now = Date.now } = options
  const maxObjectBytes = options.maxObjectBytes ?? 64 * 1024 * 1024
  const objects = new Objects(state, dataDir)

  async function demand(
    accessKeyId: string,
    action: S3Action,
    bucket: string,
    key?: string,
    context: Record<string, string> = {},
  ) {
    const arn = `arn:aws:s3:::${bucket}${key === undefined ? '' : `/${key}`}`
    if (!(await authorize(accessKeyId, action, arn, context))) throw accessDenied(`${action} on ${arn} is not allowed`)
  }

  async function upload(req: IncomingMessage, res: ServerResponse, bucket: string): Promise<void> {
    const { fields, key, content } = await readUpload(req, maxObjectBytes)
    const { accessKeyId } = judgeUpload(fields, bucket, content.length, { secretOf, now })
    await demand(accessKeyId, 's3:PutObject', bucket, key)
    if (fields.has('success_action_redirect')) throw notImplemented('success_action_redirect')
    const { etag } = await objects.put(bucket, key, content, headFromFields(fields), now())
    const location = `${prefix}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`
    const status = fields.get('success_action_status')
    if (status === '201')
      return sendXml(res, 201, 'PostResponse', { Location: location, Bucket: bucket, Key: key, ETag: etag }, { etag, location })
    res.writeHead(status === '200' ? 200 : 204, { etag, location }).end()
  }

  async function bucketRequest(req: IncomingMessage, res: ServerResponse, bucket: string): Promise<void> {
    if (req.method === 'POST' && req.headers['content-type']?.startsWith('multipart/form-data')) return upload(req, res, bucket)
    const { accessKeyId } = verifySignature(req, { service: 's3', secretOf, now })
    const query = queryOf(req)
    const context = { 's3:prefix': query.get('prefix') ?? '' }
    if (req.method === 'HEAD') {
      await demand(accessKeyId, 's3:ListBucket', bucket, undefined, context)
      res.writeHead(200).end()
    } else if (req.method === 'GET' && query.get('list-type') === '2') {
      await demand(accessKeyId, 's3:ListBucket', bucket, undefined, context)
      sendXml(res, 200, 'ListBucketResult', listing(objects, bucket, query))
    } else throw notImplemented(`${req.method} of a bucket`)
  }

  async function put(req: IncomingMessage, res: ServerResponse, bucket: string, key: string): Promise<void> {
    const { accessKeyId, payloadHash } = verifySignature(req, { service: 's3', secretOf, now })
    await demand(accessKeyId, 's3:PutObject', bucket, key)
    if (req.headers['x-amz-copy-source']) throw notImplemented('CopyObject')
    const overhead = 64 * 1024
    const content = contentOf(await readBody(req, maxObjectBytes + overhead), req.headers, payloadHash)
    if (content.length > maxObjectBytes)
      throw new AwsFailure(400, 'EntityTooLarge', `an object has at most ${maxObjectBytes} bytes`)
    if (req.headers['if-none-match'] === '*' && objects.head(bucket, key)) {
      throw new AwsFailure(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold')
    }
    const { etag } = await objects.put(bucket, key, content, headFromHeaders(req.headers), now())
    res.writeHead(200, { etag }).end()
  }

  async function objectRequest(req: IncomingMessage, res: ServerResponse, bucket: string, key: string): Promise<void> {
    const query = queryOf(req)
    const other = ['uploads', 'uploadId', 'tagging', 'acl', 'versionId', 'retention'].find(name => query.has(name))
    if (other) throw notImplemented(`?${other}`)
    if (req.method === 'PUT') return put(req, res, bucket, key)
    const { accessKeyId } = verifySignature(req, { service: 's3', secretOf, now })
    if (req.method === 'GET' || req.method === 'HEAD') {
      await demand(accessKeyId, 's3:GetObject', bucket, key)
      const object = objects.head(bucket, key)
      if (!object) throw noSuchKey()
      await sendObject(req, res, object, objects.file(object.sha256))
    } else if (req.method === 'DELETE') {
      await demand(accessKeyId, 's3:DeleteObject', bucket, key)
      objects.delete(bucket, key)
      res.writeHead(204).end()
    } else throw notImplemented(`${req.method} of an object`)
  }

  function answer(req: IncomingMessage, res: ServerResponse, path: string): Promise<void> {
    const [, bucket, key] = /^\/([^/]+)(?:\/(.*))?$/s.exec(path) ?? []
    if (!bucket) throw notImplemented('ListBuckets')
    if (!bucketExists(bucket)) throw new AwsFailure(404, 'NoSuchBucket', 'The specified bucket does not exist')
    let decoded: string | undefined
    try {
      decoded = key ? decodeURIComponent(key) : undefined
    } catch {
      throw new AwsFailure(400, 'InvalidURI', "Couldn't parse the specified URI.")
    }
    if (decoded && Buffer.byteLength(decoded) > 1024) throw new AwsFailure(400, 'KeyTooLongError', 'Your key is too long')
    return decoded === undefined ? bucketRequest(req, res, bucket) : objectRequest(req, res, bucket, decoded)
  }

  function refuse(req: IncomingMessage, res: ServerResponse, error: unknown): void {
    const failure = error instanceof BodyTooLarge ? new AwsFailure(400, 'EntityTooLarge', error.message) : error
    if (!(failure instanceof AwsFailure)) throw error
    // Whatever of the body was not read is read away, so that the connection can serve the next request.
    req.resume()
    if (req.method === 'HEAD') {
      res.writeHead(failure.status, { 'content-type': 'application/xml' }).end()
      return
    }
    const requestId = randomBytes(8).toString('hex').toUpperCase()
    sendXml(res, failure.status, 'Error', {
      Code: failure.code,
      Message: failure.message,
      Resource: req.url ?? '',
      RequestId: requestId,
    })
  }

  return {
    async handle(req, res) {
      const path = pathBelow(req, prefix)
      if (path === undefined) return false
      try {
        await answer(req, res, path)
      } catch (error) {
        if (res.headersSent) res.destroy()
        else refuse(req, res, error)
      }
      return true
    },
    close: async () => {},
    list: (bucket, start = '') => objects.list(bucket, start),
    read: (bucket, key) => objects.read(bucket, key),
  }
}
