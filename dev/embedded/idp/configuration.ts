import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider'
import { type Html, html, raw } from '../web/html.ts'
import { chooseLanguage, type Language } from '../web/language.ts'
import { page } from '../web/page.ts'
import { type PagePolicy, pageHeaders } from '../web/reply.ts'
import { accessTokenTtl, cognitoClaims, scope, tokenType } from './accessToken.ts'
import type { Keys } from './keys.ts'
import { problemPage } from './pages.ts'
import type { People } from './people.ts'
import { recordsIn } from './records.ts'
import { words } from './words.ts'

export interface ConfigurationParts {
  state: DatabaseSync
  keys: Keys
  people: People
  clientId: string
  origins: string[]
  prefix: string
  /** Port of the host: cookies know no ports, so their names carry it. */
  port: string
  home: string
}

const fortnight = 14 * 24 * 3600

const languageOf = (ctx: KoaContextWithOIDC): Language =>
  chooseLanguage(ctx.oidc?.params?.ui_locales as string | undefined, ctx.get('accept-language'))

/** Answers a Koa request with a page of ours; oidc-provider still adds its cookies. */
function answer(ctx: KoaContextWithOIDC, status: number, content: Html, policy?: PagePolicy) {
  ctx.status = status
  ctx.set(pageHeaders(policy))
  ctx.body = content.markup
}

/** When the person proved who they are, in seconds; kept by the code and each refresh token. */
function authTimeOf({ oidc }: KoaContextWithOIDC): number | undefined {
  const source = oidc.entities.AuthorizationCode ?? oidc.entities.RefreshToken
  return (source as { authTime?: number } | undefined)?.authTime
}

/** First-party grant: whoever signs in to their own workspace is not asked whether the workspace may know their name. */
async function grantFor(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc
  const existing = session!.grantIdFor(client!.clientId)
  const known = existing && (await provider.Grant.find(existing))
  if (known && known.accountId === session!.accountId) return known
  const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! })
  grant.addOIDCScope(scope)
  for (const resource of Object.keys(ctx.oidc.resourceServers ?? {})) grant.addResourceScope(resource, scope)
  await grant.save()
  return grant
}

/** Settings of oidc-provider for one public client, JWT access tokens in Cognito's shape, rotating refresh tokens bound to the session. */
export function configurationOf(parts: ConfigurationParts): Configuration {
  const { state, keys, people, clientId, origins, prefix, port, home } = parts
  const resource = `${home}api`
  return {
    adapter: recordsIn(state),
    jwks: { keys: [keys.privateJwk] } as Configuration['jwks'],
    cookies: {
      keys: [keys.cookieSecret],
      names: { session: `pactdesk_${port}_session`, interaction: `pactdesk_${port}_sign_in`, resume: `pactdesk_${port}_resume` },
      long: { httpOnly: true, sameSite: 'lax', path: prefix },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    clients: [
      {
        client_id: clientId,
        client_name: 'Pactdesk',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: origins.map(origin => `${origin}/auth/callback`),
        post_logout_redirect_uris: origins.flatMap(origin => [`${origin}/`, `${origin}/auth/signed-out`]),
      },
    ],
    allowOmittingSingleRegisteredRedirectUri: false,
    claims: { openid: ['sub', 'token_use'], email: ['email', 'email_verified'], profile: ['name', 'name#zh-CN', 'name#en'] },
    conformIdTokenClaims: false,
    scopes: ['openid', 'email', 'profile', 'offline_access'],
    discovery: { ui_locales_supported: ['zh-CN', 'en'] },
    pkce: { required: () => true },
    routes: { authorization: '/authorize', token: '/token', jwks: '/jwks', end_session: '/sign-out', revocation: '/revoke' },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => {
          const language = languageOf(ctx)
          const nonce = randomBytes(16).toString('base64url')
          // The app proved itself by an ID token of this session: no need to ask again.
          const sure = ctx.oidc.entities.IdTokenHint?.payload.sub === ctx.oidc.session?.accountId
          const content = html`<h1>${words.signOut[language]}</h1><p>${words.signOutAsk[language]}</p>${raw(form)}
<button class="primary" type="submit" form="op.logoutForm" name="logout" value="yes">${words.signOut[language]}</button>
<button type="submit" form="op.logoutForm">${words.stay[language]}</button>
${sure && html`<script nonce="${nonce}">document.querySelector('button.primary').click()</script>`}`
          answer(ctx, 200, page({ language, title: `${words.signOut[language]} · Pactdesk`, content }), {
            nonce,
            formAction: ["'self'", ...origins].join(' '),
          })
        },
        postLogoutSuccessSource: async ctx => {
          const language = languageOf(ctx)
          const content = html`<h1>${words.signedOut[language]}</h1><a class="button" href="${home}">${words.signIn[language]}</a>`
          answer(ctx, 200, page({ language, title: `${words.signOut[language]} · Pactdesk`, content }))
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope,
          audience: resource,
          accessTokenTTL: accessTokenTtl,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256', kid: keys.privateJwk.kid } },
        }),
      },
    },
    formats: {
      customizers: {
        jwt: (ctx, token, jwt) => {
          const { accountId } = token as { accountId?: string }
          Object.assign(jwt.payload, cognitoClaims(accountId ?? '', authTimeOf(ctx) ?? Number(jwt.payload.iat)))
          // oidc-provider insists on an audience (RFC 9068), Cognito's tokens have none: present, but not serialized.
          Object.defineProperty(jwt.payload, 'aud', { enumerable: false, writable: true })
          jwt.header = { typ: tokenType }
        },
      },
    },
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    expiresWithSession: async () => true,
    loadExistingGrant: grantFor,
    ttl: {
      AccessToken: accessTokenTtl,
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 3600,
      Grant: fortnight,
      Session: fortnight,
      // A rotated token inherits what is left of the first one's life.
      RefreshToken: ctx => ctx.oidc.entities.RotatedRefreshToken?.remainingTTL ?? fortnight,
    },
    interactions: { url: (_ctx, interaction) => `${prefix}/sign-in/${interaction.uid}` },
    async findAccount(_ctx, sub) {
      const person = people.find(sub)
      if (!person || person.sub !== sub) return undefined
      const { email, name } = person
      return {
        accountId: sub,
        claims: async () => ({
          sub,
          token_use: 'id',
          email,
          email_verified: !person.selfMade,
          name: name.zh,
          'name#zh-CN': name.zh,
          'name#en': name.en,
        }),
      }
    },
    renderError: async (ctx, out) => {
      const language = languageOf(ctx)
      const text = `${out.error}${out.error_description ? `: ${out.error_description}` : ''}`
      answer(ctx, Math.max(ctx.status, 400), problemPage({ language, title: words.error[language], text, home }))
    },
  }
}
