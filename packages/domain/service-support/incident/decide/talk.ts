import type { FileRef } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import { resumeClocks, stopClocks } from '../../../service-delivery/service-level/index.ts'
import { type TicketEvent, ticketEvents } from '../events.ts'
import { type ServicePolicy, serviceChange, unchanged } from '../service.ts'
import type { TextRef, Ticket, WorkEntry } from '../ticket.ts'
import { about, checkFact, checkNotClosed, type Doing, who } from './facts.ts'

/**
 * Words of a person. The provider's first answer fulfils "respond"; automatic actions never come here. Working on a new ticket
 * begins with the answer; the client's answer ends a wait for the client.
 */
export function reply(
  ticket: Ticket,
  side: 'client' | 'provider',
  body: TextRef,
  env: Doing,
  policy: ServicePolicy | undefined,
): Result<TicketEvent[]> {
  const closed = checkNotClosed(ticket)
  if (closed) return closed
  const decision =
    side === 'provider'
      ? stopClocks(ticket.clocks, { promise: 'respond', at: env.now, by: env.actor.name })
      : ok(unchanged(ticket.clocks))
  if (!decision.ok) return decision
  const fact = about(ticket, env.now, env)
  const replied = ticketEvents.ticketReplied.of({
    ...fact,
    body,
    side,
    service: serviceChange(ticket, decision.value, policy, env.now),
  })
  if (side === 'provider') return ok([replied, ...(ticket.status === 'new' ? [ticketEvents.ticketStarted.of(fact)] : [])])
  if (ticket.status !== 'waiting' || ticket.waiting.on !== 'client') return ok([replied])
  const resumed = resumeClocks(ticket.clocks, { at: env.now, by: env.actor.name, reason: 'client-replied' })
  if (!resumed.ok) return resumed
  return ok([replied, ticketEvents.ticketResumed.of({ ...fact, service: serviceChange(ticket, resumed.value, policy, env.now) })])
}

/** Evidence of a broken duty of the client. The contract names no consequence, so coverage and clocks stay as they are. */
export function recordDutyBreach(
  ticket: Ticket,
  input: { clause: string; note: TextRef; evidence: FileRef[]; at?: Instant },
  env: Doing,
): Result<TicketEvent[]> {
  const at = input.at ?? env.now
  const refused = checkFact(ticket, at, env)
  if (refused) return refused
  const breach = { clause: input.clause, note: input.note, evidence: input.evidence, at, by: who(env) }
  return ok([ticketEvents.dutyBreachRecorded.of({ ...about(ticket, at, env), breach })])
}

/** Work on the ticket has its source item in the same commit; the ticket knows where. Working on a new ticket begins it. */
export function noteWork(ticket: Ticket, entry: Pick<WorkEntry, 'work' | 'kind' | 'minutes'>, env: Doing): Result<TicketEvent[]> {
  const fact = about(ticket, env.now, env)
  const recorded = ticketEvents.workRecorded.of({ ...fact, entry: { ...entry, by: who(env), at: env.now } })
  return ok([recorded, ...(ticket.status === 'new' ? [ticketEvents.ticketStarted.of(fact)] : [])])
}
