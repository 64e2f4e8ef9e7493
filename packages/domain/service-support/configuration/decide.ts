import { conflict, invalid, ok, type Result } from '../../kernel/result.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Device, DeviceFacts, NewDevice, RetireReason } from './device.ts'
import { type DeviceEvent, deviceEvents } from './events.ts'

/** `sites` are the client's open sites: a device stands at one of them. */
export function registerDevice(client: string, id: string, facts: NewDevice, sites: readonly string[]): Result<DeviceEvent[]> {
  const place = checkedPlace(facts, sites)
  return place.ok ? ok([deviceEvents.deviceRegistered.of({ client, device: id, facts })]) : place
}

export function changeDevice(device: Device, facts: DeviceFacts, sites: readonly string[]): Result<DeviceEvent[]> {
  if (device.status === 'retired') return conflict('configuration.retired', `${device.id} is retired`)
  const place = checkedPlace(facts, sites)
  return place.ok ? ok([deviceEvents.deviceChanged.of({ client: device.client, device: device.id, facts })]) : place
}

/** `on`, the first day without it, is not before the first day with it; equal dates leave no day of service (a mistake undone). */
export function retireDevice(device: Device, on: LocalDate, reason: RetireReason): Result<DeviceEvent[]> {
  if (device.status === 'retired') return conflict('configuration.retired', `${device.id} is retired already`)
  const { from } = device.service.at(-1)!
  if (on < from) {
    const detail = `${device.id} is in service from ${from}; it cannot be retired on ${on}`
    return invalid('configuration.retired-before-service', detail, { from, on })
  }
  return ok([deviceEvents.deviceRetired.of({ client: device.client, device: device.id, on, reason })])
}

/** Comes back on a later day; the days between are not counted. */
export function returnDevice(device: Device, on: LocalDate): Result<DeviceEvent[]> {
  if (device.status !== 'retired') return conflict('configuration.in-service', `${device.id} is in service`)
  const { to } = device.service.at(-1)!
  if (to !== undefined && on < to) {
    return invalid('configuration.returned-too-early', `${device.id} was retired on ${to}, after ${on}`, { to, on })
  }
  return ok([deviceEvents.deviceReturned.of({ client: device.client, device: device.id, on })])
}

function checkedPlace(facts: DeviceFacts, sites: readonly string[]): Result<true> {
  if (sites.includes(facts.site)) return ok(true)
  return invalid('configuration.site-unknown', `site ${facts.site} is not an open site of this client`, { site: facts.site })
}
