import { type Api, createApi } from '@pactdesk/domain/kernel/client'
import type { Product } from '../local/product.ts'

/** The API as a demo person; tokens are minted by the local sign-in, so commands take the same way as in the browser. */
export function actors({ host, idp }: Product, provider: string) {
  const made = new Map<string, Api>()
  const as = (email: string, workspace: string): Api => {
    const key = `${email} ${workspace}`
    const known = made.get(key)
    if (known) return known
    const person = idp.findPerson(email)
    if (!person) throw new Error(`the demo knows nobody called ${email}`)
    let minted = { token: '', until: 0 }
    const token = () => {
      if (Date.now() > minted.until) minted = { token: idp.mintAccessToken(person.sub), until: Date.now() + 30 * 60_000 }
      return minted.token
    }
    const api = createApi({ baseUrl: host.url, token, workspace: () => workspace })
    made.set(key, api)
    return api
  }
  return {
    staff: (name: string) => as(`${name}@${provider}.example`, provider),
    client: (client: string, name: 'owner' | 'user') => as(`${name}@${client.toLowerCase()}.example`, `${provider}.${client}`),
  }
}
export type Actors = ReturnType<typeof actors>
