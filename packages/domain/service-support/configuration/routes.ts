import * as z from 'zod'
import { Id } from '../../kernel/ids.ts'
import { defineRoute, PageQuery, pageOf } from '../../kernel/route.ts'
import { LocalDate } from '../../kernel/time.ts'
import { DeviceFacts, NewDevice, RetireReason } from './device.ts'
import { SheetError } from './device-sheet.ts'
import { DeviceCount, DeviceRow, DeviceView, deviceEditors } from './views.ts'

const group = 'tenancy'
const devices = '/api/tenancy/clients/{client}/devices'

export const listDevices = defineRoute({
  id: 'listDevices',
  group,
  method: 'GET',
  path: devices,
  summary: 'Devices of a client',
  roles: [],
  query: PageQuery,
  response: pageOf(DeviceRow),
})
export const registerDevice = defineRoute({
  id: 'registerDevice',
  group,
  method: 'POST',
  path: devices,
  summary: 'Register a device',
  roles: deviceEditors,
  body: NewDevice.extend({ id: Id }),
  response: DeviceView,
  status: 201,
})
export const getDevice = defineRoute({
  id: 'getDevice',
  group,
  method: 'GET',
  path: `${devices}/{device}`,
  summary: 'One device',
  roles: [],
  response: DeviceView,
})
export const changeDevice = defineRoute({
  id: 'changeDevice',
  group,
  method: 'PUT',
  path: `${devices}/{device}`,
  summary: 'Change name, site, serial, user, protection or standby',
  roles: deviceEditors,
  body: DeviceFacts,
  response: DeviceView,
})
export const retireDevice = defineRoute({
  id: 'retireDevice',
  group,
  method: 'POST',
  path: `${devices}/{device}/retire`,
  summary: 'Take a device out of service; `on` is the first day without it',
  roles: deviceEditors,
  body: z.object({ on: LocalDate, reason: RetireReason }),
  response: DeviceView,
})
export const returnDevice = defineRoute({
  id: 'returnDevice',
  group,
  method: 'POST',
  path: `${devices}/{device}/return`,
  summary: 'Put a retired device back into service',
  roles: deviceEditors,
  body: z.object({ on: LocalDate }),
  response: DeviceView,
})
/** `mode: all-or-nothing` registers nothing while a line is wrong; `good-rows` registers the others. `dryRun` only reports. */
export const importDevices = defineRoute({
  id: 'importDevices',
  group,
  method: 'POST',
  path: '/api/tenancy/clients/{client}/device-sheet',
  summary: 'Import devices from a CSV sheet; the same sheet again changes nothing',
  roles: deviceEditors,
  body: z.object({
    csv: z.string().min(1).max(1_000_000),
    mode: z.enum(['all-or-nothing', 'good-rows']),
    dryRun: z.boolean().default(false),
  }),
  response: z.object({
    rows: z.int(),
    /** Ids that the sheet asks to register, in its order: what a dry run shows, and what one request or several register. */
    wanted: z.array(z.string()),
    registered: z.array(z.string()),
    unchanged: z.array(z.string()),
    /** Good lines beyond the 45 that one request registers: send the same sheet again until none remain. */
    remaining: z.int(),
    errors: z.array(SheetError),
  }),
})
export const exportDevices = defineRoute({
  id: 'exportDevices',
  group,
  method: 'GET',
  path: '/api/tenancy/clients/{client}/device-sheet',
  summary: 'Devices as a CSV sheet that `importDevices` takes',
  roles: [],
  response: z.object({ name: z.string(), csv: z.string() }),
})
export const countDevices = defineRoute({
  id: 'countDevices',
  group,
  method: 'GET',
  path: '/api/tenancy/clients/{client}/device-count',
  summary: 'Devices in service on a date, by class',
  roles: [],
  query: z.object({ on: LocalDate }),
  response: z.object({ on: LocalDate, total: z.int(), byClass: DeviceCount }),
})

export const deviceRoutes = [
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
