import { hasRole, mayServe, type TenantContext } from '@pactdesk/domain/kernel/context'
import { addDays, daysBetween } from '@pactdesk/domain/kernel/time'
import type { FeedItem } from '@pactdesk/domain/service-desk/index'
import * as routes from '@pactdesk/domain/service-desk/routes'
import { deciders } from '@pactdesk/domain/service-support/incident/index'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll, queryPage } from '../../table/page.ts'

const pageSize = 200
/** Days that a reader may have slept; afterwards it reads its lists anew. */
const daysKept = 3

type Source = { index: 'gsi1' | 'gsi2'; client?: string }

const getFeed = handle(routes.getFeed, async ({ ctx, uow, query }) => {
  const page = await since(ctx, uow, { index: 'gsi1' }, query.since)
  return { ...page, items: page.items.filter(({ client }) => client === undefined || mayServe(ctx, client)) }
})

const getClientFeed = handle(routes.getClientFeed, async ({ ctx, uow, params: { client }, query }) => {
  const page = await since(ctx, uow, { index: 'gsi2', client }, query.since)
  if (ctx.kind !== 'client' || hasRole(ctx, ...deciders) || page.items.length === 0) return page
  const own = await queryAll(uow.database, ctx, { index: 'gsi5', client, part: `REQ#${ctx.contact ?? '-'}` })
  const mine = new Set(own.map(item => `ticket/${(item.row as { number: string }).number}`))
  return { ...page, items: page.items.filter(({ agg }) => mine.has(agg)) }
})

/** Without a place the feed begins now. An idle poll is one empty query. */
async function since(ctx: TenantContext, uow: UnitOfWork, source: Source, place: string | undefined) {
  const now = uow.env.now
  const today = now.slice(0, 10)
  const day = /^\d{4}-\d{2}-\d{2}T/.test(place ?? '') ? place!.slice(0, 10) : undefined
  if (!place || !day) return { items: [], next: now, asOf: now }
  const behind = daysBetween(day, today)
  if (behind < 0 || behind > daysKept) return { items: [], next: now, reset: true, asOf: now }
  const items: FeedItem[] = []
  let next = place
  for (let date = day; date <= today; date = addDays(date, 1)) {
    const query = { ...source, part: `FEED#${date}`, from: `${next}!`, limit: pageSize }
    const page = await queryPage(uow.database, ctx, query)
    items.push(...page.items.map(item => item.row as FeedItem))
    next = (page.items.at(-1)?.[`${source.index}sk`] as string | undefined) ?? next
    if (page.next || items.length >= pageSize) break
  }
  return { items, next, asOf: now }
}

export const feedHandlers = [getFeed, getClientFeed]
