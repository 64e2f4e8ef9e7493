import type { Zone } from '../../kernel/time.ts'
import type { ContractTerms, PlannedVisit, ReinstallDue } from '../contract/index.ts'
import type { Task, VisitDevice } from './task.ts'
import type { VisitOrder } from './visit.ts'

type Of = {
  contract: { id: string; version: number }
  terms: Pick<ContractTerms, 'maintenance'>
  reinstalls: readonly ReinstallDue[]
  devices: readonly VisitDevice[]
  zone: Zone
}

const reinstallText = {
  zh: '重装系统（备份已核对，使用人确认）',
  en: 'System reinstalled (backup proven, confirmed by the user)',
}

/** The contract's planned visit as an order to field service: its checklist, and a reinstall in the month it is due by. */
export function orderOf(planned: PlannedVisit, { contract, terms, reinstalls, devices, zone }: Of): VisitOrder {
  const monthly = terms.maintenance.checklist
    .filter(({ key }) => planned.checklist.includes(key))
    .map((item): Task => ({ ...item, cadence: 'monthly' }))
  const due = reinstalls.some(({ dueBy }) => dueBy.startsWith(planned.month))
  const classes = terms.maintenance.reinstall?.deviceClasses ?? []
  const reinstall: Task[] = due
    ? [
        {
          key: 'reinstall',
          clause: '2(2)(5)',
          ...reinstallText,
          per: 'device',
          deviceClasses: classes,
          outcome: 'done',
          cadence: 'reinstall',
        },
      ]
    : []
  return {
    kind: 'planned',
    mode: 'on-site',
    site: planned.site,
    zone,
    date: planned.on,
    month: planned.month,
    contract,
    tickets: [],
    tasks: [...monthly, ...reinstall],
    devices: devices.filter(device => planned.devices.includes(device.id)),
    provisional: planned.provisional,
  }
}
