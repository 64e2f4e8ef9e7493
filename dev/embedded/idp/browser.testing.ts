import { createHash, randomBytes } from 'node:crypto'

/** Keeps cookies by name and path, as a browser does, and follows no redirect by itself. */
export class Browser {
  readonly #cookies = new Map<string, { name: string; value: string; path: string }>()

  async open(url: string, init: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(url)
    const cookie = [...this.#cookies.values()]
      .filter(({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [pair, ...attributes] = line.split('; ')
      const [name, value] = [pair!.slice(0, pair!.indexOf('=')), pair!.slice(pair!.indexOf('=') + 1)]
      const path = attributes.find(attribute => attribute.toLowerCase().startsWith('path='))?.slice(5) ?? '/'
      if (value) this.#cookies.set(`${name};${path}`, { name, value, path })
      else this.#cookies.delete(`${name};${path}`)
    }
    return response
  }

  /** Follows redirects until an answer that is none, or until `stop` matches the address. */
  async follow(url: string, stop: string): Promise<{ url: string; response?: Response }> {
    for (let at = url, hops = 0; hops < 10; hops += 1) {
      if (at.startsWith(stop)) return { url: at }
      const response = await this.open(at)
      const next = response.headers.get('location')
      if (!next) return { url: at, response }
      at = new URL(next, at).href
    }
    throw new Error(`too many redirects from ${url}`)
  }

  post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    return this.open(url, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: new URL(url).origin, ...headers },
    })
  }
}

/** An authorization request of the web app with PKCE (RFC 7636). */
export function authorizationRequest(issuer: string, changes: Record<string, string> = {}) {
  const verifier = randomBytes(32).toString('base64url')
  const redirectUri = `${new URL(issuer).origin}/auth/callback`
  const url = new URL(`${issuer}/authorize`)
  const parameters = {
    client_id: 'pactdesk-web',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid email profile',
    state: randomBytes(8).toString('hex'),
    nonce: randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return { url: url.href, verifier, redirectUri, ...parameters }
}

export interface Tokens {
  access_token: string
  id_token: string
  refresh_token: string
  expires_in: number
}

/** Calls the token endpoint as the public client. */
export async function requestTokens(issuer: string, fields: Record<string, string>): Promise<Response> {
  return fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams({ client_id: 'pactdesk-web', ...fields }) })
}

/** Signs in with the fields of the sign-in form and redeems the code. */
export async function signIn(browser: Browser, issuer: string, fields: Record<string, string>): Promise<Tokens> {
  const request = authorizationRequest(issuer)
  const page = await browser.follow(request.url, request.redirectUri)
  const answer = await browser.post(page.url, fields)
  const { url } = await browser.follow(new URL(answer.headers.get('location')!, page.url).href, request.redirectUri)
  const code = new URL(url).searchParams.get('code')!
  const response = await requestTokens(issuer, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: request.redirectUri,
    code_verifier: request.verifier,
  })
  return (await response.json()) as Tokens
}
