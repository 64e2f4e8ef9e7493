import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FileStore } from './store.ts'

/** Just enough of an object store to answer GET, HEAD and PUT by path. */
const objects = new Map<string, Buffer>()
let server: Server
let store: FileStore
const key = 'p/chengxin/c/LANHAI/receipt/f1-a.pdf'

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://x').pathname)
    if (request.method === 'PUT') {
      const parts: Buffer[] = []
      for await (const part of request) parts.push(part as Buffer)
      objects.set(path, Buffer.concat(parts))
      return response.end()
    }
    const found = objects.get(path)
    if (!found) {
      response.statusCode = path.includes('hidden') ? 403 : 404
      return response.end()
    }
    response.setHeader('content-length', found.length)
    response.end(request.method === 'HEAD' ? undefined : found)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  store = new FileStore({
    bucket: 'files',
    endpoint: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    region: 'local',
    credentials: async () => ({
      accessKeyId: 'AK',
      secretAccessKey: 'secret',
      sessionToken: 'token',
      expiration: new Date(Date.now() + 3_600_000),
    }),
  })
})
afterAll(() => new Promise(resolve => server.close(resolve)))

describe('a file in the store', () => {
  it('is absent until it has arrived, also where the store says 403 to a key it has not', async () => {
    expect(await store.received(key)).toBeUndefined()
    expect(await store.received('p/chengxin/c/hidden')).toBeUndefined()
  })

  it('has the size, sha256 and first bytes that are really there', async () => {
    const bytes = Buffer.from('%PDF-1.7 receipt')
    const kept = await store.put(key, bytes, 'application/pdf')
    const digest = createHash('sha256').update(bytes).digest('hex')
    expect(kept).toEqual({ size: 16, sha256: digest })
    const received = await store.received(key)
    expect(received).toMatchObject({ size: 16, sha256: digest })
    expect(Buffer.from(received!.head).toString()).toBe('%PDF-1.7 receipt')
    expect((await store.read(key))?.equals(bytes)).toBe(true)
  })

  it('larger than allowed is measured but not read', async () => {
    objects.set('/files/big', Buffer.alloc(10 * 1024 * 1024 + 1))
    expect(await store.received('big')).toMatchObject({ size: 10 * 1024 * 1024 + 1, sha256: '' })
  })
})

describe('a form to upload', () => {
  it('fixes key, type and length, and carries the session of the tenant', async () => {
    const { url, fields } = await store.uploadForm(key, 'application/pdf', 1000)
    expect(url).toContain('/files')
    expect(fields).toMatchObject({ key, 'Content-Type': 'application/pdf', 'X-Amz-Security-Token': 'token' })
    const policy = JSON.parse(Buffer.from(fields.Policy!, 'base64').toString()) as { conditions: unknown[] }
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        ['content-length-range', 1, 1000],
        ['eq', '$Content-Type', 'application/pdf'],
        { key },
        { bucket: 'files' },
      ]),
    )
  })
})

describe('an address to download from', () => {
  it('makes an attachment with its own name, for five minutes', async () => {
    const url = new URL(await store.downloadUrl(key, '收据 (1).pdf', 'application/pdf'))
    expect(url.searchParams.get('X-Amz-Expires')).toBe('300')
    expect(url.searchParams.get('response-content-disposition')).toBe(
      "attachment; filename*=UTF-8''%E6%94%B6%E6%8D%AE%20%281%29.pdf",
    )
  })
})
