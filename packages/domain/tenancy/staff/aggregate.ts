import { defineAggregate } from '../../kernel/aggregate.ts'
import { type StaffEvent, staffEvents } from './events.ts'
import type { StaffMember } from './staff.ts'

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
    row:
      staff.status === 'active'
        ? { id: staff.id, status: staff.status, roles: staff.roles, clients: staff.clients === '*' ? '*' : staff.clients.length }
        : { id: staff.id, status: staff.status, roles: [], clients: 0 },
    gsi1: { part: 'STAFF', sort: staff.id },
  }),
})

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
