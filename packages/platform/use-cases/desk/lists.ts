import { mayServe, type TenantContext } from '@pactdesk/domain/kernel/context'
import { byTimeLeft, inView, type QueueRow, viewCounts } from '@pactdesk/domain/service-desk/index'
import * as routes from '@pactdesk/domain/service-desk/routes'
import { promiseNow, type TicketRow } from '@pactdesk/domain/service-support/incident/index'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll, queryPage } from '../../table/page.ts'
import { calendarOf } from './policy.ts'

/** The open set is loaded whole, filtered, sorted and counted in memory: a view and its figure come from the same rows. */
const getQueue = handle(routes.getQueue, async ({ ctx, uow, env, query: { team, view } }) => {
  const items = await queryAll(uow.database, ctx, { index: 'gsi1', part: `OPEN#${team}` })
  const rows = (await rowsOf(ctx, uow, items)).sort(byTimeLeft)
  return { rows: inView(rows, view, ctx), counts: viewCounts(rows, ctx), asOf: env.now }
})

const listMyTickets = handle(routes.listMyTickets, async ({ ctx, uow, env }) => {
  const items = await queryAll(uow.database, ctx, { index: 'gsi4', part: `WHO#${ctx.actor.id}` })
  const tickets = items.filter(item => 'number' in (item.row as object))
  return { rows: (await rowsOf(ctx, uow, tickets)).sort(byTimeLeft), asOf: env.now }
})

const listOpenTickets = handle(routes.listOpenTickets, async ({ ctx, uow, env, params: { client } }) => {
  const items = await queryAll(uow.database, ctx, { index: 'gsi2', client, part: 'T#OPEN' })
  return { rows: (await rowsOf(ctx, uow, items)).sort(byTimeLeft), asOf: env.now }
})

const listClosedTickets = handle(
  routes.listClosedTickets,
  async ({ ctx, uow, params: { client }, query: { month, ...page } }) => {
    const { items, next } = await queryPage(uow.database, ctx, {
      index: 'gsi2',
      client,
      part: `T#${month}`,
      reverse: true,
      ...page,
    })
    return { items: await rowsOf(ctx, uow, items), ...(next && { next }) }
  },
)

const listMyRequests = handle(routes.listMyRequests, async ({ ctx, uow, params: { client }, query }) => {
  if (!ctx.contact) return { items: [] }
  const part = `REQ#${ctx.contact}`
  const { items, next } = await queryPage(uow.database, ctx, { index: 'gsi5', client, part, reverse: true, ...query })
  return { items: await rowsOf(ctx, uow, items), ...(next && { next }) }
})

/** Rows with their promise as of now. Staff who serve some clients see only theirs; team and desk marks stay with staff. */
async function rowsOf(ctx: TenantContext, uow: UnitOfWork, items: Record<string, unknown>[]): Promise<QueueRow[]> {
  const rows = items.map(item => item.row as TicketRow).filter(row => mayServe(ctx, row.client))
  return Promise.all(
    rows.map(async row => ({ ...row, promise: promiseNow(row.promise, await calendarOf(uow, row), uow.env.now) })),
  )
}

export const listHandlers = [getQueue, listMyTickets, listOpenTickets, listClosedTickets, listMyRequests]
