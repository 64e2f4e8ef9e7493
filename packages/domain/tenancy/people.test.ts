import { describe, expect, it } from 'vitest'
import type { ClientRole, StaffRole } from '../kernel/context.ts'
import { unwrap } from '../kernel/result.ts'
import { invitationIssuer, tokenIssuer } from './access.ts'
import { contactAggregate } from './contact/aggregate.ts'
import type { Contact } from './contact/contact.ts'
import {
  acceptMember,
  addContact,
  changeContactCard,
  contactLeaves,
  grantMember,
  inviteMember,
  revokeMember,
} from './contact/decide.ts'
import type { ContactEvent } from './contact/events.ts'
import { membershipOf, supersedes } from './membership.ts'
import { staffAggregate } from './staff/aggregate.ts'
import { acceptStaff, changeStaffAccess, changeStaffCard, grantStaff, inviteStaff, revokeStaff } from './staff/decide.ts'
import type { StaffEvent } from './staff/events.ts'
import { type ServedClients, type StaffMember, servesOpenly } from './staff/staff.ts'
import { contactView, staffView } from './views.ts'

const meta = { at: '2026-10-01T00:00:00Z', version: 1, actor: { kind: 'staff', id: 's', name: 's' }, origin: 'user' }
const identity = { issuer: 'https://id.example', subject: 'sub-1' }
const other = { issuer: 'https://id.example', subject: 'sub-2' }
const foldContact = (events: ContactEvent[], from?: Contact) =>
  events.reduce<Contact | undefined>((state, event) => contactAggregate.evolve(state, event, meta), from)!
const foldStaff = (events: StaffEvent[], from?: StaffMember) =>
  events.reduce<StaffMember | undefined>((state, event) => staffAggregate.evolve(state, event, meta), from)!

const listed = () => foldContact(unwrap(addContact('LANHAI', 'wang')))
const member = (roles: ClientRole[] = ['client-user']) => foldContact(unwrap(grantMember(listed(), identity, roles)), listed())
const staff = (roles: StaffRole[] = ['technician'], clients: ServedClients = '*') =>
  foldStaff(unwrap(grantStaff(undefined, 'li', identity, { roles, clients })))
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error!.code)

describe('a contact', () => {
  it('is listed without a sign-in until granted one, and stays listed when it is revoked', () => {
    expect(listed()).toEqual({ status: 'listed', id: 'wang', client: 'LANHAI' })
    expect(member()).toMatchObject({ status: 'member', identity, roles: ['client-user'] })
    expect(foldContact(unwrap(revokeMember(member())), member())).toEqual(listed())
    expect(code(revokeMember(listed()))).toBe('tenancy.no-member')
  })

  it('signs in with one account only', () => {
    expect(code(grantMember(member(), other, ['client-owner']))).toBe('tenancy.other-identity')
    expect(code(grantMember(member(), identity, ['client-owner']))).toBe('ok')
  })

  it('needs a role to sign in, and none twice', () => {
    expect(code(grantMember(listed(), identity, []))).toBe('tenancy.no-roles')
    expect(code(grantMember(listed(), identity, ['client-user', 'client-user']))).toBe('tenancy.role-twice')
  })

  it('who leaves loses the sign-in in the same commit and cannot come back', () => {
    const events = unwrap(contactLeaves(member()))
    expect(events.map(({ type }) => type)).toEqual(['tenancy.member-revoked.v1', 'tenancy.contact-left.v1'])
    const left = foldContact(events, member())
    expect(code(grantMember(left, identity, ['client-user']))).toBe('tenancy.contact-left')
    expect(code(contactLeaves(left))).toBe('tenancy.contact-left')
  })

  it('has history say which field of the card changed, never its value', () => {
    const old = { name: { zh: '王珊', en: 'Wang Shan' }, email: 'a@example.com' }
    const events = unwrap(changeContactCard(listed(), old, { ...old, email: 'secret@example.com' }))
    expect(events).toHaveLength(1)
    expect(JSON.stringify(events)).not.toContain('secret')
    expect(events[0]!.data).toMatchObject({ fields: ['email'] })
    expect(unwrap(changeContactCard(listed(), old, old))).toEqual([])
  })
})

