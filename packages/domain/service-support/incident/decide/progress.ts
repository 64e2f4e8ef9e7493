import { invalid, ok, type Result } from '../../../kernel/result.ts'
import { type Instant, isBefore } from '../../../kernel/time.ts'
import { lastWait, pauseClocks, rebaseClocks, resumeClocks } from '../../../service-delivery/service-level/index.ts'
import { type TicketEvent, ticketEvents } from '../events.ts'
import { type Level, type Priority, type PriorityMatrix, priorityOf } from '../priority.ts'
import { type ServicePolicy, serviceChange, unchanged } from '../service.ts'
import type { Ticket, WaitingOn, Who } from '../ticket.ts'
import { about, checkFact, checkNotClosed, checkTransition, clockFacts, type Doing, who } from './facts.ts'

/** Somebody works on it; `reason` says what it depends on while the clocks go on. */
export function startTicket(ticket: Ticket, env: Doing, input: { reason?: string; at?: Instant } = {}): Result<TicketEvent[]> {
  const at = input.at ?? env.now
  const refused = checkTransition(ticket, 'start') ?? checkFact(ticket, at, env)
  return (
    refused ?? ok([ticketEvents.ticketStarted.of({ ...about(ticket, at, env), ...(input.reason && { reason: input.reason }) })])
  )
}

/**
 * The ticket waits, for a reason that the client sees. Whether a clock stops is the contract's word. A wait recorded late must
 * fit the order of the log (`clock.out-of-order`).
 */
export function wait(
  ticket: Ticket,
  input: { on: WaitingOn; reason: string; whom?: string; at?: Instant },
  env: Doing,
  policy: ServicePolicy | undefined,
): Result<TicketEvent[]> {
  const at = input.at ?? env.now
  const refused = checkTransition(ticket, 'wait') ?? checkFact(ticket, at, env)
  if (refused) return refused
  const decision = pauseClocks(ticket.clocks, { at, reason: input.on, by: env.actor.name })
  if (!decision.ok) return decision
  const waiting = {
    on: input.on,
    reason: input.reason,
    ...(input.whom && { whom: input.whom }),
    by: who(env),
    since: at,
    pauses: decision.value.changes.some(change => change.change === 'logged' && change.entry.do === 'pause'),
  }
  return ok([
    ticketEvents.ticketWaiting.of({
      ...about(ticket, at, env),
      waiting,
      service: serviceChange(ticket, decision.value, policy, env.now),
    }),
  ])
}

/** What was waited for is there, or the ticket needn't wait any longer. */
export function resume(
  ticket: Ticket,
  env: Doing,
  policy: ServicePolicy | undefined,
  input: { reason?: string; at?: Instant } = {},
): Result<TicketEvent[]> {
  const at = input.at ?? env.now
  const refused = checkTransition(ticket, 'resume') ?? checkFact(ticket, at, env)
  if (refused) return refused
  const decision = resumeClocks(ticket.clocks, {
    at,
    by: env.actor.name,
    ...(input.reason && { reason: input.reason.slice(0, 200) }),
  })
  if (!decision.ok) return decision
  return ok([
    ticketEvents.ticketResumed.of({
      ...about(ticket, at, env),
      ...(input.reason && { reason: input.reason }),
      service: serviceChange(ticket, decision.value, policy, env.now),
    }),
  ])
}

export function assign(
  ticket: Ticket,
  input: { team?: string; assignee?: Who | null; at?: Instant },
  env: Doing,
): Result<TicketEvent[]> {
  const at = input.at ?? env.now
  const refused = checkNotClosed(ticket) ?? checkFact(ticket, at, env)
  if (refused) return refused
  const team = input.team ?? ticket.team
  const assignee = input.assignee === undefined ? (ticket.assignee ?? null) : input.assignee
  if (team === ticket.team && assignee?.id === ticket.assignee?.id) return ok([])
  return ok([ticketEvents.ticketAssigned.of({ ...about(ticket, at, env), team, assignee })])
}

export function setLabels(ticket: Ticket, labels: string[], env: Doing): Result<TicketEvent[]> {
  const unique = [...new Set(labels)]
  return ok([ticketEvents.labelsSet.of({ ...about(ticket, env.now, env), labels: unique })])
}

/** By impact and urgency through the matrix, or as an import gives it. Rows that depend on priority re-base the clocks. */
export function setPriority(
  ticket: Ticket,
  input: { impact: Level; urgency: Level; matrix: PriorityMatrix } | { priority: Priority; at?: Instant },
  env: Doing,
  policy: ServicePolicy | undefined,
): Result<TicketEvent[]> {
  const given = 'priority' in input
  const at = given ? (input.at ?? env.now) : env.now
  const refused = given ? checkFact(ticket, at, env) : checkNotClosed(ticket)
  if (refused) return refused
  const priority = given ? input.priority : priorityOf(input.matrix, input.impact, input.urgency)
  const next = { ...ticket, priority }
  const decision = policy?.targets.some(({ when }) => when.priority !== undefined)
    ? rebaseClocks(ticket.clocks, policy.targets, policy.calendar, clockFacts(next, policy), {
        at: env.now,
        by: env.actor.name,
        reason: 'priority',
      })
    : unchanged(ticket.clocks)
  return ok([
    ticketEvents.prioritySet.of({
      ...about(ticket, at, env),
      ...(!given && { impact: input.impact, urgency: input.urgency }),
      priority,
      priorityFrom: given ? 'given' : 'matrix',
      service: serviceChange(next, decision, policy, env.now),
    }),
  ])
}

/** What happened since the last line about waiting: facts that stop or reopen clocks may not lie before it. */
export function checkOrder(ticket: Ticket, at: Instant): Result<never> | undefined {
  const last = lastWait(ticket.clocks)
  return last && isBefore(at, last.at)
    ? invalid('clock.out-of-order', `${at} lies before the wait of ${last.at}`, { at, last: last.at })
    : undefined
}
