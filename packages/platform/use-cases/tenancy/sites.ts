import { unwrap } from '@pactdesk/domain/kernel/result'
import { clientAggregate, siteAggregate } from '@pactdesk/domain/tenancy/index'
import * as routes from '@pactdesk/domain/tenancy/routes'
import {
  changeSite as decideChange,
  closeSite as decideClose,
  openSite as decideOpen,
} from '@pactdesk/domain/tenancy/site/aggregate'
import { type SiteRow, siteActions } from '@pactdesk/domain/tenancy/views'
import type { z } from 'zod'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll, queryPage } from '../../table/page.ts'

type Row = z.infer<typeof SiteRow>

const listSites = handle(routes.listSites, async ({ ctx, uow, params: { client }, query }) => {
  const page = await queryPage(uow.database, ctx, { index: 'gsi2', client, part: 'SITES', ...query })
  return { items: page.items.map(item => item.row as Row), ...(page.next && { next: page.next }) }
})

/** Ids of a client's open sites, for those who choose one. */
export async function openSites(uow: UnitOfWork, client: string): Promise<string[]> {
  const items = await queryAll(uow.database, uow.ctx, { index: 'gsi2', client, part: 'SITES' })
  return items.map(item => item.row as Row).flatMap(row => (row.status === 'open' ? [row.id] : []))
}

const openSite = handle(routes.openSite, async ({ ctx, uow, params: { client }, body, etag }) => {
  await uow.load(clientAggregate, { client, id: client })
  const { id, ...profile } = body
  const { state, version } = uow.create(siteAggregate, { client, id }, unwrap(decideOpen(client, id, profile)))
  etag(version)
  return { ...state, actions: siteActions(ctx, state) }
})

const getSite = handle(routes.getSite, async ({ ctx, uow, params: { client, site }, etag }) => {
  const { state, version } = await uow.load(siteAggregate, { client, id: site })
  etag(version)
  return { ...state, actions: siteActions(ctx, state) }
})

const changeSite = handle(routes.changeSite, async ({ ctx, uow, params: { client, site }, body, etag }) => {
  const loaded = await uow.subject(siteAggregate, { client, id: site })
  const { state, version } = uow.append(loaded, unwrap(decideChange(loaded.state, body)))
  etag(version)
  return { ...state, actions: siteActions(ctx, state) }
})

const closeSite = handle(routes.closeSite, async ({ ctx, uow, params: { client, site }, etag }) => {
  const loaded = await uow.subject(siteAggregate, { client, id: site })
  const { state, version } = uow.append(loaded, unwrap(decideClose(loaded.state)))
  etag(version)
  return { ...state, actions: siteActions(ctx, state) }
})

export const siteHandlers = [listSites, openSite, getSite, changeSite, closeSite]
