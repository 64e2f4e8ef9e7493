import { createHash, createPrivateKey, generateKeyPairSync, type JsonWebKey, type KeyObject, randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'

type SigningJwk = JsonWebKey & { kid: string; alg: 'RS256'; use: 'sig' }

export interface Keys {
  /** Private key as JWK, for the provider. */
  privateJwk: SigningJwk
  /** The same key, for signing in this process. */
  privateKey: KeyObject
  /** What `/jwks` publishes. */
  publicJwk: SigningJwk
  /** Signs cookies. */
  cookieSecret: string
}

/** RFC 7638 thumbprint of an RSA key. */
const thumbprint = ({ e, kty, n }: JsonWebKey) => createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url')

function newSigningKey(): string {
  const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })
  return JSON.stringify({ ...jwk, kid: thumbprint(jwk), alg: 'RS256', use: 'sig' })
}

/** Keys of this data folder, made on first use and kept, so that tokens and sessions outlive a restart. */
export function loadKeys(state: DatabaseSync): Keys {
  const keep = (name: string, make: () => string): string => {
    const stored = state.prepare('SELECT value FROM idp_secrets WHERE name = ?').get(name) as { value: string } | undefined
    if (stored) return stored.value
    const value = make()
    state.prepare('INSERT INTO idp_secrets (name, value) VALUES (?, ?)').run(name, value)
    return value
  }
  const privateJwk = JSON.parse(keep('signing-key', newSigningKey)) as SigningJwk
  const { kty, n, e, kid, alg, use } = privateJwk
  return {
    privateJwk,
    privateKey: createPrivateKey({ key: privateJwk, format: 'jwk' }),
    publicJwk: { kty, n, e, kid, alg, use },
    cookieSecret: keep('cookie-secret', () => randomBytes(32).toString('base64url')),
  }
}
