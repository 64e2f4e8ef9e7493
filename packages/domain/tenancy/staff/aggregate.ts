import { defineAggregate } from '../../kernel/aggregate.ts'
import type { StaffRole } from '../../kernel/context.ts'
import { type Via, viaRow } from '../access.ts'
import { type StaffEvent, staffEvents } from './events.ts'
import type { ServedClients, StaffMember } from './staff.ts'

export const staffMachine = [
  { from: 'none', command: 'grant', to: 'active' },
  { from: 'active', command: 'change', to: 'active' },
  { from: 'active', command: 'revoke', to: 'revoked' },
  { from: 'revoked', command: 'grant', to: 'active' },
] as const

export const staffAggregate = defineAggregate<StaffMember, StaffEvent>({
  type: 'staff-member',
  module: 'tenancy',
  key: 'STAFF',
  scope: 'provider',
  sv: 1,
  upcasts: [],
  events: staffEvents,
  evolve,
  project: staff => ({
    row: staffRow(staff),
    gsi1: { part: 'STAFF', sort: staff.id },
  }),
})

export type StaffRow = {
  id: string
  status: StaffMember['status']
  roles: StaffRole[]
  clients: ServedClients | 'many'
  via?: Via
}

/** A row holds 700 bytes: the names of more than 12 clients are read from the person. */
function staffRow(staff: StaffMember): StaffRow {
  const { id, status } = staff
  if (status === 'revoked') return { id, status, roles: [], clients: [] }
  const clients = staff.clients.length > 12 ? 'many' : staff.clients
  return { id, status, roles: staff.roles, clients, ...viaRow(staff.identity) }
}

function evolve(state: StaffMember | undefined, event: StaffEvent): StaffMember {
  switch (event.type) {
    case 'tenancy.staff-member-granted.v1': {
      const { staff: id, issuer, subject, roles, clients } = event.data
      return { status: 'active', id, identity: { issuer, subject }, roles, clients }
    }
    case 'tenancy.staff-member-revoked.v1':
      return { status: 'revoked', id: event.data.staff }
    case 'tenancy.staff-card-changed.v1':
      return state!
  }
}
