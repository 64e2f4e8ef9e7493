import * as z from 'zod'
import { hasRole, type TenantContext } from '../../kernel/context.ts'
import { type Device, Device as DeviceSchema, deviceClasses } from './device.ts'

export const deviceEditors = ['admin', 'service-desk', 'technician', 'configuration-manager', 'account-manager'] as const

export const DeviceRow = DeviceSchema.pick({
  id: true,
  name: true,
  class: true,
  site: true,
  serial: true,
  status: true,
  service: true,
  antivirus: true,
  backup: true,
  standby: true,
}).meta({ id: 'DeviceRow' })
export type DeviceRow = z.infer<typeof DeviceRow>

export const DeviceView = DeviceSchema.extend({ actions: z.array(z.string()) }).meta({ id: 'DeviceView' })
export type DeviceView = z.infer<typeof DeviceView>

export const DeviceCount = z.record(z.enum(deviceClasses), z.int()).meta({ id: 'DeviceCount' })

/** A client's people see their devices as they are; changing them is the provider's work. */
export const deviceView = (ctx: TenantContext, device: Device): DeviceView => ({
  ...device,
  actions: !hasRole(ctx, ...deviceEditors) ? [] : device.status === 'in-service' ? ['change', 'retire'] : ['return'],
})