describe('an invitation', () => {
  const [hash, later] = ['a'.repeat(64), 'b'.repeat(64)]
  const invited = () => foldContact(unwrap(inviteMember(listed(), hash, ['client-owner'])), listed())

  it('keeps the place until the code comes back with an account', () => {
    const taken = foldContact(unwrap(acceptMember(invited(), hash, identity)), invited())
    expect(taken).toEqual({ ...member(['client-owner']) })
    expect(code(acceptMember(taken, hash, other))).toBe('tenancy.no-invitation')
    expect(code(acceptMember(invited(), later, identity))).toBe('tenancy.no-invitation')
    expect(code(acceptMember(listed(), hash, identity))).toBe('tenancy.no-invitation')
  })

  it('ends when another is made, when an account is named, and when the person leaves', () => {
    const again = unwrap(inviteMember(invited(), later, ['client-user']))
    expect(again.map(({ type }) => type)).toEqual(['tenancy.member-revoked.v1', 'tenancy.member-granted.v1'])
    expect(code(acceptMember(foldContact(again, invited()), hash, identity))).toBe('tenancy.no-invitation')
    expect(foldContact(unwrap(grantMember(invited(), identity, ['client-user'])), invited())).toMatchObject({ identity })
    expect(code(acceptMember(foldContact(unwrap(contactLeaves(invited())), invited()), hash, identity))).toBe(
      'tenancy.no-invitation',
    )
  })

  it('is not made for who signs in already, and never by naming our own issuers as an account', () => {
    expect(code(inviteMember(member(), hash, ['client-user']))).toBe('tenancy.other-identity')
    for (const issuer of [invitationIssuer, tokenIssuer, 'urn:pactdesk:other'])
      expect(code(grantMember(listed(), { issuer, subject: hash }, ['client-user']))).toBe('tenancy.reserved-issuer')
  })

  it('of staff keeps roles and clients', () => {
    const access = { roles: ['technician'] as StaffRole[], clients: ['LANHAI'] }
    const held = foldStaff(unwrap(inviteStaff(undefined, 'li', hash, access)))
    expect(foldStaff(unwrap(acceptStaff(held, hash, identity)), held)).toEqual({
      status: 'active',
      id: 'li',
      identity,
      ...access,
    })
    expect(code(acceptStaff(held, later, identity))).toBe('tenancy.no-invitation')
  })
})

describe('a machine', () => {
  const token = { issuer: tokenIssuer, subject: 'c'.repeat(64) }
  const allow = (roles: StaffRole[]) => code(grantStaff(undefined, 'rmm', token, { roles, clients: '*' }))

  it('holds the roles of its token, but neither administers nor signs', () => {
    expect(allow(['technician', 'finance'])).toBe('ok')
    expect(allow(['admin'])).toBe('tenancy.machine-role')
    expect(allow(['technician', 'account-manager'])).toBe('tenancy.machine-role')
  })

  it('is named by the hash of its token, never by the token', () => {
    const plain = { issuer: tokenIssuer, subject: 'pdk_secret' }
    expect(code(grantStaff(undefined, 'rmm', plain, { roles: ['technician'], clients: '*' }))).toBe('tenancy.reserved-issuer')
  })

  it('is no face that clients meet', () => {
    const rmm = foldStaff(unwrap(grantStaff(undefined, 'rmm', token, { roles: ['technician'], clients: '*' })))
    expect(servesOpenly(rmm)).toEqual([])
  })
})

