import { DomainFailure } from '@pactdesk/domain/kernel/result'
import { type Contact, type Identity, isInvitation, type StaffMember } from '@pactdesk/domain/tenancy/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { contactIdentity, staffIdentity } from './records.ts'

type Named = { issuer?: string | undefined; subject?: string | undefined }

/** The account meant: the one named, else the one the person signs in with; none means an invitation. */
export function accountOf({ issuer, subject }: Named, person: Contact | StaffMember | undefined): Identity | undefined {
  if (issuer && subject) return { issuer, subject }
  if (issuer || subject) throw halfNamed()
  const held = identityOf(person)
  return held && !isInvitation(held) ? held : undefined
}

/**
 * One account is one person in a workspace. An account that another person holds is refused here; the commit refuses it if two
 * come at once.
 */
export async function claimContact(uow: UnitOfWork, before: Contact | undefined, after: Contact): Promise<void> {
  const { client } = after
  const [was, is] = [identityOf(before), identityOf(after)]
  if (same(was, is)) return
  if (was) uow.deleteRecord(contactIdentity, { client, ...was }, 'any')
  if (!is) return
  const held = await uow.getRecord(contactIdentity, { client, ...is })
  if (held) throw taken(held.value.person)
  uow.putRecord(contactIdentity, { client, ...is }, { person: after.id }, 'absent')
}

export async function claimStaff(uow: UnitOfWork, before: StaffMember | undefined, after: StaffMember): Promise<void> {
  const [was, is] = [identityOf(before), identityOf(after)]
  if (same(was, is)) return
  if (was) uow.deleteRecord(staffIdentity, was, 'any')
  if (!is) return
  const held = await uow.getRecord(staffIdentity, is)
  if (held) throw taken(held.value.person)
  uow.putRecord(staffIdentity, is, { person: after.id }, 'absent')
}

const identityOf = (person: Contact | StaffMember | undefined): Identity | undefined =>
  person && 'identity' in person ? person.identity : undefined

const same = (a: Identity | undefined, b: Identity | undefined): boolean => a?.issuer === b?.issuer && a?.subject === b?.subject

const taken = (person: string) =>
  new DomainFailure({ code: 'tenancy.identity-taken', kind: 'conflict', detail: `this account signs in as ${person} already` })
const halfNamed = () =>
  new DomainFailure({
    code: 'tenancy.identity-needed',
    kind: 'invalid',
    detail: 'an account is named by both issuer and subject',
  })
