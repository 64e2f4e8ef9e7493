import { unwrap } from '@pactdesk/domain/kernel/result'
import { localDateOf } from '@pactdesk/domain/kernel/time'
import {
  changeDevice as decideChange,
  registerDevice as decideRegister,
  retireDevice as decideRetire,
  returnDevice as decideReturn,
} from '@pactdesk/domain/service-support/configuration/decide'
import { planSheet } from '@pactdesk/domain/service-support/configuration/device-sheet'
import {
  countByClass,
  type Device,
  type DeviceRow,
  deviceAggregate,
  deviceView,
} from '@pactdesk/domain/service-support/configuration/index'
import * as routes from '@pactdesk/domain/service-support/configuration/routes'
import { clientAggregate } from '@pactdesk/domain/tenancy/index'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll, queryPage } from '../../table/page.ts'
import { openSites } from '../tenancy/sites.ts'
import { readSheet, writeSheet } from './sheet.ts'

/** A commit holds 100 items; each device takes two. */
const perCommit = 45

const listDevices = handle(routes.listDevices, async ({ ctx, uow, params: { client }, query }) => {
  const page = await queryPage(uow.database, ctx, { index: 'gsi2', client, part: 'CI', ...query })
  return { items: page.items.map(item => item.row as DeviceRow), ...(page.next && { next: page.next }) }
})

/** Rows of all devices of a client, by id; for planning and counting. An index is a moment late: not for money. */
export async function deviceRows(uow: UnitOfWork, client: string): Promise<DeviceRow[]> {
  const items = await queryAll(uow.database, uow.ctx, { index: 'gsi2', client, part: 'CI' })
  return items.map(item => item.row as DeviceRow)
}

/** The devices themselves, each read strongly: for metering, which decides about money. */
export async function loadDevices(uow: UnitOfWork, client: string): Promise<Device[]> {
  const rows = await deviceRows(uow, client)
  const devices = await uow.findAll(
    deviceAggregate,
    rows.map(({ id }) => ({ client, id })),
  )
  return devices.map(({ state }) => state)
}

const registerDevice = handle(routes.registerDevice, async ({ ctx, uow, params: { client }, body, etag }) => {
  const { id, ...facts } = body
  const events = unwrap(decideRegister(client, id, facts, await openSites(uow, client)))
  const { state, version } = uow.create(deviceAggregate, { client, id }, events)
  etag(version)
  return deviceView(ctx, state)
})

const getDevice = handle(routes.getDevice, async ({ ctx, uow, params: { client, device }, etag }) => {
  const { state, version } = await uow.load(deviceAggregate, { client, id: device })
  etag(version)
  return deviceView(ctx, state)
})

const changeDevice = handle(routes.changeDevice, async ({ ctx, uow, params: { client, device }, body, etag }) => {
  const loaded = await uow.subject(deviceAggregate, { client, id: device })
  const events = unwrap(decideChange(loaded.state, body, await openSites(uow, client)))
  const { state, version } = uow.append(loaded, events)
  etag(version)
  return deviceView(ctx, state)
})

const retireDevice = handle(routes.retireDevice, async ({ ctx, uow, params: { client, device }, body, etag }) => {
  const loaded = await uow.subject(deviceAggregate, { client, id: device })
  const { state, version } = uow.append(loaded, unwrap(decideRetire(loaded.state, body.on, body.reason)))
  etag(version)
  return deviceView(ctx, state)
})

const returnDevice = handle(routes.returnDevice, async ({ ctx, uow, params: { client, device }, body, etag }) => {
  const loaded = await uow.subject(deviceAggregate, { client, id: device })
  const { state, version } = uow.append(loaded, unwrap(decideReturn(loaded.state, body.on)))
  etag(version)
  return deviceView(ctx, state)
})

/** Reads and judges the whole sheet first; a device that an index does not show yet still makes the commit refuse a second one. */
const importDevices = handle(routes.importDevices, async ({ uow, env, params: { client }, body }) => {
  const { state } = await uow.load(clientAggregate, { client, id: client })
  const [devices, sites] = [await loadDevices(uow, client), await openSites(uow, client)]
  const { headings, rows } = readSheet(body.csv)
  const plan = planSheet(headings, rows, { devices, sites, today: localDateOf(env.now, state.billingZone) })
  const wanted = body.mode === 'all-or-nothing' && plan.errors.length > 0 ? [] : plan.register
  const now = body.dryRun ? [] : wanted.slice(0, perCommit)
  for (const { id, facts } of now) {
    uow.create(deviceAggregate, { client, id }, unwrap(decideRegister(client, id, facts, sites)))
  }
  return {
    rows: rows.length,
    wanted: wanted.map(({ id }) => id),
    registered: now.map(({ id }) => id),
    unchanged: plan.unchanged,
    remaining: wanted.length - now.length,
    errors: plan.errors,
  }
})

const exportDevices = handle(routes.exportDevices, async ({ uow, params: { client } }) => ({
  name: `${client}-devices.csv`,
  csv: writeSheet(await loadDevices(uow, client)),
}))

const countDevices = handle(routes.countDevices, async ({ uow, params: { client }, query: { on } }) => {
  const byClass = countByClass(await deviceRows(uow, client), on)
  return { on, total: Object.values(byClass).reduce((sum, count) => sum + count, 0), byClass }
})

export const handlers = [
  listDevices,
  registerDevice,
  getDevice,
  changeDevice,
  retireDevice,
  returnDevice,
  importDevices,
  exportDevices,
  countDevices,
]
