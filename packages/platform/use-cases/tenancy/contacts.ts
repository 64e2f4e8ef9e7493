import type { ClientRole } from '@pactdesk/domain/kernel/context'
import { unwrap } from '@pactdesk/domain/kernel/result'
import { type Via, viaRow } from '@pactdesk/domain/tenancy/access'
import {
  changeContactCard,
  contactLeaves,
  addContact as decideAdd,
  grantMember,
  inviteMember,
  revokeMember,
} from '@pactdesk/domain/tenancy/contact/decide'
import { type Contact, clientAggregate, contactAggregate, type PersonCard } from '@pactdesk/domain/tenancy/index'
import * as routes from '@pactdesk/domain/tenancy/routes'
import { contactView } from '@pactdesk/domain/tenancy/views'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll, queryPage } from '../../table/page.ts'
import { accountOf, claimContact } from './claims.ts'
import { newInvitation } from './invitations.ts'
import { contactCard, contactInvitation } from './records.ts'

type Row = { id: string; status: Contact['status']; roles: ClientRole[]; via?: Via }

/** Two queries: the cards of one page, and the index rows between its first and last id. How people sign in is not in lists. */
const listContacts = handle(routes.listContacts, async ({ ctx, uow, params: { client }, query }) => {
  const page = await queryPage(uow.database, ctx, { scope: 'client', client, part: 'CARDS', ...query })
  const cards = page.items.map(item => item.data as PersonCard)
  const rows = await rowsBetween(uow, client, cards[0]?.id, cards.at(-1)?.id)
  const items = await Promise.all(
    cards.map(async card => {
      const row = rows.get(card.id) ?? rowOf((await uow.load(contactAggregate, { client, id: card.id })).state)
      return contactView(ctx, { ...row, client }, card)
    }),
  )
  return { items, ...(page.next && { next: page.next }) }
})

const rowOf = (contact: Contact): Row => ({
  id: contact.id,
  status: contact.status,
  roles: contact.status === 'member' ? contact.roles : [],
  ...(contact.status === 'member' && viaRow(contact.identity)),
})

/** An index is a moment late: whoever was added just now is missing in it and read by itself. */
async function rowsBetween(uow: UnitOfWork, client: string, from?: string, to?: string): Promise<Map<string, Row>> {
  if (from === undefined || to === undefined) return new Map()
  const items = await queryAll(uow.database, uow.ctx, { index: 'gsi2', client, part: 'CONTACTS', from, to })
  return new Map(items.map(item => [(item.row as Row).id, item.row as Row]))
}

const addContact = handle(routes.addContact, async ({ ctx, uow, env, params: { client }, body, etag }) => {
  await uow.load(clientAggregate, { client, id: client })
  const { id = env.newId(), ...fields } = body
  const contact = uow.create(contactAggregate, { client, id }, unwrap(decideAdd(client, id)))
  const card = { id, ...fields }
  uow.putRecord(contactCard, { client, id }, card, 'absent')
  etag(contact.version)
  return contactView(ctx, contact.state, card)
})

const getContact = handle(routes.getContact, async ({ ctx, uow, params: { client, contact }, etag }) => {
  const { state, version } = await uow.load(contactAggregate, { client, id: contact })
  etag(version)
  return contactView(ctx, state, await cardOf(uow, client, contact))
})

const changeContact = handle(routes.changeContact, async ({ ctx, uow, params: { client, contact }, body, etag }) => {
  const loaded = await uow.subject(contactAggregate, { client, id: contact })
  const old = await cardOf(uow, client, contact)
  const { state, version } = uow.append(loaded, unwrap(changeContactCard(loaded.state, old, body)))
  const card = { id: contact, ...body }
  uow.putRecord(contactCard, { client, id: contact }, card, 'any')
  etag(version)
  return contactView(ctx, state, card)
})

/** Without an account the contact is invited; one who signs in already keeps the account and gets other roles. */
const grantContact = handle(routes.grantContact, async ({ ctx, uow, wallNow, params: { client, contact: id }, body, etag }) => {
  const loaded = await uow.subject(contactAggregate, { client, id })
  const account = accountOf(body, loaded.state)
  const invited = account ? undefined : newInvitation(wallNow)
  const events = invited ? inviteMember(loaded.state, invited.hash, body.roles) : grantMember(loaded.state, account!, body.roles)
  const { state, version } = uow.append(loaded, unwrap(events))
  await claimContact(uow, loaded.state, state)
  if (invited) uow.putRecord(contactInvitation, { client, id }, invited.invitation, 'any')
  else uow.deleteRecord(contactInvitation, { client, id }, 'any')
  etag(version)
  return contactView(ctx, state, await cardOf(uow, client, id))
})

const revokeContact = handle(routes.revokeContact, async ({ ctx, uow, params: { client, contact }, etag }) => {
  const loaded = await uow.subject(contactAggregate, { client, id: contact })
  const { state, version } = uow.append(loaded, unwrap(revokeMember(loaded.state)))
  await endAccess(uow, loaded.state, state)
  etag(version)
  return contactView(ctx, state, await cardOf(uow, client, contact))
})

const leave = handle(routes.contactLeaves, async ({ ctx, uow, params: { client, contact }, etag }) => {
  const loaded = await uow.subject(contactAggregate, { client, id: contact })
  const { state, version } = uow.append(loaded, unwrap(contactLeaves(loaded.state)))
  await endAccess(uow, loaded.state, state)
  etag(version)
  return contactView(ctx, state, await cardOf(uow, client, contact))
})

async function cardOf(uow: UnitOfWork, client: string, id: string): Promise<PersonCard> {
  const card = await uow.getRecord(contactCard, { client, id })
  return card?.value ?? { id, name: { zh: '（已删除）', en: '(erased)' } }
}

async function endAccess(uow: UnitOfWork, before: Contact, after: Contact): Promise<void> {
  await claimContact(uow, before, after)
  uow.deleteRecord(contactInvitation, { client: before.client, id: before.id }, 'any')
}

export const contactHandlers = [listContacts, addContact, getContact, changeContact, grantContact, revokeContact, leave]
