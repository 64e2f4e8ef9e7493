import { invalid, ok, type Result } from '../../../kernel/result.ts'
import { type Instant, isAfter, isBefore, localDateOf } from '../../../kernel/time.ts'
import { deciding } from '../../../service-delivery/service-level/clocks/clock-set.ts'
import {
  addBusinessDays,
  brokenFrom,
  type Calendar,
  type ClockDecision,
  type ClockSet,
  compileCalendar,
  isLive,
  isUnannounced,
  reopenClocks,
  stopClocks,
} from '../../../service-delivery/service-level/index.ts'
import { type TicketEvent, ticketEvents } from '../events.ts'
import { type ServicePolicy, serviceChange, unchanged } from '../service.ts'
import type { TextRef, Ticket } from '../ticket.ts'
import { about, checkFact, checkTransition, type Doing } from './facts.ts'
import { checkOrder } from './progress.ts'

/** Working days of the contract's calendar after which a resolved ticket closes by itself. */
export const autoCloseDays = 5

/** It works again since `restoredAt`, which may have been earlier than it is recorded. Promises stop there. */
export function resolve(
  ticket: Ticket,
  input: { restoredAt?: Instant; solution?: TextRef },
  env: Doing,
  policy: ServicePolicy | undefined,
): Result<TicketEvent[]> {
  const restoredAt = input.restoredAt ?? env.now
  const refused = checkTransition(ticket, 'resolve') ?? checkFact(ticket, restoredAt, env) ?? checkEnd(ticket, restoredAt)
  if (refused) return refused
  const decision = restored(ticket.clocks, restoredAt, env, policy)
  if (!decision.ok) return decision
  const autoClose = policy && autoCloseOf(policy.calendar, env.now)
  return ok([
    ticketEvents.ticketResolved.of({
      ...about(ticket, restoredAt, env),
      restoredAt,
      ...(input.solution && { solution: input.solution }),
      ...(autoClose && { autoClose }),
      service: serviceChange({ ...ticket, ...(autoClose && { autoClose }) }, decision.value, policy, env.now),
    }),
  ])
}

/** End of the fifth working day after the day of the resolution; without a contract there is no calendar and a person closes it. */
export function autoCloseOf(calendar: Calendar, resolvedAt: Instant): { at: Instant; provisional: boolean } {
  const at = addBusinessDays(calendar, resolvedAt, autoCloseDays, { endOfDay: true })
  const { timezone, publicHolidays } = compileCalendar(calendar).calendar
  return { at, provisional: publicHolidays !== undefined && isUnannounced(localDateOf(at, timezone)) }
}

/** The client is content. */
export function confirm(ticket: Ticket, env: Doing, policy: ServicePolicy | undefined): Result<TicketEvent[]> {
  return checkTransition(ticket, 'confirm') ?? ok([closedEvent(ticket, 'confirmed', env, policy, unchanged(ticket.clocks))])
}

/**
 * The desk closes it, or the client withdraws what it asked for. A withdrawn request leaves nothing to keep: what still
 * runs is cancelled. Closing what was never resolved counts as restored at that moment.
 */
export function close(
  ticket: Ticket,
  input: { how: 'by-desk' | 'withdrawn'; reason?: string; at?: Instant },
  env: Doing,
  policy: ServicePolicy | undefined,
): Result<TicketEvent[]> {
  const at = input.at ?? env.now
  const refused = checkTransition(ticket, 'close') ?? checkFact(ticket, at, env)
  if (refused) return refused
  if (ticket.status === 'resolved') {
    if (isBefore(at, ticket.restoredAt)) return beforeRestored(at, ticket.restoredAt)
    return ok([closedEvent(ticket, input.how, env, policy, unchanged(ticket.clocks), { ...input, at })])
  }
  if (input.how === 'withdrawn') {
    const decision = withdrawn(ticket.clocks, at, env)
    return ok([closedEvent(ticket, input.how, env, policy, decision, { ...input, at })])
  }
  const ends = checkEnd(ticket, at)
  if (ends) return ends
  const decision = restored(ticket.clocks, at, env, policy)
  return decision.ok
    ? ok([closedEvent(ticket, input.how, env, policy, decision.value, { ...input, at, restoredAt: at })])
    : decision
}

