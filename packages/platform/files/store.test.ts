import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { S3StandIn } from '../../../dev/embedded/s3/api.ts'
import { createS3 } from '../../../dev/embedded/s3/s3.ts'
import { type Served, serve } from '../../../dev/embedded/serve.testing.ts'
import { FileStore } from './store.ts'

const bucket = 'pactdesk-files'
const own = 'p/chengxin/c/LANHAI/'
const key = `${own}receipt/f1-a.pdf`
const folder = mkdtempSync(join(tmpdir(), 'files-'))
let served: Served<S3StandIn>
let store: FileStore

/** The local S3, under credentials that open the keys of one client alone, and no listing. */
beforeAll(async () => {
  served = await serve((_, state) =>
    createS3({
      state,
      dataDir: folder,
      secretOf: (id, token) => (id === 'AK' && token === 'token' ? 'secret' : undefined),
      authorize: (_id, action, arn) => action !== 's3:ListBucket' && arn.startsWith(`arn:aws:s3:::${bucket}/${own}`),
    }),
  )
  store = new FileStore({
    bucket,
    endpoint: `${served.baseUrl}/_local/s3`,
    region: 'local',
    credentials: async () => ({
      accessKeyId: 'AK',
      secretAccessKey: 'secret',
      sessionToken: 'token',
      expiration: new Date(Date.now() + 3_600_000),
    }),
  })
})
afterAll(async () => {
  await served.close()
  rmSync(folder, { recursive: true })
})

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const pdf = Buffer.from('%PDF-1.7 receipt')

async function upload(target: string, content: Uint8Array<ArrayBuffer>, changes: Record<string, string> = {}, max?: number) {
  const { url, fields } = await store.uploadForm(target, 'application/pdf', max)
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, ...changes })) form.append(name, value)
  form.append('file', new Blob([content]))
  return (await fetch(url, { method: 'POST', body: form })).status
}

describe('a form to upload', () => {
  it('stores one object, whose size, sha256 and first bytes are then read back', async () => {
    expect(await store.received(key)).toBeUndefined()
    expect(await upload(key, pdf)).toBeLessThan(300)
    const received = await store.received(key)
    expect(received).toMatchObject({ size: 16, sha256: sha256(pdf) })
    expect(Buffer.from(received!.head).toString()).toBe('%PDF-1.7 receipt')
  })

  it('is good for this key, type and length, and for the keys of the own client', async () => {
    expect(await upload(`${own}receipt/f2.pdf`, pdf, { key: `${own}receipt/other.pdf` })).toBe(403)
    expect(await upload(`${own}receipt/f2.pdf`, pdf, { 'Content-Type': 'text/html' })).toBe(403)
    expect(await upload(`${own}receipt/f2.pdf`, pdf, {}, 10)).toBe(400)
    expect(await upload('p/chengxin/c/HONGDA/receipt/f2.pdf', pdf)).toBe(403)
    expect(await store.received(`${own}receipt/f2.pdf`)).toBeUndefined()
  })
})

describe('a stored object', () => {
  it('is kept where the form of its upload cannot reach it, if its bytes are those that were looked at', async () => {
    const [from, to] = [`${own}receipt/f3.pdf`, `${own}receipt/kept/f3.pdf`]
    await upload(from, pdf)
    expect(await store.keep(from, to, 'application/pdf', 'b'.repeat(64))).toBe(false)
    expect(await store.read(to)).toBeUndefined()
    expect(await store.keep(from, to, 'application/pdf', sha256(pdf))).toBe(true)
    await upload(from, Buffer.from('%PDF-1.7 another'))
    expect((await store.read(to))?.equals(pdf)).toBe(true)
  })

  it('of the product itself keeps its bytes', async () => {
    expect(await store.put(`${own}contract/k1.pdf`, pdf, 'application/pdf')).toEqual({ size: 16, sha256: sha256(pdf) })
    expect((await store.read(`${own}contract/k1.pdf`))?.equals(pdf)).toBe(true)
  })

  it('larger than allowed is measured but not read', async () => {
    const size = 10 * 1024 * 1024 + 1
    await store.put(`${own}receipt/big.pdf`, Buffer.alloc(size), 'application/pdf')
    expect(await store.received(`${own}receipt/big.pdf`)).toMatchObject({ size, sha256: '' })
  })

  it('of another client is as good as absent', async () => {
    expect(await store.read('p/chengxin/c/HONGDA/receipt/f1.pdf')).toBeUndefined()
  })
})

describe('an address to download from', () => {
  it('gives an attachment with its own name, for five minutes', async () => {
    const url = await store.downloadUrl(key, '收据 (1).pdf', 'application/pdf')
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('300')
    const answer = await fetch(url)
    expect(Buffer.from(await answer.arrayBuffer()).equals(pdf)).toBe(true)
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''%E6%94%B6%E6%8D%AE%20%281%29.pdf")
    expect((await fetch(url.replace('f1-a', 'f2'))).status).toBe(403)
  })
})
