import { conflict, invalid, ok, type Result } from '../../kernel/result.ts'
import { checkedRoles, sameIdentity } from '../access.ts'
import { changedFields, type Identity, type PersonFields } from '../words.ts'
import { type StaffEvent, staffEvents } from './events.ts'
import type { StaffAccess, StaffMember } from './staff.ts'

/** Adds a person, or gives one back the access that was revoked. */
export function grantStaff(
  staff: StaffMember | undefined,
  id: string,
  identity: Identity,
  access: StaffAccess,
): Result<StaffEvent[]> {
  if (staff?.status === 'active') {
    const same = sameIdentity(staff.identity, identity)
    if (!same.ok) return same
  }
  if (access.roles.includes('admin') && access.clients !== '*') {
    return invalid('tenancy.restricted-admin', 'an administrator serves all clients')
  }
  const roles = checkedRoles(access.roles)
  if (!roles.ok) return roles
  return ok([staffEvents.staffMemberGranted.of({ staff: id, ...identity, roles: roles.value, clients: access.clients })])
}

/** Changes roles or clients. `otherAdmins` counts the administrators beside this one: a provider always keeps one. */
export function changeStaffAccess(staff: StaffMember, access: StaffAccess, otherAdmins: number): Result<StaffEvent[]> {
  if (staff.status === 'revoked') return conflict('tenancy.revoked', `${staff.id} has no access any more`)
  if (!access.roles.includes('admin') && staff.roles.includes('admin') && otherAdmins === 0) return lastAdmin(staff.id)
  return grantStaff(staff, staff.id, staff.identity, access)
}

/** Takes all access away; the person's past deeds keep the name. */
export function revokeStaff(staff: StaffMember, otherAdmins: number): Result<StaffEvent[]> {
  if (staff.status === 'revoked') return conflict('tenancy.revoked', `${staff.id} has no access any more`)
  if (staff.roles.includes('admin') && otherAdmins === 0) return lastAdmin(staff.id)
  return ok([staffEvents.staffMemberRevoked.of({ staff: staff.id, ...staff.identity })])
}

export function changeStaffCard(staff: StaffMember, old: PersonFields, wanted: PersonFields): Result<StaffEvent[]> {
  const fields = changedFields(old, wanted)
  return ok(fields.length > 0 ? [staffEvents.staffCardChanged.of({ staff: staff.id, fields })] : [])
}

const lastAdmin = (id: string) => conflict('tenancy.last-admin', `${id} is the last administrator; name another one first`)