/** It broke again, or was not right. The promise to restore starts anew; the result of the cycle before stands. */
export function reopen(
  ticket: Ticket,
  input: { reason?: string; at?: Instant },
  env: Doing,
  policy: ServicePolicy | undefined,
): Result<TicketEvent[]> {
  const at = input.at ?? env.now
  const refused = checkTransition(ticket, 'reopen') ?? checkFact(ticket, at, env)
  if (refused) return refused
  const ended =
    ticket.status === 'closed' ? (ticket.restoredAt ?? ticket.closedAt) : ticket.status === 'resolved' ? ticket.restoredAt : at
  if (isBefore(at, ended)) return beforeRestored(at, ended)
  const decision = reopenClocks(ticket.clocks, {
    at,
    by: env.actor.name,
    ...(input.reason && { reason: input.reason.slice(0, 200) }),
  })
  if (!decision.ok) return decision
  return ok([
    ticketEvents.ticketReopened.of({
      ...about(ticket, at, env),
      cycle: ticket.cycle + 1,
      ...(input.reason && { reason: input.reason }),
      service: serviceChange({ ...ticket, autoClose: undefined } as Ticket, decision.value, policy, env.now),
    }),
  ])
}

/** The timer's close, as of its own instant. */
export const autoClose = (ticket: Ticket, env: Doing, policy: ServicePolicy | undefined): Result<TicketEvent[]> =>
  checkTransition(ticket, 'auto-close') ?? ok([closedEvent(ticket, 'automatic', env, policy, unchanged(ticket.clocks))])

function closedEvent(
  ticket: Ticket,
  how: 'confirmed' | 'automatic' | 'by-desk' | 'withdrawn',
  env: Doing,
  policy: ServicePolicy | undefined,
  decision: ClockDecision,
  more: { at?: Instant; reason?: string; restoredAt?: Instant } = {},
): TicketEvent {
  const quotes = ticket.quotes.filter(({ state }) => state !== 'asked')
  const { autoClose: _autoClose, ...after } = { autoClose: undefined, ...ticket, quotes }
  return ticketEvents.ticketClosed.of({
    ...about(ticket, more.at ?? env.now, env),
    how,
    ...(more.restoredAt && { restoredAt: more.restoredAt }),
    ...(more.reason && { reason: more.reason }),
    service: serviceChange(after, decision, policy, env.now),
  })
}

/**
 * Restoring ends every promise. Somebody who was to come and needn't any more: the arrival is cancelled if it was still in time,
 * a broken promise stays broken. An answer nobody gave before is given by the solution.
 */
function restored(set: ClockSet, at: Instant, env: Doing, policy: ServicePolicy | undefined): Result<ClockDecision> {
  const by = env.actor.name
  const answered = stopClocks(set, { promise: 'respond', at, by })
  if (!answered.ok) return answered
  const ended = stopClocks(answered.value.clocks, { promise: 'restore', at, by })
  if (!ended.ok) return ended
  const arrival = deciding(ended.value.clocks)
  for (const clock of ended.value.clocks.clocks.filter(known => known.promise === 'arrival' && isLive(known))) {
    const broken = policy && brokenFrom(clock, policy.calendar)
    const late = broken !== undefined && !isAfter(broken, at)
    const entry = late
      ? ({ at, do: 'stop', by } as const)
      : ({ at, do: 'cancel', reason: 'restored-without-arrival', by } as const)
    arrival.add({ change: 'logged', clock: clock.id, entry })
  }
  for (const join of ended.value.clocks.joins)
    arrival.add({ change: 'join-dropped', join: join.id, reason: 'restored-without-arrival' })
  const { clocks, changes } = arrival.done()
  return ok({ clocks, changes: [...answered.value.changes, ...ended.value.changes, ...changes] })
}

/** Promises still to be kept end with the request; those kept or broken before stand. */
function withdrawn(set: ClockSet, at: Instant, env: Doing): ClockDecision {
  const decision = deciding(set)
  for (const clock of set.clocks.filter(isLive)) {
    const entry = { at, do: 'cancel', reason: 'withdrawn', by: env.actor.name } as const
    decision.add({ change: 'logged', clock: clock.id, entry })
  }
  for (const join of set.joins) decision.add({ change: 'join-dropped', join: join.id, reason: 'withdrawn' })
  return decision.done()
}

/** What ends the promises may not lie before the last wait, the last reopening, or an arrival. */
function checkEnd(ticket: Ticket, at: Instant): Result<never> | undefined {
  const arrived = ticket.onSite.find(({ cycle }) => cycle === ticket.cycle)?.arrivedAt
  if (arrived && isBefore(at, arrived))
    return invalid('incident.before-arrival', `${at} lies before the arrival of ${arrived}`, { at, arrivedAt: arrived })
  return checkOrder(ticket, at)
}

const beforeRestored = (at: Instant, restoredAt: Instant) =>
  invalid('incident.before-restored', `${at} lies before the resolution of ${restoredAt}`, { at, restoredAt })
