import { DeviceClass } from '@pactdesk/domain/service-support/configuration/device'
import type { Inputs } from '../file.ts'

/** A kind of device that the product has no class of its own for, a firewall, is registered as another. */
export const classOf = (kind: string): DeviceClass => DeviceClass.safeParse(kind.toLowerCase()).data ?? 'other'

/**
 * Where each device stands: as the file says, else where a planned visit names it or has room for it, in the order of the file,
 * else at the first site.
 */
export function sitesOf({ contract, devices, visits }: Pick<Inputs, 'contract' | 'devices' | 'visits'>): Map<string, string> {
  const at = new Map(devices.flatMap(({ id, site }): [string, string][] => (site ? [[id, site]] : [])))
  const planned = visits.filter(({ kind }) => kind === 'planned-monthly')
  for (const { site, devicesNotDone } of planned) for (const id of devicesNotDone) if (!at.has(id)) at.set(id, site)
  for (const { site, devicesDue = 0 } of planned) {
    const there = [...at.values()].filter(other => other === site).length
    const free = devices.filter(({ id }) => !at.has(id)).slice(0, Math.max(0, devicesDue - there))
    for (const { id } of free) at.set(id, site)
  }
  const [first = ''] = Object.keys(contract.arrivalWorkingMinutes)
  return new Map(devices.map(({ id }) => [id, at.get(id) ?? first]))
}
