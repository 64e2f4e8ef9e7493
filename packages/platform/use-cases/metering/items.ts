import { hasRole, type TenantContext } from '@pactdesk/domain/kernel/context'
import { DomainFailure, type Result, unwrap } from '@pactdesk/domain/kernel/result'
import { localDateOf } from '@pactdesk/domain/kernel/time'
import * as routes from '@pactdesk/domain/outsourcing/billing/month/routes'
import {
  dispute,
  itemCommands,
  type SourceItem,
  settleDispute,
  unitKindOf,
  writeOff,
} from '@pactdesk/domain/outsourcing/metering/index'
import { clientAggregate } from '@pactdesk/domain/tenancy/index'
import { handle } from '../../http/api.ts'
import { HttpProblem } from '../../http/problem.ts'
import { queryPage } from '../../table/page.ts'
import { parseWorkRef, type WorkKey, workRecord, workRef } from './work-record.ts'

/** People decide; drafts and bills claim, release and bill. */
const byPeople = ['write-off', 'dispute', 'settle-dispute']

const viewOf = (ctx: TenantContext, key: WorkKey, item: SourceItem) => ({
  ref: workRef(key),
  period: key.period,
  item,
  actions: hasRole(ctx, 'finance', 'admin') ? itemCommands(item).filter(command => byPeople.includes(command)) : [],
})

const keyOf = (client: string, ref: string): WorkKey => {
  const key = parseWorkRef(client, ref)
  if (!key) throw new HttpProblem(404, 'metering.not-found', `${ref} is no source item`)
  return key
}

/** A page of items in the order of their days. A filter thins a page out; the cursor goes on all the same. */
const listWork = handle(routes.listWork, async ({ uow, ctx, params: { client, month }, query: { kind, status, ...query } }) => {
  if (!/^\d{4}-\d{2}$/.test(month)) throw new HttpProblem(422, 'http.bad-path', `${month} is no month`)
  const page = await queryPage(uow.database, ctx, { scope: 'client', client, part: `WORK#${month}`, ...query })
  const items = page.items
    .map(held => held.data as SourceItem)
    .filter(item => (!kind || unitKindOf(item) === kind || item.kind === kind) && (!status || item.state.status === status))
    .map(item => viewOf(ctx, { client, period: month, date: item.date, kind: item.kind, id: item.id }, item))
  return { items, ...(page.next && { next: page.next }) }
})

const decideWork = handle(routes.decideWork, async ({ uow, ctx, env, params: { client, item: ref }, body }) => {
  const key = keyOf(client, ref)
  const held = await uow.getRecord(workRecord, key)
  if (!held) throw new DomainFailure({ code: 'metering.not-found', kind: 'not-found', detail: `${ref} is not here` })
  const { state } = await uow.load(clientAggregate, { client, id: client })
  const decision = { by: env.actor, on: localDateOf(env.now, state.billingZone), text: body.reason }
  const decided: Record<typeof body.command, () => Result<SourceItem>> = {
    'write-off': () => writeOff(held.value, decision),
    dispute: () => dispute(held.value, decision),
    'settle-dispute': () => settleDispute(held.value),
  }
  const item = unwrap(decided[body.command]())
  uow.putRecord(workRecord, key, item, { version: held.version })
  return viewOf(ctx, key, item)
})

export const itemHandlers = [listWork, decideWork]
