import { DomainFailure, unwrap } from '@pactdesk/domain/kernel/result'
import {
  type Identity,
  type PersonCard,
  type PersonFields,
  type StaffAccess,
  type StaffMember,
  servesOpenly,
  staffAggregate,
} from '@pactdesk/domain/tenancy/index'
import * as routes from '@pactdesk/domain/tenancy/routes'
import type { StaffRow } from '@pactdesk/domain/tenancy/staff/aggregate'
import {
  changeStaffAccess,
  changeStaffCard,
  grantStaff as decideGrant,
  revokeStaff as decideRevoke,
} from '@pactdesk/domain/tenancy/staff/decide'
import { staffView } from '@pactdesk/domain/tenancy/views'
import { handle } from '../../http/api.ts'
import type { Loaded, UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll, queryPage } from '../../table/page.ts'
import { administrators, clientTeam, publishedTeam, staffCard, staffIdentity } from './records.ts'

type NewStaff = { id: string; identity: Identity; access: StaffAccess; fields: PersonFields }

/** Adds a person of the provider: card, identity and public name in one commit. Also the first administrator's way in. */
export async function addStaffMember(uow: UnitOfWork, { id, identity, access, fields }: NewStaff) {
  const staff = uow.create(staffAggregate, { id }, unwrap(decideGrant(undefined, id, identity, access)))
  const card = { id, ...fields }
  uow.putRecord(staffCard, id, card, 'absent')
  await claim(uow, id, identity)
  keepAdmins(uow, await readAdmins(uow), undefined, staff.state)
  publish(uow, undefined, staff.state, card)
  return { ...staff, card }
}

/** Two queries: the cards of one page, and the index rows between its first and last id. */
const listStaff = handle(routes.listStaff, async ({ ctx, uow, query }) => {
  const page = await queryPage(uow.database, ctx, { scope: 'provider', part: 'STAFFCARDS', ...query })
  const cards = page.items.map(item => item.data as PersonCard)
  const [from, to] = [cards[0]?.id, cards.at(-1)?.id]
  const rows = from && to ? await queryAll(uow.database, ctx, { index: 'gsi1', part: 'STAFF', from, to }) : []
  const known = new Map(rows.map(item => [(item.row as StaffRow).id, item.row as StaffRow]))
  const items = await Promise.all(
    cards.map(async card => {
      const row = known.get(card.id)
      if (!row || row.clients === 'many') return staffView(ctx, (await uow.load(staffAggregate, { id: card.id })).state, card)
      return staffView(ctx, { ...row, clients: row.clients }, card)
    }),
  )
  return { items, ...(page.next && { next: page.next }) }
})

const addStaff = handle(routes.addStaff, async ({ ctx, uow, env, body, etag }) => {
  const { id = env.newId(), issuer, subject, roles, clients, ...fields } = body
  const added = await addStaffMember(uow, { id, identity: { issuer, subject }, access: { roles, clients }, fields })
  etag(added.version)
  return staffView(ctx, added.state, added.card)
})

const getStaff = handle(routes.getStaff, async ({ ctx, uow, params: { staff }, etag }) => {
  const { state, version } = await uow.load(staffAggregate, { id: staff })
  etag(version)
  return staffView(ctx, state, await cardOf(uow, staff))
})

const changeStaff = handle(routes.changeStaff, async ({ ctx, uow, params: { staff: id }, body, etag }) => {
  const loaded = await uow.subject(staffAggregate, { id })
  const changed = uow.append(loaded, unwrap(changeStaffCard(loaded.state, await cardOf(uow, id), body)))
  const card = { id, ...body }
  uow.putRecord(staffCard, id, card, 'any')
  publish(uow, loaded.state, changed.state, card)
  etag(changed.version)
  return staffView(ctx, changed.state, card)
})

