import { randomUUID, sign } from 'node:crypto'
import type { Keys } from './keys.ts'

/** Scopes of every sign-in; Cognito puts the OIDC scopes into access tokens as well. */
export const scope = 'openid email profile'

/** Lifetime in seconds, Cognito's default. */
export const accessTokenTtl = 3600

/** JOSE header type of access tokens. */
export const tokenType = 'JWT'

/**
 * The claims by which a Cognito access token differs from RFC 9068: `token_use`, `username`, `auth_time`, and no `aud`
 * (its audience is told by `client_id`).
 */
export const cognitoClaims = (sub: string, authTime: number) => ({
  token_use: 'access',
  scope,
  username: sub,
  auth_time: authTime,
})

export interface MintOptions {
  issuer: string
  clientId: string
  sub: string
  /** Seconds since the epoch. */
  issuedAt: number
  /** Seconds. */
  ttl: number
}

/** Signs an access token as the token endpoint would issue it, without a sign-in. */
export function mintAccessToken({ kid, key }: { kid: string; key: Keys['privateKey'] }, options: MintOptions): string {
  const { issuer, clientId, sub, issuedAt, ttl } = options
  const claims = {
    ...cognitoClaims(sub, issuedAt),
    jti: randomUUID(),
    sub,
    iat: issuedAt,
    exp: issuedAt + ttl,
    client_id: clientId,
    iss: issuer,
  }
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const input = `${encode({ alg: 'RS256', typ: tokenType, kid })}.${encode(claims)}`
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`
}
