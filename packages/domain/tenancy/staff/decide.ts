import { conflict, invalid, ok, type Result } from '../../kernel/result.ts'
import { checkedRoles, invitationIssuer, invitedBy, isMachine, namedIdentity, sameIdentity } from '../access.ts'
import { changedFields, type Identity, type PersonFields } from '../words.ts'
import { type StaffEvent, staffEvents } from './events.ts'
import { machineRoles, type StaffAccess, type StaffMember } from './staff.ts'

/** Adds a person or a machine, or gives one back the access that was revoked. */
export function grantStaff(
  staff: StaffMember | undefined,
  id: string,
  identity: Identity,
  access: StaffAccess,
): Result<StaffEvent[]> {
  const named = namedIdentity(identity, 'allowed')
  return named.ok ? granted(staff, id, identity, access) : named
}

/** Keeps the place for whoever brings the code with this SHA-256; an earlier invitation ends. */
export const inviteStaff = (
  staff: StaffMember | undefined,
  id: string,
  code: string,
  access: StaffAccess,
): Result<StaffEvent[]> => granted(staff, id, { issuer: invitationIssuer, subject: code }, access)

/** The invited person signed in and brings the code: from here on the account holds roles and clients. */
export function acceptStaff(staff: StaffMember, code: string, identity: Identity): Result<StaffEvent[]> {
  const place = invitedBy(code, staff.status === 'active' ? staff.identity : undefined)
  if (!place.ok) return place
  return granted(staff, staff.id, identity, staff as StaffMember & { status: 'active' })
}

function granted(staff: StaffMember | undefined, id: string, identity: Identity, access: StaffAccess): Result<StaffEvent[]> {
  const held = staff?.status === 'active' ? staff.identity : undefined
  const same = sameIdentity(held, identity)
  if (!same.ok) return same
  if (access.roles.includes('admin') && access.clients !== '*') {
    return invalid('tenancy.restricted-admin', 'an administrator serves all clients')
  }
  if (isMachine(identity) && access.roles.some(role => !machineRoles.includes(role))) {
    return invalid(
      'tenancy.machine-role',
      'a machine neither administers nor signs: it cannot be administrator or account manager',
    )
  }
  const roles = checkedRoles(access.roles)
  if (!roles.ok) return roles
  const grant = staffEvents.staffMemberGranted.of({ staff: id, ...identity, roles: roles.value, clients: access.clients })
  const ended = held && held.subject !== identity.subject ? [staffEvents.staffMemberRevoked.of({ staff: id, ...held })] : []
  return ok([...ended, grant])
}

/** Changes roles or clients. `otherAdmins` counts the administrators beside this one: a provider always keeps one. */
export function changeStaffAccess(staff: StaffMember, access: StaffAccess, otherAdmins: number): Result<StaffEvent[]> {
  if (staff.status === 'revoked') return conflict('tenancy.revoked', `${staff.id} has no access any more`)
  if (!access.roles.includes('admin') && staff.roles.includes('admin') && otherAdmins === 0) return lastAdmin(staff.id)
  return granted(staff, staff.id, staff.identity, access)
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
