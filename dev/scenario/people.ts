import { type Api, createApi } from '@pactdesk/domain/kernel/client'
import type { ClientRole, StaffRole } from '@pactdesk/domain/kernel/context'
import { addContact, addStaff, grantContact } from '@pactdesk/domain/tenancy/routes'
import type { Stage, World } from './world.ts'

/** Everybody concerned, named by what they do. */
const staff = {
  desk: 'service-desk',
  technician: 'technician',
  account: 'account-manager',
  finance: 'finance',
} as const satisfies Record<string, StaffRole>
const contacts = { user: 'client-user', owner: 'client-owner' } as const satisfies Record<string, ClientRole>

export type Person = 'admin' | keyof typeof staff | keyof typeof contacts
export const everybody: readonly Person[] = ['admin', 'desk', 'technician', 'account', 'finance', 'user', 'owner']

const provider = 'provider'
export const emailOf = (person: Person) => `${person}@${person in contacts ? 'client' : provider}.example`
export const nameOf = (person: Person) => ({ zh: person, en: person })

/** The API as each person, signed in where they belong; also tells the request sent last. */
export function connect(product: Stage, client: string): Pick<World, 'as' | 'lastRequest'> {
  let last = ''
  const observed: typeof fetch = (input, init) => {
    const url = new URL(String(input))
    last = `${init?.method ?? 'GET'} ${url.pathname}${url.search}`
    return send(input, init)
  }
  const { host, idp, fetch: send = fetch } = product
  const as = (person: Person): Api =>
    createApi({
      baseUrl: host.url,
      token: () => idp.mintAccessToken(identityOf(product, person).subject),
      workspace: () => (person in contacts ? `${provider}.${client}` : provider),
      fetch: observed,
    })
  return { as: Object.fromEntries(everybody.map(person => [person, as(person)])) as World['as'], lastRequest: () => last }
}

/** Who signs in as this person; made known to the identity provider when first asked for. */
function identityOf({ idp }: Stage, person: Person) {
  const email = emailOf(person)
  return { issuer: idp.issuer, subject: (idp.findPerson(email) ?? idp.addPerson({ email, name: nameOf(person) })).sub }
}

/** Makes the provider and its administrator by the door of the command line, as `pactdesk provider create` does. */
export async function createProvider(product: Stage, name: string): Promise<void> {
  const { host, secret, fetch: send = fetch } = product
  const response = await send(`${host.url}/_local/provision`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-pactdesk-secret': secret },
    body: JSON.stringify({
      key: provider,
      name: { zh: name, en: name },
      admin: { email: emailOf('admin'), name: nameOf('admin') },
    }),
  })
  if (!response.ok) throw new Error(`provision: ${response.status} ${await response.text()}`)
}

/** The administrator hires; ids are the names of the parts they play. */
export async function hireStaff({ as, product }: World): Promise<void> {
  for (const [person, role] of Object.entries(staff) as [keyof typeof staff, StaffRole][]) {
    const body = { id: person, name: nameOf(person), ...identityOf(product, person), roles: [role], clients: '*' as const }
    await as.admin.call(addStaff, { body })
  }
  await product.host.drain()
}

/** The account manager lets the client's people in. */
export async function admitContacts({ as, product, names: { client } }: World): Promise<void> {
  for (const [person, role] of Object.entries(contacts) as [keyof typeof contacts, ClientRole][]) {
    const params = { client, contact: person }
    await as.account.call(addContact, { params: { client }, body: { id: person, name: nameOf(person), email: emailOf(person) } })
    await as.account.call(grantContact, { params, body: { ...identityOf(product, person), roles: [role] } })
  }
  await product.host.drain()
}
