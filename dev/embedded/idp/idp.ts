import type { IncomingMessage, ServerResponse } from 'node:http'
import { Provider } from 'oidc-provider'
import { BodyTooLarge } from '../web/body.ts'
import { pathBelow } from '../web/route.ts'
import { accessTokenTtl, mintAccessToken } from './accessToken.ts'
import type { Idp, IdpOptions } from './api.ts'
import { configurationOf } from './configuration.ts'
import { loadKeys } from './keys.ts'
import { createLinks } from './links.ts'
import { createPeople } from './people.ts'
import { createSignIn } from './signIn.ts'
import { createTables } from './tables.ts'
import { createWelcome } from './welcome.ts'

const clientId = 'pactdesk-web'

/** OIDC provider of local mode (`/authorize`, `/token`, `/jwks`, `/sign-out`, `/.well-known/openid-configuration` below its prefix). */
export function createIdp({ state, baseUrl, prefix = '/_local/idp', origins = [], now = Date.now }: IdpOptions): Idp {
  createTables(state)
  const issuer = baseUrl + prefix
  const home = `${baseUrl}/`
  const allowed = [...new Set([baseUrl, ...origins])]
  const keys = loadKeys(state)
  const people = createPeople(state)
  const links = createLinks(state, now)
  const { port, protocol } = new URL(baseUrl)
  const provider = new Provider(
    issuer,
    configurationOf({
      state,
      keys,
      people,
      clientId,
      origins: allowed,
      prefix,
      home,
      port: port || (protocol === 'https:' ? '443' : '80'),
    }),
  )
  provider.on('server_error', (_ctx, error) => console.error('identity provider:', error))
  const koa = provider.callback()
  const signIn = createSignIn({ provider, people, now, origins: allowed, home })
  const welcome = createWelcome(people, links, home)

  async function answer(req: IncomingMessage & { originalUrl?: string }, res: ServerResponse, path: string): Promise<void> {
    const [, area, name] = path.split('/')
    if (area === 'sign-in' && name) return signIn(req, res, name)
    if (area === 'welcome' && name) return welcome(req, res, name)
    // oidc-provider derives its mount path from the two, as Express leaves them.
    req.originalUrl = req.url
    req.url = req.url!.slice(prefix.length) || '/'
    return koa(req, res)
  }

  return {
    issuer,
    jwksUri: `${issuer}/jwks`,
    clientId,
    async handle(req, res) {
      const path = pathBelow(req, prefix)
      if (path === undefined) return false
      try {
        await answer(req, res, path)
      } catch (error) {
        if (!(error instanceof BodyTooLarge)) throw error
        res.writeHead(413).end()
      }
      return true
    },
    close: async () => {},
    addPerson: people.add,
    setPassword: people.setPassword,
    listPeople: people.list,
    findPerson: people.find,
    mintAccessToken(subOrEmail, ttl = accessTokenTtl) {
      const person = people.find(subOrEmail)
      if (!person) throw new Error(`no person ${subOrEmail}`)
      const issuedAt = Math.floor(now() / 1000)
      return mintAccessToken(
        { kid: keys.privateJwk.kid, key: keys.privateKey },
        { issuer, clientId, sub: person.sub, issuedAt, ttl },
      )
    },
    oneTimeLink(subOrEmail) {
      const person = people.find(subOrEmail)
      if (!person) throw new Error(`no person ${subOrEmail}`)
      return `${issuer}/welcome/${links.issue(person.sub)}`
    },
    jwks: () => ({ keys: [keys.publicJwk] }),
  }
}
