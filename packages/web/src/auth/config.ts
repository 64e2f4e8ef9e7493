import { UserManager, WebStorageStateStore } from 'oidc-client-ts'
import { session } from './session.ts'

type Config = { issuer: string; clientId: string }

/** Where to sign in, as the stage says it; a stage without an issuer is not set up. */
async function readConfig(): Promise<Config> {
  const answer = await fetch('/api/config', { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(`/api/config answered ${answer.status}`)
  const config = (await answer.json()) as Partial<Config>
  if (!config.issuer || !config.clientId) throw new Error('/api/config names no issuer')
  return { issuer: config.issuer, clientId: config.clientId }
}

let made: Promise<UserManager> | undefined

/** Authorization code with PKCE against the stage's issuer; a refresh token renews silently before the access token ends. */
export function userManager(): Promise<UserManager> {
  made ??= readConfig().then(
    ({ issuer, clientId }) => {
      const { origin } = window.location
      const manager = new UserManager({
        authority: issuer,
        client_id: clientId,
        redirect_uri: `${origin}/auth/callback`,
        post_logout_redirect_uri: `${origin}/auth/signed-out`,
        scope: 'openid email profile',
        userStore: new WebStorageStateStore({ store: window.sessionStorage }),
        automaticSilentRenew: true,
      })
      session.use(manager)
      return manager
    },
    (failure: unknown) => {
      made = undefined
      throw failure
    },
  )
  return made
}
