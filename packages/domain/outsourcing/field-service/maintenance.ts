import type { Month } from '../../kernel/time.ts'
import { notMaintained, type VisitDevice } from './task.ts'
import { isWorked, type Visit } from './visit.ts'

/** Devices a visit leaves to be made up: not maintained on one that took place, all of one without access. */
export function leftOver(visit: Visit): VisitDevice[] {
  if (visit.kind === 'ticket') return []
  if (visit.status === 'no-access') return visit.devices
  if (!isWorked(visit)) return []
  const open = notMaintained(visit.tasks, visit.devices, visit.checks)
  return visit.devices.filter(device => open.includes(device.id))
}

export type MonthMaintenance = {
  month: Month
  devicesDue: number
  devicesMaintained: number
  visitsPlanned: number
  visitsDone: number
  makeUps: number
  /** Devices due of which no visit has done all monthly tasks yet. */
  open: string[]
}

/**
 * R18: the month's maintenance covers every device due; one that could not be reached is made up within the month. `due` are the
 * covered devices in service in the month, `visits` all of the client: others than this month's maintenance are left out.
 */
export function maintenanceOfMonth(month: Month, due: readonly string[], visits: readonly Visit[]): MonthMaintenance {
  const own = visits.filter(visit => visit.month === month && visit.kind !== 'ticket' && visit.status !== 'cancelled')
  const done = own.filter(isWorked)
  const maintained = new Set(
    done.flatMap(visit => {
      const open = notMaintained(visit.tasks, visit.devices, visit.checks)
      return visit.devices.map(device => device.id).filter(id => !open.includes(id))
    }),
  )
  return {
    month,
    devicesDue: due.length,
    devicesMaintained: due.filter(id => maintained.has(id)).length,
    visitsPlanned: own.filter(visit => visit.kind === 'planned').length,
    visitsDone: done.filter(visit => visit.kind === 'planned').length,
    makeUps: done.filter(visit => visit.kind === 'make-up').length,
    open: due.filter(id => !maintained.has(id)),
  }
}
