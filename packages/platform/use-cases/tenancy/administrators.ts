import { isInvitation, type StaffMember } from '@pactdesk/domain/tenancy/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { administrators } from './records.ts'

type Admins = { value: { staff: string[] }; version: number } | undefined

/** Read once a command: what the decision counted is what the commit depends on. */
export const readAdmins = (uow: UnitOfWork): Promise<Admins> => uow.getRecord(administrators, 'admins')

export const othersThan = (admins: Admins, id: string): string[] => (admins?.value.staff ?? []).filter(other => other !== id)

/** Kept under its version in the same commit: of two administrators who revoke each other at once, one is refused. */
export function keepAdmins(uow: UnitOfWork, admins: Admins, before: StaffMember | undefined, after: StaffMember): void {
  const isAdmin = (staff: StaffMember | undefined) =>
    staff?.status === 'active' && !isInvitation(staff.identity) && staff.roles.includes('admin')
  if (isAdmin(before) === isAdmin(after)) return
  const others = othersThan(admins, after.id)
  const staff = isAdmin(after) ? [...others, after.id] : others
  uow.putRecord(administrators, 'admins', { staff }, admins ? { version: admins.version } : 'absent')
}
