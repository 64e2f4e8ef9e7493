import type { ClientRole } from '../../kernel/context.ts'
import { conflict, ok, type Result } from '../../kernel/result.ts'
import { checkedRoles, sameIdentity } from '../access.ts'
import { changedFields, type Identity, type PersonFields } from '../words.ts'
import type { Contact } from './contact.ts'
import { type ContactEvent, contactEvents } from './events.ts'

export const addContact = (client: string, id: string): Result<ContactEvent[]> =>
  ok([contactEvents.contactAdded.of({ client, contact: id })])

export function changeContactCard(contact: Contact, old: PersonFields, wanted: PersonFields): Result<ContactEvent[]> {
  if (contact.status === 'left') return gone(contact)
  const fields = changedFields(old, wanted)
  return ok(fields.length > 0 ? [contactEvents.contactCardChanged.of({ ...about(contact), fields })] : [])
}

/** Lets a contact sign in, or changes the roles of one who may. */
export function grantMember(contact: Contact, identity: Identity, wanted: readonly ClientRole[]): Result<ContactEvent[]> {
  if (contact.status === 'left') return gone(contact)
  const same = sameIdentity(contact.status === 'member' ? contact.identity : undefined, identity)
  if (!same.ok) return same
  const roles = checkedRoles(wanted)
  if (!roles.ok) return roles
  return ok([contactEvents.memberGranted.of({ ...about(contact), ...identity, roles: roles.value })])
}

/** Ends the sign-in; the contact stays listed. */
export function revokeMember(contact: Contact): Result<ContactEvent[]> {
  if (contact.status !== 'member') return conflict('tenancy.no-member', `${contact.id} may not sign in`)
  return ok([contactEvents.memberRevoked.of({ ...about(contact), ...contact.identity })])
}

/** The person left the company: no sign-in any more, not offered for new requests; old tickets keep naming the person. */
export function contactLeaves(contact: Contact): Result<ContactEvent[]> {
  if (contact.status === 'left') return gone(contact)
  const left = contactEvents.contactLeft.of(about(contact))
  return ok(
    contact.status === 'member' ? [contactEvents.memberRevoked.of({ ...about(contact), ...contact.identity }), left] : [left],
  )
}

const about = ({ client, id }: Contact) => ({ client, contact: id })
const gone = ({ id }: Contact) => conflict('tenancy.contact-left', `${id} has left the company`)
