import { mayServe } from '@pactdesk/domain/kernel/context'
import { unwrap } from '@pactdesk/domain/kernel/result'
import {
  changeClient as decideChange,
  createClient as decideCreate,
  setClientStatus as decideStatus,
} from '@pactdesk/domain/tenancy/client/aggregate'
import { clientAggregate } from '@pactdesk/domain/tenancy/index'
import * as routes from '@pactdesk/domain/tenancy/routes'
import { type ClientRow, clientActions } from '@pactdesk/domain/tenancy/views'
import type { z } from 'zod'
import { handle } from '../../http/api.ts'
import { queryPage } from '../../table/page.ts'

type Row = z.infer<typeof ClientRow>

/** Staff who serve some clients see only their rows: the index holds all of the provider. */
const listClients = handle(routes.listClients, async ({ ctx, uow, query }) => {
  const page = await queryPage(uow.database, ctx, { index: 'gsi1', part: 'CLIENTS', ...query })
  const rows = page.items.map(item => item.row as Row)
  return { items: rows.filter(row => mayServe(ctx, row.id)), ...(page.next && { next: page.next }) }
})

/** Whoever serves only named clients could not see the new one, so creating is for those who serve all. */
const createClient = handle(routes.createClient, async ({ ctx, uow, body, etag }) => {
  const { key, ...profile } = body
  const { state, version } = uow.create(clientAggregate, { client: key, id: key }, unwrap(decideCreate(key, profile)))
  etag(version)
  return { ...state, actions: clientActions(ctx, state) }
})

const getClient = handle(routes.getClient, async ({ ctx, uow, params: { client }, etag }) => {
  const { state, version } = await uow.load(clientAggregate, { client, id: client })
  etag(version)
  return { ...state, actions: clientActions(ctx, state) }
})

const changeClient = handle(routes.changeClient, async ({ ctx, uow, params: { client }, body, etag }) => {
  const loaded = await uow.subject(clientAggregate, { client, id: client })
  const { state, version } = uow.append(loaded, unwrap(decideChange(loaded.state, body)))
  etag(version)
  return { ...state, actions: clientActions(ctx, state) }
})

const setClientStatus = handle(routes.setClientStatus, async ({ ctx, uow, params: { client }, body, etag }) => {
  const loaded = await uow.subject(clientAggregate, { client, id: client })
  const { state, version } = uow.append(loaded, unwrap(decideStatus(loaded.state, body.status)))
  etag(version)
  return { ...state, actions: clientActions(ctx, state) }
})

export const clientHandlers = [listClients, createClient, getClient, changeClient, setClientStatus]
