import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { BodyTooLarge, readBody } from './body.ts'
import { html, raw } from './html.ts'
import { chooseLanguage } from './language.ts'
import { pathBelow } from './route.ts'
import { sameOrigin } from './sameOrigin.ts'
import { sameSecret } from './secrets.ts'

const request = (url: string, headers: Record<string, string> = {}) => ({ url, headers }) as unknown as IncomingMessage

describe('pages', () => {
  test('every value in a template is escaped, also in lists, unless it is markup of ours', () => {
    expect(html`<b title="${'"x" & <y>'}">${['<i>', raw('<u>')]}${false}</b>`.markup).toBe(
      '<b title="&quot;x&quot; &amp; &lt;y&gt;">&lt;i&gt;<u></b>',
    )
  })

  test('the strongest wish that we speak decides the language, Chinese when none does', () => {
    expect(chooseLanguage('fr', 'en-GB zh-CN')).toBe('en')
    expect(chooseLanguage(null, undefined, 'zh-CN,zh;q=0.9,en;q=0.8')).toBe('zh')
    expect(chooseLanguage('de')).toBe('zh')
  })

  test('a form is ours if the browser says so or if no browser sent it', () => {
    expect(sameOrigin(request('/', { 'sec-fetch-site': 'cross-site', origin: 'http://a:1', host: 'a:1' }))).toBe(false)
    expect(sameOrigin(request('/', { origin: 'http://evil:1', host: 'a:1' }))).toBe(false)
    expect(sameOrigin(request('/', { origin: 'null', host: 'a:1' }))).toBe(false)
    expect(sameOrigin(request('/', { origin: 'http://a:1', host: 'a:1' }))).toBe(true)
    expect(sameOrigin(request('/', { host: 'a:1' }))).toBe(true)
  })

  test('a prefix is a whole path segment', () => {
    expect(pathBelow(request('/_local/s3?x'), '/_local/s3')).toBe('/')
    expect(pathBelow(request('/_local/s3/b/k?x'), '/_local/s3')).toBe('/b/k')
    expect(pathBelow(request('/_local/s33'), '/_local/s3')).toBeUndefined()
  })

  test('secrets of any length compare', () => {
    expect(sameSecret('abc', 'abc')).toBe(true)
    expect(sameSecret('abc', 'abcd')).toBe(false)
  })

  test('a body beyond its limit is refused and the connection still answers', async () => {
    const server = createServer((req, res) => {
      readBody(req, 10).then(
        body => res.end(body),
        error => res.writeHead(error instanceof BodyTooLarge ? 413 : 500).end(),
      )
    })
    await new Promise<void>(done => server.listen(0, done))
    const url = `http://localhost:${(server.address() as AddressInfo).port}`
    expect((await fetch(url, { method: 'POST', body: 'x'.repeat(11) })).status).toBe(413)
    expect(await (await fetch(url, { method: 'POST', body: 'x'.repeat(10) })).text()).toBe('xxxxxxxxxx')
    server.closeAllConnections()
    server.close()
  })
})
