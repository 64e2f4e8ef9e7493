import type { Env } from '../../../kernel/aggregate.ts'
import { invalid, ok, type Result } from '../../../kernel/result.ts'
import { isBefore, type LocalDate, localDateOf, monthOf } from '../../../kernel/time.ts'
import { type VisitEvent, visitEvents } from '../events.ts'
import type { NoteRef } from '../task.ts'
import type { Technician, Visit, VisitOrder, Window } from '../visit.ts'
import { allowed } from './facts.ts'

type Identity = { visit: string; client: string }
export type Appointment = { technician: Technician; date: LocalDate; window?: Window }

/** A visit as the contract's month, a dispatch or a make-up asks for it; with a technician it is scheduled at once. */
export function planVisit(of: Identity, order: VisitOrder, appointment?: Omit<Appointment, 'date'>): Result<VisitEvent[]> {
  const window = checkedWindow(appointment?.window, order.date, order.zone)
  if (!window.ok) return window
  if (order.kind === 'ticket' && order.tickets.length === 0) {
    return invalid('field-service.no-ticket', 'a dispatch names the ticket it serves')
  }
  const planned = visitEvents.planned.of({ ...of, order })
  if (!appointment) return ok([planned])
  return ok([planned, visitEvents.scheduled.of({ ...of, date: order.date, ...appointment })])
}

/** Names technician, day and window. A maintenance visit stays in its month; `workingDay` is the contract calendar's answer. */
export function scheduleVisit(visit: Visit, to: Appointment, workingDay: boolean): Result<VisitEvent[]> {
  const state = allowed(visit, 'schedule', 'planned', 'scheduled')
  if (!state.ok) return state
  const day = checkedDay(visit, to.date, workingDay)
  if (!day.ok) return day
  const window = checkedWindow(to.window, to.date, visit.zone)
  if (!window.ok) return window
  return ok([visitEvents.scheduled.of({ ...identity(visit), ...to })])
}

type Moving = { date: LocalDate; window?: Window; asked: 'client' | 'provider'; note: NoteRef }

/** Another day, with who asked for it and why: a visit that wanders is visible to both sides. */
export function moveVisit(
  visit: Visit,
  to: Moving,
  reads: { workingDay: boolean; provisional: boolean },
  env: Env,
): Result<VisitEvent[]> {
  const state = allowed(visit, 'move', 'planned', 'scheduled')
  if (!state.ok) return state
  const day = checkedDay(visit, to.date, reads.workingDay)
  if (!day.ok) return day
  const window = checkedWindow(to.window, to.date, visit.zone)
  if (!window.ok) return window
  return ok([visitEvents.moved.of({ ...identity(visit), ...to, provisional: reads.provisional, by: env.actor, at: env.now })])
}

/** A visit may serve several tickets of its site; it cannot be joined once it is over. */
export function joinTicket(visit: Visit, ticket: string): Result<VisitEvent[]> {
  if (!['planned', 'scheduled', 'travelling', 'on-site'].includes(visit.status)) {
    return invalid('field-service.over', `visit ${visit.id} is ${visit.status}; dispatch another one`)
  }
  return ok(visit.tickets.includes(ticket) ? [] : [visitEvents.ticketJoined.of({ ...identity(visit), ticket })])
}

export function cancelVisit(visit: Visit, why: { asked: 'client' | 'provider'; note: NoteRef }, env: Env): Result<VisitEvent[]> {
  const state = allowed(visit, 'cancel', 'planned', 'scheduled', 'travelling')
  if (!state.ok) return state
  const at = { by: env.actor, at: env.now, tickets: visit.tickets }
  return ok([visitEvents.cancelled.of({ ...identity(visit), ...why, ...at })])
}

export const identity = ({ id, client }: Visit): Identity => ({ visit: id, client })

function checkedDay(visit: Visit, date: LocalDate, workingDay: boolean): Result<true> {
  if (visit.month && monthOf(date) !== visit.month) {
    return invalid('field-service.outside-month', `the maintenance of ${visit.month} is done within it, not on ${date}`, {
      month: visit.month,
      date,
    })
  }
  if (visit.kind === 'planned' && !workingDay) {
    return invalid('field-service.no-working-day', `${date} is no working day of the contract`, { date })
  }
  return ok(true)
}

function checkedWindow(window: Window | undefined, date: LocalDate, zone: string): Result<true> {
  if (!window) return ok(true)
  if (!isBefore(window.from, window.to)) return invalid('field-service.window', 'the window ends after it begins')
  if (localDateOf(window.from, zone) !== date) {
    return invalid('field-service.window-day', `the window begins on ${localDateOf(window.from, zone)}, not on ${date}`, { date })
  }
  return ok(true)
}
