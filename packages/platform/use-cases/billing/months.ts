import { createHash } from 'node:crypto'
import { DomainFailure, unwrap } from '@pactdesk/domain/kernel/result'
import { Month as MonthText } from '@pactdesk/domain/kernel/time'
import { closeSealText, recount } from '@pactdesk/domain/outsourcing/billing/close'
import { monthAggregate } from '@pactdesk/domain/outsourcing/billing/month/aggregate'
import { reopenMonth as decideReopen, finishClosing, startClosing } from '@pactdesk/domain/outsourcing/billing/month/decide'
import { monthEvents } from '@pactdesk/domain/outsourcing/billing/month/events'
import type { Month } from '@pactdesk/domain/outsourcing/billing/month/month'
import * as routes from '@pactdesk/domain/outsourcing/billing/month/routes'
import { react } from '../../events/consumer.ts'
import { handle } from '../../http/api.ts'
import { parsed } from '../../http/problem.ts'
import { queryAll } from '../../table/page.ts'
import { readWork } from '../metering/read-work.ts'
import { latestExtras } from './extras-id.ts'
import { billingFacts } from './facts.ts'
import { blocksOf, viewMonth } from './month-view.ts'

const getMonth = handle(routes.getMonth, async ({ uow, params: { client, month } }) =>
  viewMonth(uow, client, parsed(MonthText, month, 'path')),
)

/** One verdict a client; a client with nothing in the month is shown too: nothing is an answer. */
const listMonthBoard = handle(routes.listMonthBoard, async ({ uow, ctx, params: { month } }) => {
  const wanted = parsed(MonthText, month, 'path')
  const rows = await queryAll(uow.database, ctx, { index: 'gsi1', part: 'CLIENTS' })
  const clients = rows.map(item => (item.row as { id: string }).id).filter(id => ctx.clients === '*' || ctx.clients.includes(id))
  const items = []
  for (const client of clients) items.push(await viewMonth(uow, client, wanted))
  return { items }
})

/** Marks the month as closing when nothing is unexplained; the billing consumer counts it and closes it. */
const closeMonth = handle(routes.closeMonth, async ({ uow, env, params: { client, month: wanted } }) => {
  const month = parsed(MonthText, wanted, 'path')
  const { today } = await billingFacts(uow, client)
  const held = await uow.find(monthAggregate, { client, id: month })
  const events = unwrap(startClosing(held?.state, { client, month }, today, env))
  const blocks = await blocksOf(uow, client, month)
  if (blocks.length > 0) {
    throw new DomainFailure({
      code: 'billing.month-blocked',
      kind: 'conflict',
      detail: `${blocks.length} things are unexplained in ${month}`,
      params: { blocks: blocks.map(({ kind, role, params }) => ({ kind, role, params })) },
    })
  }
  if (held) uow.append(held, events)
  else uow.create(monthAggregate, { client, id: month }, events)
  return viewMonth(uow, client, month)
})

const reopenMonth = handle(routes.reopenMonth, async ({ uow, env, params: { client, month }, body }) => {
  const loaded = await uow.subject(monthAggregate, { client, id: parsed(MonthText, month, 'path') })
  const { bill } = await latestExtras(uow, client, month)
  uow.append(loaded, unwrap(decideReopen(loaded.state, body.reason, bill?.status === 'issued', env)))
  return viewMonth(uow, client, month)
})

export const monthHandlers = [getMonth, listMonthBoard, closeMonth, reopenMonth]

/**
 * Counts the month again from its items by a strong read, while nothing new can enter it, and closes it with counts and seal, or
 * opens it again with what blocks.
 */
export const countMonth = react(monthEvents.closingStarted, async ({ uow, event }) => {
  const { client, month } = event.data
  const loaded = await uow.load(monthAggregate, { client, id: month })
  if (loaded.state.status !== 'closing') return
  const blocks = await blocksOf(uow, client, month)
  const items = (await readWork(uow, client, month)).map(({ item }) => item)
  const counted = blocks[0]
    ? { blocked: blocks[0].kind }
    : { counts: recount(items), hash: createHash('sha256').update(closeSealText(items)).digest('hex') }
  uow.append(loaded, unwrap(finishClosing(loaded.state satisfies Month, counted)))
})
