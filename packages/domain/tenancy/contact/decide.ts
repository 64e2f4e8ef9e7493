import type { ClientRole } from '../../kernel/context.ts'
import { conflict, ok, type Result } from '../../kernel/result.ts'
import { checkedRoles, invitationIssuer, invitedBy, namedIdentity, sameIdentity } from '../access.ts'
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
export function grantMember(contact: Contact, identity: Identity, roles: readonly ClientRole[]): Result<ContactEvent[]> {
  const named = namedIdentity(identity, 'refused')
  return named.ok ? granted(contact, identity, roles) : named
}

/** Keeps the place for whoever brings the code with this SHA-256; an earlier invitation ends. */
export const inviteMember = (contact: Contact, code: string, roles: readonly ClientRole[]): Result<ContactEvent[]> =>
  granted(contact, { issuer: invitationIssuer, subject: code }, roles)

/** The invited person signed in and brings the code: from here on the account holds the roles. */
export function acceptMember(contact: Contact, code: string, identity: Identity): Result<ContactEvent[]> {
  const place = invitedBy(code, contact.status === 'member' ? contact.identity : undefined)
  return place.ok ? granted(contact, identity, contact.status === 'member' ? contact.roles : []) : place
}

/** An invitation that is taken or replaced ends in the same commit. */
function granted(contact: Contact, identity: Identity, wanted: readonly ClientRole[]): Result<ContactEvent[]> {
  if (contact.status === 'left') return gone(contact)
  const held = contact.status === 'member' ? contact.identity : undefined
  const same = sameIdentity(held, identity)
  if (!same.ok) return same
  const roles = checkedRoles(wanted)
  if (!roles.ok) return roles
  const grant = contactEvents.memberGranted.of({ ...about(contact), ...identity, roles: roles.value })
  return ok(held && held.subject !== identity.subject ? [...ended(contact), grant] : [grant])
}

/** Ends the sign-in; the contact stays listed. */
export function revokeMember(contact: Contact): Result<ContactEvent[]> {
  if (contact.status !== 'member') return conflict('tenancy.no-member', `${contact.id} may not sign in`)
  return ok([contactEvents.memberRevoked.of({ ...about(contact), ...contact.identity })])
}

/** The person left the company: no sign-in any more, not offered for new requests; old tickets keep naming the person. */
export function contactLeaves(contact: Contact): Result<ContactEvent[]> {
  if (contact.status === 'left') return gone(contact)
  return ok([...ended(contact), contactEvents.contactLeft.of(about(contact))])
}

/** What ends the access held now, if any. */
const ended = (contact: Contact): ContactEvent[] =>
  contact.status === 'member' ? [contactEvents.memberRevoked.of({ ...about(contact), ...contact.identity })] : []

const about = ({ client, id }: Contact) => ({ client, contact: id })
const gone = ({ id }: Contact) => conflict('tenancy.contact-left', `${id} has left the company`)
