import { conflict, invalid, ok, type Result } from '../../../kernel/result.ts'
import { type VisitEvent, visitEvents } from '../events.ts'
import { type Check, subjectsOf } from '../task.ts'
import type { Visit } from '../visit.ts'
import { allowed } from './facts.ts'
import { identity } from './plan.ts'

export type CheckEntry = { devices: 'all' | string[]; tasks: 'all' | string[]; check: Check }

/** Results for one, several or all devices and tasks; a later result replaces an earlier one until the visit is finished. */
export function recordChecks(visit: Visit, entries: readonly CheckEntry[]): Result<VisitEvent[]> {
  if (visit.mode === 'on-site') {
    const state = allowed(visit, 'check', 'on-site')
    if (!state.ok) return state
    if (!state.value.begunAt) return conflict('field-service.not-begun', `work on visit ${visit.id} has not begun`)
  } else if (visit.status !== 'scheduled') {
    return conflict('field-service.wrong-state', `visit ${visit.id} is ${visit.status}`)
  }
  const events: VisitEvent[] = []
  for (const entry of entries) {
    const known = checkedEntry(visit, entry)
    if (!known.ok) return known
    events.push(visitEvents.checked.of({ ...identity(visit), ...entry }))
  }
  return ok(events)
}

function checkedEntry(visit: Visit, { devices, tasks, check }: CheckEntry): Result<true> {
  const chosen = visit.tasks.filter(task => tasks === 'all' || tasks.includes(task.key))
  const unknownTask = tasks === 'all' ? undefined : tasks.find(key => !visit.tasks.some(task => task.key === key))
  if (unknownTask) return invalid('field-service.task-unknown', `${unknownTask} is no task of this visit`, { task: unknownTask })
  const subjects = new Set(chosen.flatMap(task => subjectsOf(task, visit.devices)))
  const unknownDevice = devices === 'all' ? undefined : devices.find(id => !subjects.has(id))
  if (unknownDevice) {
    return invalid('field-service.device-unknown', `${unknownDevice} has none of these tasks`, { device: unknownDevice })
  }
  if (check.note && tasks !== 'all' && chosen.some(task => task.outcome === 'consent')) {
    return invalid('field-service.consent-note', 'of a content check only done or refused is kept, never what was found')
  }
  return ok(true)
}
