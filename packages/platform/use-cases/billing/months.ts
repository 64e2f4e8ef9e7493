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
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll } from '../../table/page.ts'
import { latestExtras } from './extras-id.ts'
import { billingFacts } from './facts.ts'
import { ledgerOf, monthFacts, viewMonth } from './month-view.ts'

const getMonth = handle(routes.getMonth, async ({ uow, params: { client, month } }) =>
  show(uow, client, parsed(MonthText, month, 'path')),
)

const show = async (uow: UnitOfWork, client: string, month: string) =>
  viewMonth(uow, await monthFacts(uow, client, month), await ledgerOf(uow, month))

/** One verdict a client; a client with nothing in the month is shown too: nothing is an answer. */
const listMonthBoard = handle(routes.listMonthBoard, async ({ uow, ctx, params: { month } }) => {
  const wanted = parsed(MonthText, month, 'path')
  const rows = await queryAll(uow.database, ctx, { index: 'gsi1', part: 'CLIENTS' })
  const clients = rows.map(item => (item.row as { id: string }).id).filter(id => ctx.clients === '*' || ctx.clients.includes(id))
  const ledger = await ledgerOf(uow, wanted)
  const items = []
  for (const client of clients) items.push(await viewMonth(uow, await monthFacts(uow, client, wanted), ledger))
  return { items }
})

/** Marks the month as closing when nothing is unexplained; the billing consumer counts it and closes it. */
const closeMonth = handle(routes.closeMonth, async ({ uow, env, params: { client, month: wanted } }) => {
  const month = parsed(MonthText, wanted, 'path')
  const { today } = await billingFacts(uow, client)
  const held = await uow.find(monthAggregate, { client, id: month })
  const events = unwrap(startClosing(held?.state, { client, month }, today, env))
  const facts = await monthFacts(uow, client, month)
  const { blocks } = facts
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
  return viewMonth(uow, facts, await ledgerOf(uow, month))
})

const reopenMonth = handle(routes.reopenMonth, async ({ uow, env, params: { client, month }, body }) => {
  const loaded = await uow.subject(monthAggregate, { client, id: parsed(MonthText, month, 'path') })
  const { bill } = await latestExtras(uow, client, month)
  uow.append(loaded, unwrap(decideReopen(loaded.state, body.reason, bill?.status === 'issued', env)))
  return show(uow, client, month)
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
  const { blocks, items } = await monthFacts(uow, client, month)
  const counted = blocks[0]
    ? { blocked: blocks[0].kind }
    : { counts: recount(items), hash: createHash('sha256').update(closeSealText(items)).digest('hex') }
  uow.append(loaded, unwrap(finishClosing(loaded.state satisfies Month, counted)))
})
