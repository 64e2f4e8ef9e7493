import { createHash } from 'node:crypto'
import { tokenIssuer } from '@pactdesk/domain/tenancy/index'
import { JwtVerifier } from 'aws-jwt-verify'
import { SimpleJwksCache } from 'aws-jwt-verify/jwk'
import * as z from 'zod'

/** Registered OIDC issuers: `OIDC_ISSUERS` holds a JSON list. Cognito is one of them, where it exists. */
const Issuer = z.object({ issuer: z.url(), jwksUri: z.url(), clientIds: z.array(z.string()).min(1) })
export type Identity = { issuer: string; subject: string; name: string; email: string }

/** aws-jwt-verify fetches over https only; a local issuer speaks http. */
const fetcher = {
  fetch: async (uri: string) => {
    const response = await fetch(uri)
    if (!response.ok) throw new Error(`${uri} answered ${response.status}`)
    return response.arrayBuffer()
  },
}

const verifiers = new Map<string, ReturnType<typeof create>>()

function create() {
  const issuers = z
    .array(Issuer)
    .min(1)
    .parse(JSON.parse(process.env.OIDC_ISSUERS ?? '[]'))
  const verifier = JwtVerifier.create(
    issuers.map(({ issuer, jwksUri, clientIds }) => ({
      issuer,
      jwksUri,
      audience: null,
      customJwtCheck: ({ payload }: { payload: Record<string, unknown> }) => {
        if (payload.token_use !== 'access') throw new Error('an access token is needed')
        if (!clientIds.includes(String(payload.client_id))) throw new Error('the token was made for another application')
      },
    })),
    { jwksCache: new SimpleJwksCache({ fetcher }) },
  )
  return verifier
}

/** Secrets are stored as this, and only as this. */
export const sha256 = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** API tokens are `pdk_` and 32 random bytes; what signs in is their hash, which an administrator named. */
const apiToken = /^pdk_[\w-]{43}$/

/** Verifies a bearer access token; throws when it is expired, foreign or forged. Tokens only identify: rights live in the table. */
export async function identify(token: string): Promise<Identity> {
  if (apiToken.test(token)) return { issuer: tokenIssuer, subject: sha256(token), name: '', email: '' }
  const key = process.env.OIDC_ISSUERS ?? ''
  let verifier = verifiers.get(key)
  if (!verifier) {
    verifier = create()
    verifiers.set(key, verifier)
  }
  const payload = await verifier.verify(token)
  if (!payload.iss || !payload.sub) throw new Error('the token names no issuer or subject')
  return {
    issuer: payload.iss,
    subject: payload.sub,
    name: String(payload.name ?? payload.username ?? ''),
    email: String(payload.email ?? ''),
  }
}
