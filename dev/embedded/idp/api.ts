import type { DatabaseSync } from 'node:sqlite'
import type { Bilingual, EmbeddedService } from '../service.ts'

export interface IdpOptions {
  /** Shared state file; this part owns the tables `idp_*`. */
  state: DatabaseSync
  /** Origin of the host without a closing slash, e.g. `http://localhost:8080`. */
  baseUrl: string
  /** Path prefix; the issuer is `baseUrl + prefix`. Default `/_local/idp`. */
  prefix?: string
  /** Further origins that may sign in (e.g. a web development server); `/auth/callback` of each is a redirect URI. */
  origins?: string[]
  /** Wall clock in ms since the epoch; default `Date.now`. Used for rate limits, one-time links and minted tokens. */
  now?: () => number
}

/** What the sign-in page says about a demo person, who can be signed in as with one click and no password. */
export interface DemoCard {
  role: Bilingual
  company: Bilingual
}

export interface NewPerson {
  /** Subject in tokens; default a random UUID. */
  sub?: string
  email: string
  name: Bilingual
  /** At least 8 characters. Without one the person can only sign in as a demo person or by a one-time link. */
  password?: string
  demo?: DemoCard
  /** Nobody vouches for the address. */
  selfMade?: boolean
}

export interface Person {
  sub: string
  /** Lower case. */
  email: string
  name: Bilingual
  hasPassword: boolean
  /** Made on the sign-in page: that the address is theirs is only what they say. */
  selfMade: boolean
  demo?: DemoCard
}

/** OIDC provider whose access tokens look like those of a Cognito user pool. */
export interface Idp extends EmbeddedService {
  readonly issuer: string
  readonly jwksUri: string
  /** Public client of the web app (authorization code with PKCE). */
  readonly clientId: string
  /** Adds the person, or updates e-mail, names and demo card of the same `sub` (the password too, if given). Throws if another `sub` has the e-mail. */
  addPerson(person: NewPerson): Person
  setPassword(sub: string, password: string): void
  listPeople(): Person[]
  findPerson(subOrEmail: string): Person | undefined
  /** Signed access token with the claims of a signed-in person; `ttl` in seconds, default 3600. Throws for an unknown subject. */
  mintAccessToken(sub: string, ttl?: number): string
  /** Link, good once and for 24 hours, on which the person sets a password. A newer link replaces an older one. */
  oneTimeLink(sub: string): string
  /** Public key set, for verifiers in the same process. */
  jwks(): { keys: Record<string, unknown>[] }
}
