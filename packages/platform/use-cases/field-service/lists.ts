import { mayServe } from '@pactdesk/domain/kernel/context'
import type { VisitRow } from '@pactdesk/domain/outsourcing/field-service/index'
import { visitAggregate } from '@pactdesk/domain/outsourcing/field-service/index'
import * as routes from '@pactdesk/domain/outsourcing/field-service/routes'
import { handle } from '../../http/api.ts'
import { queryPage } from '../../table/page.ts'
import { answer, assertMayList, assertMaySee } from './answer.ts'

/** Sorts after every visit of a day. */
const endOf = (date: string | undefined) => (date === undefined ? undefined : `${date}~`)

/** The provider's plan of a week, or a technician's own list. Rows of clients whom the caller does not serve are left out. */
const listVisits = handle(routes.listVisits, async ({ ctx, uow, query }) => {
  const { week, technician, from, to, cursor, limit } = query
  const person = technician === 'me' ? ctx.actor.id : technician
  const page = await queryPage(uow.database, ctx, {
    ...(person !== undefined ? { index: 'gsi4', part: `VIS#${person}` } : { index: 'gsi1', part: `VIS#${week}` }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to: endOf(to)! }),
    ...(cursor !== undefined && { cursor }),
    limit,
  })
  const rows = page.items.map(item => item.row as VisitRow).filter(row => mayServe(ctx, row.client))
  return { items: rows, ...(page.next && { next: page.next }) }
})

const listClientVisits = handle(routes.listClientVisits, async ({ ctx, uow, params: { client }, query }) => {
  const { from, to, cursor, limit, ticket } = query
  await assertMayList(ctx, uow, client, ticket)
  const page = await queryPage(uow.database, ctx, {
    index: 'gsi2',
    client,
    part: 'VIS',
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to: endOf(to)! }),
    ...(cursor !== undefined && { cursor }),
    limit,
  })
  const rows = page.items.map(item => item.row as VisitRow).filter(row => !ticket || row.tickets.includes(ticket))
  return { items: rows, ...(page.next && { next: page.next }) }
})

const getVisit = handle(routes.getVisit, async ({ ctx, uow, params: { client, visit }, etag }) => {
  const loaded = await uow.load(visitAggregate, { client, id: visit })
  await assertMaySee(ctx, uow, loaded)
  return answer(ctx, uow, loaded, etag)
})

export const listHandlers = [listVisits, listClientVisits, getVisit]
