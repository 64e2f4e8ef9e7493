import type { VisitEvent } from './events.ts'
import { type Check, type Checks, subjectsOf } from './task.ts'
import type { Visit, VisitIn } from './visit.ts'

/** Folds one event. What an event needs of the state before it is guaranteed by the decision that made it. */
export function evolve(state: Visit | undefined, { type, data }: VisitEvent): Visit {
  if (type === 'field-service.visit-planned.v1') {
    return { status: 'planned', id: data.visit, client: data.client, ...data.order, moves: [], checks: {}, parts: [] }
  }
  const visit = state!
  switch (type) {
    case 'field-service.visit-scheduled.v1': {
      const { technician, date, window } = data
      const { window: _old, ...rest } = visit
      return { ...rest, status: 'scheduled', technician, date, ...(window && { window }) } as VisitIn<'scheduled'>
    }
    case 'field-service.visit-moved.v1': {
      const { date, window, provisional, asked, note, by, at } = data
      const { window: _old, ...rest } = visit
      const moves = [...visit.moves, { from: visit.date, to: date, asked, note, by, at }].slice(-20)
      return { ...rest, date, ...(window && { window }), provisional, moves } as Visit
    }
    case 'field-service.visit-ticket-joined.v1':
      return { ...visit, tickets: [...visit.tickets, data.ticket] }
    case 'field-service.visit-travel-started.v1': {
      const { at, start } = data
      return { ...(visit as VisitIn<'scheduled'>), status: 'travelling', travel: { from: at, ...(start && { start }) } }
    }
    case 'field-service.visit-arrived.v1': {
      const { arrival, devices } = data
      return { ...(visit as VisitIn<'travelling'>), status: 'on-site', arrival, ...(devices && { devices }) }
    }
    case 'field-service.visit-begun.v1':
      return { ...(visit as VisitIn<'on-site'>), begunAt: data.at }
    case 'field-service.visit-checked.v1':
      return { ...visit, checks: withChecks(visit, data.devices, data.tasks, data.check) }
    case 'field-service.visit-part-added.v1':
      return { ...visit, parts: [...visit.parts, data.part] }
    case 'field-service.visit-part-completed.v1': {
      const { part: id, unitCost, supplier, receipt } = data
      const completed = { ...(unitCost && { unitCost }), ...(supplier && { supplier }), ...(receipt && { receipt }) }
      return { ...visit, parts: visit.parts.map(part => (part.id === id ? { ...part, ...completed } : part)) }
    }
    case 'field-service.visit-part-removed.v1':
      return { ...visit, parts: visit.parts.filter(part => part.id !== data.part) }
    case 'field-service.visit-finished.v1': {
      const { at, begunAt, shares } = data
      return { ...(visit as VisitIn<'on-site'>), status: 'finished', begunAt, finishedAt: at, shares }
    }
    case 'field-service.visit-no-access.v1': {
      const { absence, shares } = data
      return { ...(visit as VisitIn<'on-site'>), status: 'no-access', absence, finishedAt: absence.at, shares }
    }
    case 'field-service.visit-signed.v1': {
      const { absence: _absence, accepted: _accepted, report: _report, ...worked } = visit as VisitIn<'unsigned'>
      return { ...worked, status: 'signed', signature: data.signature }
    }
    case 'field-service.visit-left-unsigned.v1':
      return { ...(visit as VisitIn<'finished'>), status: 'unsigned', absence: data.absence }
    case 'field-service.visit-unsigned-accepted.v1': {
      const { by, note, at } = data
      return { ...(visit as VisitIn<'unsigned'>), accepted: { by, note, at } }
    }
    case 'field-service.visit-report-stored.v1':
      return { ...(visit as VisitIn<'signed' | 'unsigned'>), report: data.report }
    case 'field-service.visit-cancelled.v1': {
      const { asked, note, by, at } = data
      return { ...(visit as VisitIn<'planned'>), status: 'cancelled', cancelled: { asked, note, by, at } }
    }
  }
}

function withChecks(visit: Visit, devices: 'all' | string[], tasks: 'all' | string[], check: Check): Checks {
  const checks = structuredClone(visit.checks)
  for (const task of visit.tasks) {
    if (tasks !== 'all' && !tasks.includes(task.key)) continue
    for (const subject of subjectsOf(task, visit.devices)) {
      if (devices !== 'all' && !devices.includes(subject)) continue
      checks[subject] = { ...checks[subject], [task.key]: check }
    }
  }
  return checks
}
