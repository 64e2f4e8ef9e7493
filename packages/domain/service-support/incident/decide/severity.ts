import { invalid, ok, type Result } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import { rebaseClocks, type Severity } from '../../../service-delivery/service-level/index.ts'
import { type TicketEvent, ticketEvents } from '../events.ts'
import { type ServicePolicy, serviceChange, unchanged } from '../service.ts'
import type { SeverityOpinion, Side } from '../severity.ts'
import type { Ticket } from '../ticket.ts'
import { about, checkNotClosed, clockFacts, type Doing, who } from './facts.ts'

export type SeverityInput = { severity: Severity; wholeNetworkDown: boolean; note?: string }

/** A view without its basis is none: severe means that the whole network is unable to work. */
export function checkOpinion(input: SeverityInput, at: Instant, env: Doing): Result<SeverityOpinion> {
  if (input.severity === 'severe' && !input.wholeNetworkDown)
    return invalid('incident.severe-without-basis', 'a fault is severe when the whole network is unable to work (3(7))')
  const { severity, wholeNetworkDown, note } = input
  return ok({ severity, wholeNetworkDown, ...(note && { note }), by: who(env), at })
}

/**
 * One side states its view, or yields by stating the other's. Clocks are re-based as if it had been known from the request on;
 * while the views differ they run under both.
 */
export function stateSeverity(
  ticket: Ticket,
  side: Side,
  input: SeverityInput,
  env: Doing,
  policy: ServicePolicy | undefined,
): Result<TicketEvent[]> {
  const closed = checkNotClosed(ticket)
  if (closed) return closed
  const opinion = checkOpinion(input, env.now, env)
  if (!opinion.ok) return opinion
  const severity = { ...ticket.severity, [side]: opinion.value }
  const decision = policy
    ? rebaseClocks(ticket.clocks, policy.targets, policy.calendar, clockFacts({ ...ticket, severity }, policy), {
        at: env.now,
        by: env.actor.name,
        reason: 'severity',
      })
    : unchanged(ticket.clocks)
  const service = serviceChange(ticket, decision, policy, env.now)
  return ok([ticketEvents.severityStated.of({ ...about(ticket, env.now, env), side, opinion: opinion.value, service })])
}
