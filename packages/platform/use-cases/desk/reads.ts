import type { Envelope } from '@pactdesk/domain/kernel/event'
import { notFound, unwrap } from '@pactdesk/domain/kernel/result'
import { explainClock } from '@pactdesk/domain/service-delivery/service-level/explain'
import { type TimelineEntry, timelineEntry } from '@pactdesk/domain/service-support/incident/index'
import * as routes from '@pactdesk/domain/service-support/incident/routes'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll, queryPage } from '../../table/page.ts'
import { answerTicket, visibleTicket } from './answer.ts'
import { pinnedTerms } from './policy.ts'
import { textsOf } from './texts.ts'

const getTicket = handle(routes.getTicket, async ({ ctx, uow, params, etag }) =>
  answerTicket(ctx, uow, await visibleTicket(ctx, uow, params), etag),
)

/** Pages go back in time by the ticket's own events; the notes of the internal twin join the page whose time they fall in. */
const getTimeline = handle(routes.getTimeline, async ({ ctx, uow, params: { client, ticket }, query }) => {
  await visibleTicket(ctx, uow, { client, ticket })
  const page = await queryPage(uow.database, ctx, {
    scope: 'client',
    client,
    part: `T#${ticket}`,
    prefix: 'E#',
    reverse: true,
    ...query,
  })
  const texts = await textsOf(uow, 'client', client, ticket)
  const events = page.items.map(item => item.data as Envelope)
  // In their own order, so that what happened in one second stays in it.
  const items = events.toReversed().flatMap(event => timelineEntry(ctx, event, texts) ?? [])
  const oldest = page.next ? events.at(-1)?.recordedAt : undefined
  const newest = query.cursor ? events[0]?.recordedAt : undefined
  if (ctx.kind !== 'client') items.push(...(await notesBetween(uow, client, ticket, oldest, newest)).flatMap(note => note ?? []))
  return { items: items.sort(byTime), ...(page.next && { next: page.next }) }

  async function notesBetween(uow: UnitOfWork, client: string, ticket: string, from = '', to = '~') {
    const held = await queryAll(uow.database, ctx, { scope: 'internal', client, part: `T#${ticket}`, prefix: 'E#' }, 1000)
    if (held.length === 0) return []
    const words = await textsOf(uow, 'internal', client, ticket)
    return held
      .map(item => item.data as Envelope)
      .filter(({ recordedAt }) => recordedAt >= from && recordedAt < to)
      .map(event => timelineEntry(ctx, event, words))
  }
})

const explainTicketClock = handle(routes.explainTicketClock, async ({ ctx, uow, env, params }) => {
  const { state } = await visibleTicket(ctx, uow, params)
  const clock = state.clocks.clocks.find(({ id }) => id === params.clock)
  const terms = await pinnedTerms(uow, params.client, state.contract)
  if (!clock || !terms) return unwrap(notFound('clock.not-found', `${params.ticket} has no clock ${params.clock}`))
  return explainClock(clock, terms.calendar, env.now)
})

const byTime = (a: TimelineEntry, b: TimelineEntry) =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0

export const readHandlers = [getTicket, getTimeline, explainTicketClock]
