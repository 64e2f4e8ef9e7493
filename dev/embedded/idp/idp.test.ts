import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { JwtVerifier } from 'aws-jwt-verify'
import { SimpleJwksCache } from 'aws-jwt-verify/jwk'
import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serve } from '../serve.testing.ts'
import type { Idp } from './api.ts'
import { authorizationRequest, Browser, requestTokens, signIn } from './browser.testing.ts'
import { createIdp } from './idp.ts'

const zhao = {
  sub: 'u-zhao',
  email: 'Zhao.Min@example.com',
  name: { zh: '赵敏', en: 'Zhao Min' },
  password: 'correct horse 电池',
}
const demo = {
  sub: 'u-demo',
  email: 'li@example.com',
  name: { zh: '李 <b>雷</b>', en: 'Li Lei' },
  demo: { role: { zh: '服务台', en: 'Service desk' }, company: { zh: '华盾', en: 'Huadun' } },
}

/** aws-jwt-verify fetches key sets by https alone, so an http issuer needs a fetcher of its own. */
const verifierOf = (idp: Idp) =>
  JwtVerifier.create(
    {
      issuer: idp.issuer,
      audience: null,
      jwksUri: idp.jwksUri,
      customJwtCheck: ({ payload }) => {
        if (payload.token_use !== 'access' || payload.client_id !== idp.clientId)
          throw new Error('not an access token of the web app')
      },
    },
    { jwksCache: new SimpleJwksCache({ fetcher: { fetch: async uri => (await fetch(uri)).arrayBuffer() } }) },
  )