describe('a member of staff', () => {
  it('who is the last administrator can neither be revoked nor lose the role', () => {
    const admin = staff(['admin'])
    expect(code(revokeStaff(admin, 0))).toBe('tenancy.last-admin')
    expect(code(changeStaffAccess(admin, { roles: ['finance'], clients: '*' }, 0))).toBe('tenancy.last-admin')
    expect(code(revokeStaff(admin, 1))).toBe('ok')
  })

  it('who is administrator serves all clients', () => {
    expect(code(changeStaffAccess(staff(), { roles: ['admin'], clients: ['LANHAI'] }, 1))).toBe('tenancy.restricted-admin')
    expect(code(grantStaff(undefined, 'li', identity, { roles: ['admin'], clients: ['LANHAI'] }))).toBe(
      'tenancy.restricted-admin',
    )
  })

  it('shows the name to the clients they serve, when the role meets clients', () => {
    expect(servesOpenly(staff(['technician']))).toBe('*')
    expect(servesOpenly(staff(['technician'], ['LANHAI']))).toEqual(['LANHAI'])
    expect(servesOpenly(staff(['finance']))).toEqual([])
    expect(servesOpenly(foldStaff(unwrap(revokeStaff(staff(), 1)), staff()))).toEqual([])
  })

  it('has history say which field of the card changed, never its value', () => {
    const old = { name: { zh: '李工', en: 'Li' } }
    expect(unwrap(changeStaffCard(staff(), old, { ...old, phone: '13800000000' }))[0]!.data).toEqual({
      staff: 'li',
      fields: ['phone'],
    })
  })
})

describe('the directory', () => {
  it('has a workspace a provider for staff and a workspace a client for its people', () => {
    expect(membershipOf({ provider: 'chengxin', identity, person: staff(['technician'], ['LANHAI']), version: 3 })).toEqual({
      ...identity,
      workspace: 'chengxin',
      status: 'active',
      kind: 'staff',
      provider: 'chengxin',
      person: 'li',
      roles: ['technician'],
      clients: ['LANHAI'],
      version: 3,
    })
    expect(membershipOf({ provider: 'chengxin', identity, person: member(), version: 2 })).toMatchObject({
      workspace: 'chengxin.LANHAI',
      client: 'LANHAI',
      contact: 'wang',
      clients: ['LANHAI'],
      roles: ['client-user'],
    })
  })

  it('opens nothing for an identity that the person no longer holds', () => {
    const moved = foldContact(unwrap(grantMember(listed(), other, ['client-owner'])), listed())
    expect(membershipOf({ provider: 'chengxin', identity, person: moved, version: 4 })).toMatchObject({
      status: 'revoked',
      roles: [],
    })
  })

  it('is not moved by an older message or by the late revocation of another person', () => {
    const at = (person: Contact, version: number) => membershipOf({ provider: 'chengxin', identity, person, version })
    const revoked = at(listed(), 3)
    expect(supersedes(at(member(), 2), revoked)).toBe(false)
    expect(supersedes(revoked, at(member(), 2))).toBe(true)
    expect(supersedes(revoked, revoked)).toBe(false)
    const successor = at({ ...(member() as Extract<Contact, { status: 'member' }>), id: 'zhao' }, 2)
    expect(supersedes(revoked, successor)).toBe(false)
    expect(supersedes(successor, revoked)).toBe(true)
  })
})

describe('what is shown of a person', () => {
  const card = { id: 'wang', name: { zh: '王珊', en: 'Wang Shan' } }
  const as = (roles: (ClientRole | StaffRole)[]) => ({
    provider: 'chengxin',
    kind: 'client' as const,
    roles,
    clients: ['LANHAI'],
    actor: { kind: 'client' as const, id: 'x', name: 'x' },
  })

  it('hides how a colleague signs in from those who cannot grant it', () => {
    expect(contactView(as(['client-user']), member(), card)).toMatchObject({ actions: [], roles: ['client-user'] })
    expect(contactView(as(['client-user']), member(), card)).not.toHaveProperty('identity')
    expect(contactView(as(['client-owner']), member(), card)).toMatchObject({
      identity,
      actions: ['change', 'leave', 'grant', 'revoke'],
    })
  })

  it('hides how staff sign in from all but administrators', () => {
    expect(staffView(as(['finance']), staff(), card)).not.toHaveProperty('identity')
    expect(staffView(as(['admin']), staff(), card)).toMatchObject({ identity, actions: ['change', 'access', 'revoke'] })
  })
})
