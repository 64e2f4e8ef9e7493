import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { createPresignedPost } from '@aws-sdk/s3-presigned-post'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Served, serve } from '../serve.testing.ts'
import type { S3StandIn } from './api.ts'
import { createS3 } from './s3.ts'

const Bucket = 'pactdesk-files'
const secrets: Record<string, string> = { AKGOOD: 'secret-of-good', AKLIMITED: 'secret-of-limited' }

describe('S3 stand-in', () => {
  const folder = mkdtempSync(join(tmpdir(), 's3-'))
  const clock = { offset: 0 }
  const asked: string[] = []
  let served: Served<S3StandIn>
  let s3: S3Client

  const clientOf = (accessKeyId: string, secretAccessKey: string, sessionToken?: string) =>
    new S3Client({
      endpoint: `${served.baseUrl}/_local/s3`,
      region: 'cn-local-1',
      forcePathStyle: true,
      maxAttempts: 1,
      credentials: { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) },
    })

  beforeAll(async () => {
    served = await serve((_, state) =>
      createS3({
        state,
        dataDir: folder,
        maxObjectBytes: 6 * 1024 * 1024,
        now: () => Date.now() + clock.offset,
        bucketExists: name => name === Bucket,
        secretOf: (id, token) => (id === 'AKSESSION' ? (token === 'the-token' ? 'secret-of-session' : undefined) : secrets[id]),
        authorize: (id, action, arn, context) => {
          asked.push(`${id} ${action} ${arn} ${JSON.stringify(context)}`)
          return id !== 'AKLIMITED' || arn.startsWith('arn:aws:s3:::pactdesk-files/p/a/')
        },
      }),
    )
    s3 = clientOf('AKGOOD', 'secret-of-good')
  })
  beforeEach(() => {
    clock.offset = 0
    asked.length = 0
  })
  afterAll(async () => {
    await served.close()
    rmSync(folder, { recursive: true })
  })

  const put = (Key: string, Body: string | Uint8Array, more = {}) => s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }))
  const get = async (Key: string, more = {}) => {
    const answer = await s3.send(new GetObjectCommand({ Bucket, Key, ...more }))
    return { ...answer, text: await answer.Body!.transformToString() }
  }
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { name: string; $metadata?: { httpStatusCode?: number } }) => error.name,
    )

  test('what is put comes back with its type, disposition and metadata', async () => {
    const Key = "p/华/c/a b+c&(1)!*'.txt"
    const { ETag } = await put(Key, '内容', {
      ContentType: 'text/plain',
      ContentDisposition: 'attachment; filename="a.txt"',
      Metadata: { sha: 'x1' },
    })
    const found = await get(Key)
    expect(found).toMatchObject({
      text: '内容',
      ContentType: 'text/plain',
      ContentDisposition: 'attachment; filename="a.txt"',
      ETag,
      Metadata: { sha: 'x1' },
    })
    expect(await s3.send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject({ ContentLength: 6, ETag })
    expect(asked[0]).toBe(`AKGOOD s3:PutObject arn:aws:s3:::${Bucket}/${Key} {}`)
  })

  test('a stream is sent in chunks with a checksum behind, and arrives whole', async () => {
    const content = Buffer.alloc(3 * 1024 * 1024, 'x')
    await s3.send(
      new PutObjectCommand({
        Bucket,
        Key: 'stream',
        Body: Readable.from([content.subarray(0, 1e6), content.subarray(1e6)]),
        ContentLength: content.length,
      }),
    )
    expect((await get('stream')).text).toBe(content.toString())
    expect(served.service.read(Bucket, 'stream')!.equals(content)).toBe(true)
  })

  test('a part is answered as a part', async () => {
    await put('ranged', '0123456789')
    expect(await get('ranged', { Range: 'bytes=2-4' })).toMatchObject({ text: '234', ContentRange: 'bytes 2-4/10' })
    expect((await get('ranged', { Range: 'bytes=-3' })).text).toBe('789')
    expect((await get('ranged', { Range: 'bytes=8-' })).text).toBe('89')
    expect(await codeOf(get('ranged', { Range: 'bytes=10-' }))).toBe('InvalidRange')
  })

  test('listing goes by prefix, in pages, and folds at the delimiter', async () => {
    for (const Key of ['list/a/1', 'list/a/2', 'list/b/1', 'list/c', 'listing']) await put(Key, Key)
    const keys = async (more = {}) => {
      const answer = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'list/', ...more }))
      return {
        keys: answer.Contents?.map(item => item.Key),
        folders: answer.CommonPrefixes?.map(item => item.Prefix),
        next: answer.NextContinuationToken,
      }
    }
    expect((await keys()).keys).toEqual(['list/a/1', 'list/a/2', 'list/b/1', 'list/c'])
    const first = await keys({ MaxKeys: 3 })
    expect(first.keys).toHaveLength(3)
    expect(await keys({ ContinuationToken: first.next })).toEqual({ keys: ['list/c'], folders: undefined, next: undefined })
    expect(await keys({ Delimiter: '/' })).toMatchObject({ keys: ['list/c'], folders: ['list/a/', 'list/b/'] })
    const folded = await keys({ Delimiter: '/', MaxKeys: 1 })
    expect(folded.folders).toEqual(['list/a/'])
    expect(await keys({ Delimiter: '/', ContinuationToken: folded.next })).toMatchObject({
      keys: ['list/c'],
      folders: ['list/b/'],
    })
    expect(asked.at(-1)).toContain('s3:ListBucket arn:aws:s3:::pactdesk-files {"s3:prefix":"list/"}')
  })

  test('equal contents share a file until the last of them is deleted', async () => {
    const files = () =>
      readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).length
    const before = files()
    await put('same/1', 'shared content')
    await put('same/2', 'shared content')
    expect(files()).toBe(before + 1)
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'same/1' }))
    expect((await get('same/2')).text).toBe('shared content')
    await put('same/2', 'other content')
    expect(files()).toBe(before + 1)
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'same/2' }))
    await s3.send(new DeleteObjectCommand({ Bucket, Key: 'never-was' }))
    expect(files()).toBe(before)
    expect(await codeOf(get('same/2'))).toBe('NoSuchKey')
  })

  test('a content that was changed on disk is noticed', async () => {
    await put('signed.pdf', 'signed bytes')
    const { sha256 } = served.service.list(Bucket, 'signed.pdf')[0]!
    writeFileSync(join(folder, 'files', sha256.slice(0, 2), sha256), 'forged bytes')
    expect(() => served.service.read(Bucket, 'signed.pdf')).toThrow(/no longer has the sha256/)
  })

  test('an object may be created only if it is new', async () => {
    await put('once', '1', { IfNoneMatch: '*' })
    expect(await codeOf(put('once', '2', { IfNoneMatch: '*' }))).toBe('PreconditionFailed')
  })

  test('unknown keys, wrong secrets, missing session tokens and old requests are refused', async () => {
    const attempt = (client: S3Client) => codeOf(client.send(new PutObjectCommand({ Bucket, Key: 'refused', Body: 'x' })))
    expect(await attempt(clientOf('AKNONE', 'x'))).toBe('InvalidAccessKeyId')
    expect(await attempt(clientOf('AKGOOD', 'wrong'))).toBe('SignatureDoesNotMatch')
    expect(await attempt(clientOf('AKSESSION', 'secret-of-session'))).toBe('InvalidAccessKeyId')
    expect(await attempt(clientOf('AKSESSION', 'secret-of-session', 'the-token'))).toBe('done')
    expect((await fetch(`${served.baseUrl}/_local/s3/${Bucket}/refused`)).status).toBe(403)
    clock.offset = 16 * 60_000
    expect(await attempt(clientOf('AKGOOD', 'secret-of-good'))).toBe('RequestTimeTooSkewed')
  })

  test('the policies of the caller decide, and an unknown bucket does not exist', async () => {
    const limited = clientOf('AKLIMITED', 'secret-of-limited')
    expect(await codeOf(limited.send(new PutObjectCommand({ Bucket, Key: 'p/a/1', Body: 'x' })))).toBe('done')
    expect(await codeOf(limited.send(new PutObjectCommand({ Bucket, Key: 'p/b/1', Body: 'x' })))).toBe('AccessDenied')
    expect(served.service.list(Bucket, 'p/b/')).toEqual([])
    expect(await codeOf(s3.send(new GetObjectCommand({ Bucket: 'other', Key: 'x' })))).toBe('NoSuchBucket')
  })

  test('a presigned address works until it expires and only as signed', async () => {
    await put('p/shown.html', '<script>alert(1)</script>', { ContentType: 'text/html' })
    const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: 'p/shown.html' }), { expiresIn: 60 })
    const answer = await fetch(url)
    expect([answer.status, await answer.text()]).toEqual([200, '<script>alert(1)</script>'])
    expect(answer.headers.get('content-disposition')).toBe('attachment')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    const named = await getSignedUrl(
      s3,
      new GetObjectCommand({ Bucket, Key: 'p/shown.html', ResponseContentDisposition: 'attachment; filename="x.html"' }),
    )
    expect((await fetch(named)).headers.get('content-disposition')).toBe('attachment; filename="x.html"')
    expect((await fetch(url.replace('shown', 'other'))).status).toBe(403)
    expect((await fetch(`${url}&response-content-type=text%2Fplain`)).status).toBe(403)
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(403)
    clock.offset = 61_000
    expect((await fetch(url)).status).toBe(403)
  })

  describe('browser upload', () => {
    const post = async (changes: Record<string, string> = {}, content = 'photo', expires = 60) => {
      const { url, fields } = await createPresignedPost(s3, {
        Bucket,
        Key: 'p/a/photo',
        Fields: { 'Content-Type': 'image/png' },
        Conditions: [
          ['content-length-range', 1, 10],
          ['eq', '$Content-Type', 'image/png'],
        ],
        Expires: expires,
      })
      const form = new FormData()
      for (const [name, value] of Object.entries({ ...fields, ...changes })) form.append(name, value)
      form.append('file', new Blob([content]), 'photo.png')
      const answer = await fetch(url, { method: 'POST', body: form })
      return [answer.status, /<Code>(\w+)</.exec(await answer.text())?.[1]]
    }

    test('is taken when it keeps its policy', async () => {
      expect(await post()).toEqual([204, undefined])
      expect(await get('p/a/photo')).toMatchObject({ text: 'photo', ContentType: 'image/png' })
      expect(asked).toContain(`AKGOOD s3:PutObject arn:aws:s3:::${Bucket}/p/a/photo {}`)
    })

    test('is refused with another key, type, bucket, length, field or signature, or late', async () => {
      expect(await post({ key: 'p/b/photo' })).toEqual([403, 'AccessDenied'])
      expect(await post({ 'Content-Type': 'text/html' })).toEqual([403, 'AccessDenied'])
      expect(await post({}, 'elevenbytes')).toEqual([400, 'EntityTooLarge'])
      expect(await post({}, '')).toEqual([400, 'EntityTooSmall'])
      expect(await post({ 'Content-Disposition': 'inline' })).toEqual([403, 'AccessDenied'])
      expect(await post({ 'X-Amz-Signature': '0'.repeat(64) })).toEqual([403, 'SignatureDoesNotMatch'])
      clock.offset = 61_000
      expect(await post()).toEqual([403, 'AccessDenied'])
      expect(served.service.list(Bucket, 'p/b/')).toEqual([])
    })

    test('may have a key that only begins as allowed', async () => {
      const { url, fields } = await createPresignedPost(s3, {
        Bucket,
        Key: 'p/a/${filename}',
        Conditions: [['starts-with', '$key', 'p/a/']],
      })
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      form.append('file', new Blob(['x']), '发票.png')
      expect((await fetch(url, { method: 'POST', body: form })).status).toBe(204)
      expect((await get('p/a/发票.png')).text).toBe('x')
    })
  })

  test('an oversize body and a damaged one are refused', async () => {
    expect(await codeOf(put('big', Buffer.alloc(6 * 1024 * 1024 + 1)))).toBe('EntityTooLarge')
    expect(await codeOf(put('damaged', 'x', { ChecksumCRC32: 'AAAAAA==' }))).toBe('BadDigest')
    expect(served.service.list(Bucket, 'big')).toEqual([])
    expect(await codeOf(s3.send(new GetObjectCommand({ Bucket, Key: 'damaged' })))).toBe('NoSuchKey')
  })
})
