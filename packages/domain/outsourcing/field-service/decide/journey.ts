import type { Env } from '../../../kernel/aggregate.ts'
import { conflict, invalid, ok, type Result } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import { type VisitEvent, visitEvents } from '../events.ts'
import { missingChecks, type NoteRef, notMaintained, type VisitDevice } from '../task.ts'
import type { Absence, Arrival, Visit, WorkShare } from '../visit.ts'
import { allowed, happened, minutesBetween, sharesOf } from './facts.ts'
import { identity } from './plan.ts'

const dayMinutes = 1440

export function startTravel(visit: Visit, at: Instant, start: NoteRef | undefined, env: Env): Result<VisitEvent[]> {
  const state = allowed(visit, 'travel', 'scheduled')
  if (!state.ok) return state
  if (visit.mode === 'remote') return invalid('field-service.remote', 'remote work has no travel')
  const then = happened('departure', at, env.now)
  if (!then.ok) return then
  return ok([visitEvents.travelStarted.of({ ...identity(visit), at, ...(start && { start }) })])
}

type Arriving =
  | { how: 'button'; at: Instant; position: Extract<Arrival, { how: 'button' }>['position'] }
  | { how: 'typed'; at: Instant; place: NoteRef; reason: NoteRef }

/** `devices` are those in service on the day, so that a checklist planned weeks ago names what stands there now. */
export function arrive(visit: Visit, arriving: Arriving, devices: VisitDevice[] | undefined, env: Env): Result<VisitEvent[]> {
  const state = allowed(visit, 'arrive', 'scheduled', 'travelling')
  if (!state.ok) return state
  if (visit.mode === 'remote') return invalid('field-service.remote', 'remote work has no arrival')
  const travel = 'travel' in state.value ? state.value.travel : undefined
  const then = happened('arrival', arriving.at, env.now, travel && { what: 'departure', at: travel.from })
  if (!then.ok) return then
  if (travel && minutesBetween(travel.from, arriving.at) > dayMinutes) {
    return invalid('field-service.too-long', 'a journey of more than a day: record departure and arrival of the same journey')
  }
  const arrival: Arrival = { ...arriving, recordedAt: env.now }
  return ok([visitEvents.arrived.of({ ...identity(visit), arrival, ...(devices && { devices }) })])
}

/** Arrived is not begun: the clocks of 3(6) and 3(7) stop when both are true. */
export function begin(visit: Visit, at: Instant, env: Env): Result<VisitEvent[]> {
  const state = allowed(visit, 'begin', 'on-site')
  if (!state.ok) return state
  const { arrival, begunAt } = state.value
  if (begunAt) return conflict('field-service.begun', `work on visit ${visit.id} began at ${begunAt}`)
  const then = happened('begin', at, env.now, { what: 'arrival', at: arrival.at })
  if (!then.ok) return then
  return ok([visitEvents.begun.of({ ...identity(visit), at, arrivedAt: arrival.at, tickets: visit.tickets, site: visit.site })])
}

/** Leaving with the work done: each task of the checklist has a result, each minute a purpose. */
export function finish(visit: Visit, at: Instant, split: WorkShare[] | undefined, env: Env): Result<VisitEvent[]> {
  const state = allowed(visit, 'finish', 'on-site')
  if (!state.ok) return state
  const { arrival, begunAt, tasks, devices, checks } = state.value
  if (!begunAt) return conflict('field-service.not-begun', `work on visit ${visit.id} has not begun`)
  const then = happened('end', at, env.now, { what: 'begin', at: begunAt })
  if (!then.ok) return then
  const missing = missingChecks(tasks, devices, checks)
  if (missing.length > 0) {
    const open = missing.map(({ task, devices: of }) => `${task} (${of.length})`).join(', ')
    return conflict('field-service.checks-missing', `no result yet for ${open}`, { missing })
  }
  const minutes = minutesBetween(arrival.at, at)
  if (minutes > dayMinutes) return invalid('field-service.too-long', 'a visit of more than a day: end it and begin another one')
  const shares = sharesOf(visit, minutes, split)
  if (!shares.ok) return shares
  return ok([
    visitEvents.finished.of({
      ...identity(visit),
      at,
      begunAt,
      shares: shares.value,
      tickets: visit.tickets,
      notMaintained: notMaintained(tasks, devices, checks),
    }),
  ])
}

/** Maintenance or help from elsewhere, told afterwards with its times. */
export function workRemotely(visit: Visit, from: Instant, to: Instant, env: Env): Result<VisitEvent[]> {
  const state = allowed(visit, 'work-remotely', 'scheduled')
  if (!state.ok) return state
  if (visit.mode === 'on-site') return invalid('field-service.on-site', `visit ${visit.id} is on site`)
  const then = happened('end', to, env.now, { what: 'begin', at: from })
  if (!then.ok) return then
  const { tasks, devices, checks } = visit
  const missing = missingChecks(tasks, devices, checks)
  if (missing.length > 0) return conflict('field-service.checks-missing', 'each task needs a result', { missing })
  const minutes = minutesBetween(from, to)
  if (minutes > dayMinutes) return invalid('field-service.too-long', 'work of more than a day: record each day by itself')
  const shares = sharesOf(visit, minutes, undefined)
  if (!shares.ok) return shares
  const open = notMaintained(tasks, devices, checks)
  const { tickets } = visit
  return ok([
    visitEvents.finished.of({ ...identity(visit), at: to, begunAt: from, shares: shares.value, tickets, notMaintained: open }),
  ])
}

/** Nobody let the technician in. The journey and the waiting are recorded; the devices are still due. */
export function reportNoAccess(visit: Visit, absence: Omit<Absence, 'at'>, at: Instant, env: Env): Result<VisitEvent[]> {
  const state = allowed(visit, 'no-access', 'on-site')
  if (!state.ok) return state
  if (state.value.begunAt) return conflict('field-service.begun', 'the work has begun: finish it and say what was not done')
  const then = happened('departure', at, env.now, { what: 'arrival', at: state.value.arrival.at })
  if (!then.ok) return then
  const proof = proven(absence)
  if (!proof.ok) return proof
  const [ticket] = visit.tasks.length > 0 ? [] : visit.tickets
  const minutes = minutesBetween(state.value.arrival.at, at)
  return ok([
    visitEvents.noAccess.of({
      ...identity(visit),
      absence: { ...absence, at },
      shares: [{ ...(ticket && { ticket }), minutes }],
      tickets: visit.tickets,
    }),
  ])
}

/** An absent client is proven by a photo. */
export const proven = (absence: Omit<Absence, 'at'>): Result<true> =>
  absence.reason === 'client-absent' && !absence.photo
    ? invalid('field-service.photo-needed', 'that the client was absent needs a photo of the place')
    : ok(true)
