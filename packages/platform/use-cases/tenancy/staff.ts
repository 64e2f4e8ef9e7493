import { unwrap } from '@pactdesk/domain/kernel/result'
import {
  clientAggregate,
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
  inviteStaff,
} from '@pactdesk/domain/tenancy/staff/decide'
import { staffView } from '@pactdesk/domain/tenancy/views'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll, queryPage } from '../../table/page.ts'
import { keepAdmins, othersThan, readAdmins } from './administrators.ts'
import { accountOf, claimStaff } from './claims.ts'
import { newInvitation } from './invitations.ts'
import { clientTeam, publishedTeam, staffCard, staffInvitation } from './records.ts'

type NewStaff = { id: string; identity?: Identity | undefined; access: StaffAccess; fields: PersonFields; wallNow: string }

/** Adds a person of the provider: card, identity and public name in one commit. Also the first administrator's way in. */
export async function addStaffMember(uow: UnitOfWork, { id, identity, access, fields, wallNow }: NewStaff) {
  const invited = identity ? undefined : newInvitation(wallNow)
  const events = identity ? decideGrant(undefined, id, identity, access) : inviteStaff(undefined, id, invited!.hash, access)
  const staff = uow.create(staffAggregate, { id }, unwrap(events))
  const card = { id, ...fields }
  uow.putRecord(staffCard, id, card, 'absent')
  if (invited) uow.putRecord(staffInvitation, id, invited.invitation, 'absent')
  await claimStaff(uow, undefined, staff.state)
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

const addStaff = handle(routes.addStaff, async ({ ctx, uow, env, wallNow, body, etag }) => {
  const { id = env.newId(), issuer, subject, roles, clients, ...fields } = body
  await checkClients(uow, clients)
  const identity = accountOf({ issuer, subject }, undefined)
  const added = await addStaffMember(uow, { id, identity, access: { roles, clients }, fields, wallNow })
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

/** Changes roles or clients; one who has no account (revoked, or invited before) is invited unless an account is named. */
const grantStaff = handle(routes.grantStaff, async ({ ctx, uow, wallNow, params: { staff: id }, body, etag }) => {
  const loaded = await uow.subject(staffAggregate, { id })
  const { issuer, subject, ...access } = body
  await checkClients(uow, access.clients)
  const [card, admins] = [await cardOf(uow, id), await readAdmins(uow)]
  const { state } = loaded
  const account = accountOf({ issuer, subject }, state)
  const invited = account ? undefined : newInvitation(wallNow)
  // A provider keeps one administrator, whichever way the access changes.
  if (state.status === 'active') unwrap(changeStaffAccess(state, access, othersThan(admins, id).length))
  const events = invited ? inviteStaff(state, id, invited.hash, access) : decideGrant(state, id, account!, access)
  const changed = uow.append(loaded, unwrap(events))
  await claimStaff(uow, state, changed.state)
  if (invited) uow.putRecord(staffInvitation, id, invited.invitation, 'any')
  else uow.deleteRecord(staffInvitation, id, 'any')
  keepAdmins(uow, admins, state, changed.state)
  publish(uow, state, changed.state, card)
  etag(changed.version)
  return staffView(ctx, changed.state, card)
})

const revokeStaff = handle(routes.revokeStaff, async ({ ctx, uow, params: { staff: id }, etag }) => {
  const loaded = await uow.subject(staffAggregate, { id })
  const admins = await readAdmins(uow)
  const changed = uow.append(loaded, unwrap(decideRevoke(loaded.state, othersThan(admins, id).length)))
  await claimStaff(uow, loaded.state, changed.state)
  uow.deleteRecord(staffInvitation, id, 'any')
  const card = await cardOf(uow, id)
  keepAdmins(uow, admins, loaded.state, changed.state)
  publish(uow, loaded.state, changed.state, card)
  etag(changed.version)
  return staffView(ctx, changed.state, card)
})

/** Named clients have to be there: a key misspelt would keep the person out and publish the name where nobody reads it. */
async function checkClients(uow: UnitOfWork, clients: StaffAccess['clients']): Promise<void> {
  if (clients === '*') return
  for (const client of clients) await uow.load(clientAggregate, { client, id: client })
}

async function cardOf(uow: UnitOfWork, id: string): Promise<PersonCard> {
  const card = await uow.getRecord(staffCard, id)
  return card?.value ?? { id, name: { zh: '（已删除）', en: '(erased)' } }
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

export const staffHandlers = [listStaff, addStaff, getStaff, changeStaff, grantStaff, revokeStaff]
