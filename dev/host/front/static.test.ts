import { once } from 'node:events'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createStatic } from './static.ts'

const outer = mkdtempSync(join(tmpdir(), 'pactdesk-web-'))
const folder = join(outer, 'dist')
const serve = createStatic(folder)
const server = createServer((req, res) => void serve(req, res).then(taken => taken || res.writeHead(404).end()))
let port: number

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), '<title>Pactdesk</title>')
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'run()')
  writeFileSync(join(outer, 'secret.txt'), 'secret')
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as { port: number }).port
})
afterAll(() => server.close())

/** By hand: fetch would tidy the path before it is sent. */
async function get(path: string, accept = 'text/html') {
  const req = request({ port, host: '127.0.0.1', path, headers: { accept } }).end()
  const [res] = (await once(req, 'response')) as [import('node:http').IncomingMessage]
  res.setEncoding('utf8')
  let body = ''
  for await (const chunk of res) body += chunk
  return { status: res.statusCode, body, headers: res.headers }
}

it('serves hashed assets for good and the page fresh', async () => {
  const asset = await get('/assets/app-1a2b.js')
  expect(asset).toMatchObject({ status: 200, body: 'run()' })
  expect(asset.headers['cache-control']).toContain('immutable')
  expect((await get('/')).headers['cache-control']).toBe('no-cache')
})

it('answers the page for any place of the app, but not for a missing file', async () => {
  expect((await get('/desk/tickets/LANHAI-1')).body).toContain('Pactdesk')
  expect((await get('/assets/gone.js')).status).toBe(404)
  expect((await get('/desk', 'application/json')).status).toBe(404)
})

it('never leaves its folder', async () => {
  for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/assets/..%2f..%2fsecret.txt', '/..%5csecret.txt', '/%00', '/%zz'])
    expect((await get(path)).body).not.toContain('secret')
})
