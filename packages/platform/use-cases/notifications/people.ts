import type { ClientRole, StaffRole } from '@pactdesk/domain/kernel/context'
import { contactAggregate, type PersonCard, staffAggregate } from '@pactdesk/domain/tenancy/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll } from '../../table/page.ts'
import { contactCard } from '../tenancy/records.ts'

type Reader = { name: string; email: string }

const readerOf = (card: PersonCard | undefined): Reader | undefined =>
  card?.email ? { name: card.name.zh, email: card.email } : undefined

/** A person of a client, if there is an address; one whose card was erased gets nothing. */
export async function personOf(uow: UnitOfWork, client: string, contact: string): Promise<Reader | undefined> {
  return readerOf((await uow.getRecord(contactCard, { client, id: contact }))?.value)
}

/** Everyone of a client who holds one of these roles now. */
export async function peopleWith(uow: UnitOfWork, client: string, roles: readonly ClientRole[]): Promise<Reader[]> {
  const cards = await queryAll(uow.database, uow.ctx, { scope: 'client', client, part: 'CARDS' })
  const reachable = cards.map(item => item.data as PersonCard).filter(readerOf)
  const people = await uow.findAll(
    contactAggregate,
    reachable.map(({ id }) => ({ client, id })),
  )
  const holders = people.filter(({ state }) => state.status === 'member' && state.roles.some(role => roles.includes(role)))
  const chosen = new Set(holders.map(({ ref }) => ref.id))
  return reachable.flatMap(card => (chosen.has(card.id) ? [readerOf(card)!] : []))
}

/** Everyone of the provider who holds one of these roles now and serves this client. */
export async function staffWith(uow: UnitOfWork, client: string, roles: readonly StaffRole[]): Promise<Reader[]> {
  const cards = await queryAll(uow.database, uow.ctx, { scope: 'provider', part: 'STAFFCARDS' })
  const reachable = cards.map(item => item.data as PersonCard).filter(readerOf)
  const people = await uow.findAll(
    staffAggregate,
    reachable.map(({ id }) => ({ id })),
  )
  const serve = people.filter(
    ({ state }) =>
      state.status === 'active' &&
      (state.clients === '*' || state.clients.includes(client)) &&
      state.roles.some(role => roles.includes(role)),
  )
  const chosen = new Set(serve.map(({ ref }) => ref.id))
  return reachable.flatMap(card => (chosen.has(card.id) ? [readerOf(card)!] : []))
}
