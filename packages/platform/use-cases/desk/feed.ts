import { hasRole, mayServe, type TenantContext } from '@pactdesk/domain/kernel/context'
import { addDays, addSeconds, daysBetween, isBefore } from '@pactdesk/domain/kernel/time'
import type { FeedItem } from '@pactdesk/domain/service-desk/index'
import * as routes from '@pactdesk/domain/service-desk/routes'
import { deciders } from '@pactdesk/domain/service-support/incident/index'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll, queryPage } from '../../table/page.ts'

const pageSize = 200
const settlingSeconds = 3
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

/**
 * Events after a place, an instant, up to a few seconds ago: what commits late in a second already told would be missed, so no
 * second is told before it is over. Without a place the feed begins now. An idle poll is one empty query.
 */
async function since(ctx: TenantContext, uow: UnitOfWork, source: Source, place: string | undefined) {
  const asOf = uow.env.now
  const settled = addSeconds(asOf, -settlingSeconds)
  if (!place) return { items: [], next: settled, asOf }
  const behind = daysBetween(place.slice(0, 10), settled.slice(0, 10))
  if (behind > daysKept) return { items: [], next: settled, reset: true, asOf }
  if (!isBefore(place, settled)) return { items: [], next: place, asOf }
  const items: { second: string; item: FeedItem }[] = []
  for (let date = place.slice(0, 10); date <= settled.slice(0, 10); date = addDays(date, 1)) {
    const query = { ...source, part: `FEED#${date}`, from: `${place}#~`, to: `${settled}#~`, limit: pageSize }
    const page = await queryPage(uow.database, ctx, query)
    for (const found of page.items)
      items.push({ second: (found[`${source.index}sk`] as string).split('#')[0]!, item: found.row as FeedItem })
    if (page.next) return cutAtSecond(items, settled, asOf)
  }
  return { items: items.map(({ item }) => item), next: settled, asOf }
}

/** A full page ends with its last whole second; a second that fills a page is too much to tell one by one. */
function cutAtSecond(items: { second: string; item: FeedItem }[], settled: string, asOf: string) {
  const last = items.at(-1)!.second
  const whole = items.filter(({ second }) => second !== last)
  const next = whole.at(-1)?.second
  if (!next) return { items: [], next: settled, reset: true, asOf }
  return { items: whole.map(({ item }) => item), next, asOf }
}

export const feedHandlers = [getFeed, getClientFeed]
