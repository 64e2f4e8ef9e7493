import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Api, createApi } from '@pactdesk/domain/kernel/client'
import { startProduct } from '../../dev/local/product.ts'

export type TestProduct = Awaited<ReturnType<typeof startTestProduct>>

type Person = { email: string; name: string }

/** A whole Pactdesk on a free port and a data folder of its own, empty, at a business time of one's choice. */
export async function startTestProduct(options: { at?: string } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'pactdesk-data-'))
  const product = await startProduct({ data, port: 0, ...(options.at && { at: options.at }), log: () => {}, web: false })
  const { host, idp } = product

  const control = async (path: string, body: unknown) => {
    const response = await fetch(`${host.url}/_local/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-pactdesk-secret': product.secret },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Record<string, string>
  }

  /** The API as a person in a workspace. */
  const as = (email: string, workspace: string): Api => {
    const person = idp.findPerson(email)
    if (!person) throw new Error(`nobody is called ${email}`)
    const token = idp.mintAccessToken(person.sub)
    return createApi({ baseUrl: host.url, token: () => token, workspace: () => workspace })
  }

  return {
    ...product,
    data,
    as,
    /** An identity that can be given access. */
    identity: ({ email, name }: Person) => {
      const known = idp.findPerson(email) ?? idp.addPerson({ email, name: { zh: name, en: name } })
      return { issuer: idp.issuer, subject: known.sub }
    },
    /** A provider and its administrator, who signs in as `admin@<key>.example`. */
    provider: async (key: string, name = key): Promise<Api> => {
      const email = `admin@${key}.example`
      await control('provision', { key, name: { zh: name, en: name }, admin: { email, name: { zh: 'Admin', en: 'Admin' } } })
      return as(email, key)
    },
    stop: async () => {
      await product.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}
