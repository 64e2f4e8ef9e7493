import type { Env } from '../../kernel/aggregate.ts'
import { type Result, unwrap } from '../../kernel/result.ts'
import type { VisitEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { NoteRef, Task, VisitDevice } from './task.ts'
import type { Technician, Visit, VisitOrder } from './visit.ts'

/** Data for the tests of this module: a head office with two computers and a server, and a shortened checklist. */
export const technician: Technician = { id: 'li', name: '李工' }
export const note: NoteRef = { id: 'n1', sha256: 'a'.repeat(64) }
export const photo = { key: 'p/x/c/LANHAI/visit-photo/f', name: 'door.jpg', type: 'image/jpeg', size: 9, sha256: 'b'.repeat(64) }
export const envAt = (now: string): Env => ({ now, actor: { kind: 'staff', ...technician }, newId: () => 'n2' })

const task = (key: string, more: Partial<Task> = {}): Task => ({
  key,
  clause: '2(1)(5)',
  zh: key,
  en: key,
  per: 'device',
  outcome: 'done',
  cadence: 'monthly',
  ...more,
})
export const devices: VisitDevice[] = [
  { id: 'PC-01', name: 'Reception', class: 'pc' },
  { id: 'PC-02', name: 'Office', class: 'pc' },
  { id: 'SRV-01', name: 'Server', class: 'server' },
]
export const tasks: Task[] = [
  task('hardware-check'),
  task('content', { deviceClasses: ['pc'], outcome: 'consent' }),
  task('line-speed', { per: 'visit' }),
]

export const maintenance: VisitOrder = {
  kind: 'planned',
  mode: 'on-site',
  site: 'HQ',
  zone: 'Asia/Shanghai',
  date: '2026-10-14',
  month: '2026-10',
  contract: { id: 'k1', version: 1 },
  tickets: [],
  tasks,
  devices,
  provisional: false,
}
const { month: _month, contract: _contract, ...dispatchOf } = maintenance
export const dispatch = (...tickets: string[]): VisitOrder => ({ ...dispatchOf, kind: 'ticket', tickets, tasks: [], devices: [] })

/** Applies decisions one after the other and fails on the first that is refused. */
export function given(...steps: ((visit: Visit) => Result<VisitEvent[]>)[]): Visit {
  return steps.reduce<Visit | undefined>((visit, step) => unwrap(step(visit!)).reduce(folded, visit), undefined)!
}
export const after = (visit: Visit, result: Result<VisitEvent[]>): Visit => unwrap(result).reduce(folded, visit)!
const folded = (visit: Visit | undefined, event: VisitEvent): Visit | undefined => evolve(visit, event)

export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.error.code)
