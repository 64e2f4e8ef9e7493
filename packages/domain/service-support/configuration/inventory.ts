import { type DatePeriod, daysBetween, type LocalDate } from '../../kernel/time.ts'
import { type Device, type DeviceClass, deviceClasses } from './device.ts'

type Counted = Pick<Device, 'id' | 'class' | 'service'>

/** Whether the device is in service on that day; days of service are half-open. */
export const inServiceOn = ({ service }: Pick<Device, 'service'>, date: LocalDate): boolean =>
  service.some(({ from, to }) => from <= date && (to === undefined || date < to))

/** Devices in service on a day, by class; a class without devices counts 0. */
export function countByClass(devices: readonly Counted[], date: LocalDate): Record<DeviceClass, number> {
  const count = Object.fromEntries(deviceClasses.map(kind => [kind, 0])) as Record<DeviceClass, number>
  for (const device of devices) if (inServiceOn(device, date)) count[device.class] += 1
  return count
}

/** Days of service of one device within half-open dates. */
export const serviceDays = ({ service }: Pick<Device, 'service'>, dates: DatePeriod): number =>
  service.reduce((days, { from, to = dates.to }) => {
    return days + Math.max(0, daysBetween(later(from, dates.from), earlier(to, dates.to)))
  }, 0)

const later = (a: LocalDate, b: LocalDate) => (a < b ? b : a)
const earlier = (a: LocalDate, b: LocalDate) => (a < b ? a : b)

/** Devices that are in service on at least one day of the half-open dates. */
export const servedIn = <D extends Counted>(devices: readonly D[], dates: DatePeriod): D[] =>
  devices.filter(device => serviceDays(device, dates) > 0)
