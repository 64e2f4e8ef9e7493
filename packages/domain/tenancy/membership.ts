import * as z from 'zod'
import { Id } from '../kernel/ids.ts'
import type { Contact } from './contact/contact.ts'
import type { StaffMember } from './staff/staff.ts'
import { Identity } from './words.ts'

/**
 * What the directory (`G#`) knows of one identity in one workspace. The authorizer reads it; the tenancy consumer alone writes it.
 * `workspace` is `<provider>` for staff, `<provider>.<CLIENT>` for a client's people; `person` is the staff member's or contact's id.
 * A revoked one stays as a tombstone with its version, so that an older grant delivered late brings nothing back.
 */
export const Membership = Identity.extend({
  workspace: z.string(),
  status: z.enum(['active', 'revoked']),
  kind: z.enum(['staff', 'client']),
  provider: Id,
  client: z.string().optional(),
  person: Id,
  contact: Id.optional(),
  roles: z.array(z.string()),
  clients: z.union([z.literal('*'), z.array(z.string())]),
  /** Version of the person's aggregate that said so. */
  version: z.int().min(1),
}).meta({ id: 'Membership' })
export type Membership = z.infer<typeof Membership>

type Source = {
  provider: string
  /** Identity that the event names: a revoked person's state has none any more. */
  identity: Identity
  /** The person as it is now, not as the event said: events are hints. */
  person: StaffMember | Contact
  version: number
}

/** The directory entry of an identity: active only while the person holds access by this very identity. */
export function membershipOf({ provider, identity, person, version }: Source): Membership {
  const at = { ...identity, provider, person: person.id, version }
  const client = 'client' in person ? person.client : undefined
  const place = client
    ? { workspace: `${provider}.${client}`, kind: 'client' as const, client, contact: person.id, clients: [client] }
    : { workspace: provider, kind: 'staff' as const, clients: [] }
  const holds =
    (person.status === 'active' || person.status === 'member') &&
    person.identity.issuer === identity.issuer &&
    person.identity.subject === identity.subject
  if (!holds) return { ...at, ...place, status: 'revoked', roles: [] }
  return { ...at, ...place, status: 'active', roles: person.roles, ...('clients' in person && { clients: person.clients }) }
}

/** Only a newer version of a person replaces what the directory holds; another person's revocation never does. */
export const supersedes = (incoming: Membership, held: Membership | undefined): boolean =>
  !held || (held.person === incoming.person ? incoming.version > held.version : incoming.status === 'active')
