import type { Contact, Membership, StaffMember } from '@pactdesk/domain/tenancy/index'
import { contactEvents, isInvitation, membershipOf } from '@pactdesk/domain/tenancy/index'
import { subjectKey } from '../identity/directory.ts'
import { canonical } from '../run/canonical.ts'
import { contactIdentity, staffIdentity } from '../use-cases/tenancy/records.ts'
import { type Check, check } from './check.ts'
import { type Held, indexed, type Table } from './table.ts'

export type Member = Held<StaffMember | Contact> & { identity: { issuer: string; subject: string } }

/** The directory lets in exactly those who have access, as exactly what they are. */
export function peopleChecks(table: Table): Check[] {
  const people = peopleOf(table)
  const members = membersOf(table)
  return [
    check('memberships in the directory = access of people', found => {
      const active = table.of<Membership>('membership').filter(({ value }) => value.status === 'active')
      const entries = indexed(active, ({ pk, sk }) => `${pk} ${sk}`)
      for (const member of members) {
        const wanted = accessOf(member)
        const key = `${subjectKey(wanted.issuer, wanted.subject)} ${wanted.workspace}`
        const entry = entries.get(key)?.value
        entries.delete(key)
        if (!entry) found(`${member.pk} has access but is not in the directory`)
        else if (rights(entry) !== rights(wanted))
          found(`${member.pk}: the directory says ${rights(entry)}, not ${rights(wanted)}`)
      }
      for (const [key, { value }] of entries) found(`${key} lets ${value.person} into ${value.workspace}, who has no access`)
      return members.length
    }),
    check('an identity belongs to one person of a workspace', found => {
      const claims = indexed([...table.of<Claim>('staff-identity'), ...table.of<Claim>('contact-identity')], ({ pk }) => pk)
      for (const { pk, provider, client, identity, value } of members) {
        const key = client
          ? `P#${provider}#C#${client}#${contactIdentity.key({ client, ...identity }).part}`
          : `P#${provider}#${staffIdentity.key(identity).part}`
        const claim = claims.get(key)?.value
        claims.delete(key)
        if (claim?.person !== value.id) found(`${pk} signs in by an identity that ${claim?.person ?? 'nobody'} has claimed`)
      }
      for (const [pk, { value }] of claims) found(`${pk} is claimed by ${value.person}, who does not sign in by it`)
      return members.length
    }),
    check('the administrators are those who are kept as such', found => {
      const admins = members.filter(
        ({ client, identity, value }) =>
          !client && !isInvitation(identity) && 'roles' in value && (value.roles as string[]).includes('admin'),
      )
      const kept = indexed(table.of<{ staff: string[] }>('administrators'), ({ provider }) => provider)
      for (const [provider, own] of Map.groupBy(admins, ({ provider }) => provider)) {
        const listed = [...(kept.get(provider)?.value.staff ?? [])].sort().join(', ')
        kept.delete(provider)
        const are = own
          .map(({ value }) => value.id)
          .sort()
          .join(', ')
        if (listed !== are) found(`${provider} is administered by ${are}, but ${listed || 'nobody'} is kept as such`)
      }
      for (const [provider, { value }] of kept)
        if (value.staff.length > 0) found(`${provider}: ${value.staff.join()} administer nothing`)
      return admins.length
    }),
    check(
      "a person's card belongs to a person",
      found => {
        const cards = [...table.of<{ id: string }>('contact-card'), ...table.of<{ id: string }>('staff-card')]
        const known = new Set(people.map(({ provider, client, value }) => `${provider} ${client} ${value.id}`))
        for (const { pk, provider, client, value } of cards)
          if (!known.has(`${provider} ${client} ${value.id}`)) found(`${pk}: a card of ${value.id}, who is not there`)
        return cards.length
      },
      [contactEvents.contactAdded],
    ),
  ]
}

const peopleOf = (table: Table) =>
  [...table.of<StaffMember>('staff-member'), ...table.of<Contact>('contact')] as Held<StaffMember | Contact>[]

/** People who may sign in. */
export const membersOf = (table: Table): Member[] =>
  peopleOf(table).flatMap(person => ('identity' in person.value ? [{ ...person, identity: person.value.identity }] : []))

type Claim = { person: string }

export const accessOf = ({ provider, identity, value, item }: Member): Membership =>
  membershipOf({ provider, identity, person: value, version: item.v ?? 1 })

export const rights = ({ kind, provider, client, person, roles, clients }: Membership): string =>
  canonical({
    kind,
    provider,
    client,
    person,
    roles: [...roles].sort(),
    clients: clients === '*' ? clients : [...clients].sort(),
  })
