import { defineAggregate } from '../../kernel/aggregate.ts'
import { viaRow } from '../access.ts'
import type { Contact } from './contact.ts'
import { type ContactEvent, contactEvents } from './events.ts'

export const contactMachine = [
  { from: 'listed', command: 'grant', to: 'member' },
  { from: 'member', command: 'grant', to: 'member' },
  { from: 'member', command: 'revoke', to: 'listed' },
  { from: 'listed', command: 'leave', to: 'left' },
  { from: 'member', command: 'leave', to: 'left' },
] as const

export const contactAggregate = defineAggregate<Contact, ContactEvent>({
  type: 'contact',
  module: 'tenancy',
  key: 'CONTACT',
  scope: 'client',
  sv: 1,
  upcasts: [],
  events: contactEvents,
  evolve,
  project: contact => ({
    row: {
      id: contact.id,
      status: contact.status,
      roles: contact.status === 'member' ? contact.roles : [],
      ...(contact.status === 'member' && viaRow(contact.identity)),
    },
    gsi2: { part: 'CONTACTS', sort: contact.id },
  }),
})

function evolve(state: Contact | undefined, event: ContactEvent): Contact {
  const { client, contact: id } = event.data
  switch (event.type) {
    case 'tenancy.contact-added.v1':
      return { status: 'listed', id, client }
    case 'tenancy.contact-card-changed.v1':
      return state!
    case 'tenancy.member-granted.v1': {
      const { issuer, subject, roles } = event.data
      return { status: 'member', id, client, identity: { issuer, subject }, roles }
    }
    case 'tenancy.member-revoked.v1':
      return { status: 'listed', id, client }
    case 'tenancy.contact-left.v1':
      return { status: 'left', id, client }
  }
}
