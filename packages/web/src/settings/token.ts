import { tokenIssuer } from '@pactdesk/domain/tenancy/index'

/** `pdk_` and 32 random bytes in base64url; who the token is to the server is the SHA-256 of the whole, in hex. */
export function newToken() {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  const text = `pdk_${btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '')}`
  return {
    text,
    identity: async () => {
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
      return { issuer: tokenIssuer, subject: [...hash].map(byte => byte.toString(16).padStart(2, '0')).join('') }
    },
  }
}
