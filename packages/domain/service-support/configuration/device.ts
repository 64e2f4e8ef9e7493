import * as z from 'zod'
import { ClientKey, Id } from '../../kernel/ids.ts'
import { LocalDate } from '../../kernel/time.ts'

export const deviceClasses = ['pc', 'server', 'network', 'printer', 'monitor', 'other'] as const
export const DeviceClass = z.enum(deviceClasses).meta({ id: 'ConfigurationDeviceClass' })
export type DeviceClass = z.infer<typeof DeviceClass>

/** Whether a protection is there; `unknown` until somebody looked. */
export const Protection = z.enum(['yes', 'no', 'unknown'])

export const DeviceFacts = z
  .object({
    name: z.string().trim().min(1).max(80),
    site: Id,
    serial: z.string().trim().min(1).max(80).optional(),
    /** Contact who works at it. */
    user: Id.optional(),
    acquired: LocalDate.optional(),
    /** Clause 2(2)(3): antivirus and quick backup or restore on each PC. */
    antivirus: Protection.default('unknown'),
    backup: Protection.default('unknown'),
    /** The standby server of clause 2(4)(3), kept ready for the network. */
    standby: z.boolean().default(false),
  })
  .meta({ id: 'DeviceFacts' })
export type DeviceFacts = z.infer<typeof DeviceFacts>

/** What never changes: another class is another device, and the first day in service is what metering counted from. */
export const NewDevice = DeviceFacts.extend({ class: DeviceClass, inServiceFrom: LocalDate }).meta({ id: 'NewDevice' })
export type NewDevice = z.infer<typeof NewDevice>

/**
 * A configuration item that stands at a client: `PC-01`. `service` holds its times of service in order, half-open: `to` is the
 * first day it is not counted, absent while it runs. A retired one keeps its record: history and bills name it.
 */
export const Device = DeviceFacts.extend({
  id: Id,
  client: ClientKey,
  class: DeviceClass,
  status: z.enum(['in-service', 'retired']),
  service: z.array(z.object({ from: LocalDate, to: LocalDate.optional() })).min(1),
}).meta({ id: 'Device' })
export type Device = z.infer<typeof Device>

export const RetireReason = z.enum(['sold', 'scrapped', 'lost', 'replaced', 'moved-away', 'entered-by-mistake'])
export type RetireReason = z.infer<typeof RetireReason>

export const deviceMachine = [
  { from: 'none', command: 'register', to: 'in-service' },
  { from: 'in-service', command: 'change', to: 'in-service' },
  { from: 'in-service', command: 'retire', to: 'retired' },
  { from: 'retired', command: 'return', to: 'in-service' },
] as const