/** Changes roles or clients; one whose access was revoked is given it back, with the identity named. */
const grantStaff = handle(routes.grantStaff, async ({ ctx, uow, params: { staff: id }, body, etag }) => {
  const loaded = await uow.subject(staffAggregate, { id })
  const { issuer, subject, ...access } = body
  const [card, admins] = [await cardOf(uow, id), await readAdmins(uow)]
  let changed: Loaded<StaffMember, never>
  if (loaded.state.status === 'active') {
    const others = othersThan(admins, id).length
    changed = uow.append(loaded, unwrap(changeStaffAccess(loaded.state, access, others))) as typeof changed
  } else {
    if (!issuer || !subject) throw identityNeeded(id)
    const identity = { issuer, subject }
    changed = uow.append(loaded, unwrap(decideGrant(loaded.state, id, identity, access))) as typeof changed
    await claim(uow, id, identity)
  }
  keepAdmins(uow, admins, loaded.state, changed.state)
  publish(uow, loaded.state, changed.state, card)
  etag(changed.version)
  return staffView(ctx, changed.state, card)
})

const revokeStaff = handle(routes.revokeStaff, async ({ ctx, uow, params: { staff: id }, etag }) => {
  const loaded = await uow.subject(staffAggregate, { id })
  const admins = await readAdmins(uow)
  const changed = uow.append(loaded, unwrap(decideRevoke(loaded.state, othersThan(admins, id).length)))
  if (loaded.state.status === 'active') uow.deleteRecord(staffIdentity, loaded.state.identity, 'any')
  const card = await cardOf(uow, id)
  keepAdmins(uow, admins, loaded.state, changed.state)
  publish(uow, loaded.state, changed.state, card)
  etag(changed.version)
  return staffView(ctx, changed.state, card)
})

async function cardOf(uow: UnitOfWork, id: string): Promise<PersonCard> {
  const card = await uow.getRecord(staffCard, id)
  return card?.value ?? { id, name: { zh: '（已删除）', en: '(erased)' } }
}

async function claim(uow: UnitOfWork, person: string, identity: Identity): Promise<void> {
  const held = await uow.getRecord(staffIdentity, identity)
  if (held) throw taken(held.value.person)
  uow.putRecord(staffIdentity, identity, { person }, 'absent')
}

type Admins = { value: { staff: string[] }; version: number } | undefined

/** Read once a command: what the decision counted is what the commit depends on. */
const readAdmins = (uow: UnitOfWork): Promise<Admins> => uow.getRecord(administrators, 'admins')

const othersThan = (admins: Admins, id: string): string[] => (admins?.value.staff ?? []).filter(other => other !== id)

/** Kept under its version in the same commit: of two administrators who revoke each other at once, one is refused. */
function keepAdmins(uow: UnitOfWork, admins: Admins, before: StaffMember | undefined, after: StaffMember): void {
  const isAdmin = (staff: StaffMember | undefined) => staff?.status === 'active' && staff.roles.includes('admin')
  if (isAdmin(before) === isAdmin(after)) return
  const others = othersThan(admins, after.id)
  const staff = isAdmin(after) ? [...others, after.id] : others
  uow.putRecord(administrators, 'admins', { staff }, admins ? { version: admins.version } : 'absent')
}

/** Puts the name where the clients served can read it, and takes it away where it no longer belongs. */
function publish(uow: UnitOfWork, before: StaffMember | undefined, after: StaffMember, card: PersonCard): void {
  const [was, is] = [before ? servesOpenly(before) : [], servesOpenly(after)]
  const member = { id: after.id, name: card.name }
  if (is === '*') uow.putRecord(publishedTeam, after.id, member, 'any')
  else {
    if (was === '*') uow.deleteRecord(publishedTeam, after.id, 'any')
    for (const client of is) uow.putRecord(clientTeam, { client, id: after.id }, member, 'any')
  }
  if (was === '*') return
  for (const client of was) if (is === '*' || !is.includes(client)) uow.deleteRecord(clientTeam, { client, id: after.id }, 'any')
}

const taken = (person: string) =>
  new DomainFailure({ code: 'tenancy.identity-taken', kind: 'conflict', detail: `this account signs in as ${person} already` })
const identityNeeded = (id: string) =>
  new DomainFailure({ code: 'tenancy.identity-needed', kind: 'invalid', detail: `${id} has no account: name issuer and subject` })

export const staffHandlers = [listStaff, addStaff, getStaff, changeStaff, grantStaff, revokeStaff]