describe('identity provider', () => {
  const clock = { offset: 0 }
  let served: Served<Idp>
  let idp: Idp

  beforeAll(async () => {
    served = await serve((baseUrl, state) => createIdp({ state, baseUrl, now: () => Date.now() + clock.offset }))
    idp = served.service
    idp.addPerson(zhao)
    idp.addPerson(demo)
  })
  afterAll(() => served.close())

  const signInPage = async (browser: Browser, changes?: Record<string, string>) => {
    const request = authorizationRequest(idp.issuer, changes)
    const { url, response } = await browser.follow(request.url, request.redirectUri)
    return { request, url, html: await response!.text() }
  }

  test('signing in with a password gives tokens that look like those of Cognito', async () => {
    const tokens = await signIn(new Browser(), idp.issuer, { email: 'zhao.min@example.com', password: zhao.password })
    expect(tokens.expires_in).toBe(3600)
    const access = await verifierOf(idp).verify(tokens.access_token)
    expect(access).toMatchObject({
      iss: idp.issuer,
      sub: 'u-zhao',
      client_id: 'pactdesk-web',
      token_use: 'access',
      scope: 'openid email profile',
      username: 'u-zhao',
    })
    expect(access).not.toHaveProperty('aud')
    expect(access.exp! - access.iat!).toBe(3600)
    expect(decomposeUnverifiedJwt(tokens.access_token).header).toMatchObject({ alg: 'RS256', kid: expect.any(String) })
    expect(decomposeUnverifiedJwt(tokens.id_token).payload).toMatchObject({
      aud: 'pactdesk-web',
      sub: 'u-zhao',
      email: 'zhao.min@example.com',
      name: '赵敏',
      'name#en': 'Zhao Min',
      token_use: 'id',
    })
  })

  test('a minted token has the same claims as one from a sign-in, and its lifetime', async () => {
    const { access_token } = await signIn(new Browser(), idp.issuer, { demo: 'u-demo' })
    const minted = await verifierOf(idp).verify(idp.mintAccessToken('u-demo', 120))
    expect(Object.keys(minted).sort()).toEqual(Object.keys(decomposeUnverifiedJwt(access_token).payload).sort())
    expect(minted.exp! - minted.iat!).toBe(120)
    expect(() => idp.mintAccessToken('nobody')).toThrow('no person nobody')
    await expect(verifierOf(idp).verify(idp.mintAccessToken('u-demo', -5))).rejects.toThrow(/expired/)
  })

  test('the page lists demo people in the language asked for, escaped, and can be switched', async () => {
    const { html, url } = await signInPage(new Browser(), { ui_locales: 'en' })
    expect(html).toContain('<html lang="en">')
    expect(html).toContain('Li Lei')
    expect(html).toContain('Service desk · Huadun')
    expect(html).not.toContain('Zhao Min')
    expect(html).toMatch(/href="[^"]*\?lang=zh"/)
    const browser = new Browser()
    const again = await signInPage(browser, { ui_locales: 'en' })
    const chinese = await (await browser.open(`${again.url}?lang=zh`)).text()
    expect(chinese).toContain('李 &lt;b&gt;雷&lt;/b&gt;')
    expect(chinese).toContain('<html lang="zh-CN">')
    expect(url).toContain('/_local/idp/sign-in/')
  })

  test('who has no account makes one; an address that has one, a short password and a missing name are refused', async () => {
    const fields = { create: 'yes', name: '新人', email: 'New@example.com', password: 'long enough' }
    const browser = new Browser()
    const { url } = await signInPage(browser, { ui_locales: 'zh-CN' })
    expect((await browser.post(url, { ...fields, email: 'zhao.min@example.com' })).status).toBe(409)
    const short = await browser.post(url, { ...fields, password: 'short' })
    expect([short.status, (await short.text()).includes('value="新人"')]).toEqual([422, true])
    expect((await browser.post(url, { ...fields, name: ' ' })).status).toBe(422)
    expect(idp.findPerson('new@example.com')).toBeUndefined()
    const { access_token } = await signIn(new Browser(), idp.issuer, fields)
    expect(await verifierOf(idp).verify(access_token)).toMatchObject({ sub: idp.findPerson('new@example.com')!.sub })
    expect(
      decomposeUnverifiedJwt(
        (await signIn(new Browser(), idp.issuer, { email: fields.email, password: fields.password })).id_token,
      ).payload,
    ).toMatchObject({ name: '新人', email_verified: false })
    for (let tries = 0; tries < 4; tries += 1) await browser.post(url, { ...fields, email: `n${tries}@example.com` })
    const other = new Browser()
    expect((await other.post((await signInPage(other)).url, { ...fields, email: 'late@example.com' })).status).toBe(429)
    clock.offset += 600_000
  })

  test('only demo people need no password', async () => {
    const browser = new Browser()
    const { url } = await signInPage(browser)
    expect((await browser.post(url, { demo: 'u-zhao' })).status).toBe(403)
    expect((await browser.post(url, { email: 'li@example.com', password: '' })).status).toBe(401)
  })

  test('a wrong password says so without telling who exists, and guessing becomes slow', async () => {
    const browser = new Browser()
    const { url } = await signInPage(browser, { ui_locales: 'en' })
    const known = await browser.post(url, { email: 'zhao.min@example.com', password: 'wrong wrong' })
    const unknown = await browser.post(url, { email: 'nobody@example.com', password: 'wrong wrong' })
    expect([known.status, unknown.status]).toEqual([401, 401])
    const text = (html: string) => html.replace(/value="[^"]*"/g, '')
    expect(text(await known.text())).toBe(text(await unknown.text()))
    for (let tries = 2; tries <= 5; tries += 1)
      await browser.post(url, { email: 'zhao.min@example.com', password: 'wrong wrong' })
    const blocked = await browser.post(url, { email: 'Zhao.Min@example.com', password: zhao.password })
    expect(blocked.status).toBe(429)
    expect(Number(blocked.headers.get('retry-after'))).toBeGreaterThan(0)
    clock.offset += 2000
    expect((await browser.post(url, { email: 'zhao.min@example.com', password: zhao.password })).status).toBe(303)
  })

  test("a form from another site, or for another browser's sign-in, is refused", async () => {
    const browser = new Browser()
    const { url } = await signInPage(browser)
    expect((await browser.post(url, { demo: 'u-demo' }, { origin: 'http://evil.example' })).status).toBe(403)
    expect((await browser.post(url, { demo: 'u-demo' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await new Browser().post(url, { demo: 'u-demo' })).status).toBe(400)
    const other = new Browser()
    await signInPage(other)
    expect((await other.post(url, { demo: 'u-demo' })).status).toBe(400)
  })

  test('a code goes only to the registered address and only to who began with the verifier', async () => {
    const foreign = authorizationRequest(idp.issuer, { redirect_uri: 'http://evil.example/auth/callback' })
    const refused = await new Browser().open(foreign.url)
    expect([refused.status, refused.headers.get('location')]).toEqual([400, null])
    const noPkce = new URL(authorizationRequest(idp.issuer).url)
    noPkce.searchParams.delete('code_challenge')
    noPkce.searchParams.delete('code_challenge_method')
    expect((await new Browser().open(noPkce.href)).headers.get('location')).toContain('error=invalid_request')

    const browser = new Browser()
    const { request, url } = await signInPage(browser)
    const answer = await browser.post(url, { demo: 'u-demo' })
    const landed = await browser.follow(answer.headers.get('location')!, request.redirectUri)
    const code = new URL(landed.url).searchParams.get('code')!
    expect(new URL(landed.url).searchParams.get('state')).toBe(request.state)
    const stolen = await requestTokens(idp.issuer, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: request.redirectUri,
      code_verifier: authorizationRequest(idp.issuer).verifier,
    })
    expect([stolen.status, await stolen.json()]).toMatchObject([400, { error: 'invalid_grant' }])
  })

  test('refresh tokens rotate, and one used twice ends the grant', async () => {
    const first = await signIn(new Browser(), idp.issuer, { demo: 'u-demo' })
    const refresh = (token: string) => requestTokens(idp.issuer, { grant_type: 'refresh_token', refresh_token: token })
    const second = (await (await refresh(first.refresh_token)).json()) as typeof first
    expect(second.refresh_token).not.toBe(first.refresh_token)
    await verifierOf(idp).verify(second.access_token)
    expect((await refresh(first.refresh_token)).status).toBe(400)
    expect((await refresh(second.refresh_token)).status).toBe(400)
  })

  test('whoever is signed in gets a code silently, until they sign out', async () => {
    const browser = new Browser()
    const { id_token, refresh_token } = await signIn(browser, idp.issuer, { demo: 'u-demo' })
    const silent = () => {
      const request = authorizationRequest(idp.issuer, { prompt: 'none' })
      return browser.follow(request.url, request.redirectUri)
    }
    expect((await silent()).url).toContain('code=')
    const out = await browser.open(
      `${idp.issuer}/sign-out?${new URLSearchParams({ id_token_hint: id_token, post_logout_redirect_uri: `${served.baseUrl}/` })}`,
    )
    const html = await out.text()
    const confirmed = await browser.post(`${idp.issuer}/sign-out/confirm`, {
      xsrf: /name="xsrf" value="(\w+)"/.exec(html)![1]!,
      logout: 'yes',
    })
    expect(confirmed.headers.get('location')).toBe(`${served.baseUrl}/`)
    expect((await silent()).url).toContain('error=login_required')
    expect((await requestTokens(idp.issuer, { grant_type: 'refresh_token', refresh_token })).status).toBe(400)
  })

  test('a one-time link sets a password once, and a newer one replaces it', async () => {
    idp.addPerson({ sub: 'u-first', email: 'first@example.com', name: { zh: '首位', en: 'First' } })
    const old = idp.oneTimeLink('u-first')
    const link = idp.oneTimeLink('u-first')
    expect((await fetch(old)).status).toBe(410)
    const page = await fetch(link, { headers: { 'accept-language': 'en' } })
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('first@example.com')])
    const set = (password: string) =>
      fetch(link, {
        method: 'POST',
        body: new URLSearchParams({ password }),
        redirect: 'manual',
        headers: { origin: served.baseUrl },
      })
    expect((await set('short')).status).toBe(422)
    const done = await set('a good password')
    expect([done.status, done.headers.get('location')]).toEqual([303, `${served.baseUrl}/`])
    expect((await set('another password')).status).toBe(410)
    const { access_token } = await signIn(new Browser(), idp.issuer, { email: 'first@example.com', password: 'a good password' })
    expect((await verifierOf(idp).verify(access_token)).sub).toBe('u-first')
    const late = idp.oneTimeLink('u-first')
    clock.offset += 25 * 3600 * 1000
    expect((await fetch(late)).status).toBe(410)
    clock.offset = 0
  })

  test('an e-mail address belongs to one person', () => {
    expect(() => idp.addPerson({ email: 'ZHAO.min@example.com', name: zhao.name })).toThrow('belongs to another person')
    expect(idp.findPerson('ZHAO.MIN@example.com')).toMatchObject({ sub: 'u-zhao', hasPassword: true })
    expect(
      idp
        .listPeople()
        .map(person => person.sub)
        .slice(0, 2),
    ).toEqual(['u-zhao', 'u-demo'])
  })

  test('pages may not be framed and run no script', async () => {
    const browser = new Browser()
    const { url } = await signInPage(browser)
    const policy = (await browser.open(url)).headers.get('content-security-policy')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("script-src 'none'")
  })

  test('other paths are left to the host', async () => {
    expect(await (await fetch(`${served.baseUrl}/_local/idpx`)).text()).toBe('nobody')
  })
})

test('keys, people and refresh tokens outlive a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'idp-'))
  const file = join(folder, 'state.sqlite')
  const before = await serve((baseUrl, state) => createIdp({ state, baseUrl }), new DatabaseSync(file))
  before.service.addPerson(demo)
  const kid = before.service.jwks().keys[0]!.kid
  const { refresh_token } = await signIn(new Browser(), before.service.issuer, { demo: 'u-demo' })
  await before.close()
  const after = await serve((_, state) => createIdp({ state, baseUrl: before.baseUrl }), new DatabaseSync(file))
  expect(after.service.jwks().keys[0]!.kid).toBe(kid)
  const refreshed = await requestTokens(`${after.baseUrl}/_local/idp`, { grant_type: 'refresh_token', refresh_token })
  expect(refreshed.status).toBe(200)
  await after.close()
  rmSync(folder, { recursive: true })
})
