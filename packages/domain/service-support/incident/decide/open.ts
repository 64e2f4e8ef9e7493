import type { z } from 'zod'
import { invalid, ok, type Result } from '../../../kernel/result.ts'
import { type Instant, isAfter } from '../../../kernel/time.ts'
import { noClocks, startClocks } from '../../../service-delivery/service-level/index.ts'
import { type TicketEvent, ticketEvents } from '../events.ts'
import { type Level, type Priority, type PriorityMatrix, priorityOf } from '../priority.ts'
import { type ServicePolicy, serviceChange, unchanged } from '../service.ts'
import { agreedSeverity, type Side } from '../severity.ts'
import type { Imported, Pinned, Requester, ScopeOutcome, TextRef, Who } from '../ticket.ts'
import { clockFacts, type Doing, who } from './facts.ts'
import { checkOpinion, type SeverityInput } from './severity.ts'

export type OpenTicket = {
  kind: 'incident' | 'request'
  channel: 'portal' | 'phone' | 'visit' | 'import'
  /** When the client asked; now where it isn't given. */
  requestedAt?: Instant
  subject: string
  body?: TextRef
  site?: string
  device?: string
  impact?: Level
  urgency?: Level
  /** Only an import has one of its own. */
  priority?: Priority
  severity?: SeverityInput & { side: Side }
  labels?: string[]
  assignee?: Who
}

/** What the shell looked up for a new ticket. */
export type OpenFacts = {
  client: string
  number: string
  team: string
  requester: z.infer<typeof Requester>
  contract: Pinned
  policy: ServicePolicy | undefined
  scope: ScopeOutcome
  matrix: PriorityMatrix
  imported?: z.infer<typeof Imported>
}

/**
 * A new ticket with its clocks. The request may lie before the moment it is logged, never after it. A severe fault is of high
 * impact and urgency unless said otherwise. Out of scope: no clock, a quote comes first.
 */
export function openTicket(input: OpenTicket, facts: OpenFacts, env: Doing): Result<TicketEvent[]> {
  const requestedAt = input.requestedAt ?? env.now
  if (isAfter(requestedAt, env.now))
    return invalid('incident.future', `the request of ${requestedAt} lies after now, ${env.now}`, {
      at: requestedAt,
      now: env.now,
    })
  const opinion = input.severity && checkOpinion(input.severity, requestedAt, env)
  if (opinion && !opinion.ok) return opinion
  const severity = opinion && input.severity ? { [input.severity.side]: opinion.value } : {}
  const level = agreedSeverity(severity) === 'severe' ? 'high' : 'medium'
  const impact = input.impact ?? level
  const urgency = input.urgency ?? level
  const given = input.priority !== undefined
  const ticket = {
    requestedAt,
    severity,
    priority: input.priority ?? priorityOf(facts.matrix, impact, urgency),
    scope: facts.scope,
    contract: facts.contract,
    onSite: [],
    quotes: [],
    cycle: 1,
    ...(facts.imported && { imported: facts.imported }),
  }
  const { policy } = facts
  const doing = { at: env.now, by: env.actor.name }
  const decision = policy
    ? startClocks(noClocks, policy.targets, policy.calendar, clockFacts(ticket, policy), doing)
    : unchanged(noClocks)
  return ok([
    ticketEvents.ticketOpened.of({
      client: facts.client,
      ticket: facts.number,
      at: env.now,
      by: who(env),
      ...(env.original && { original: env.original }),
      kind: input.kind,
      channel: input.channel,
      requestedAt,
      requester: facts.requester,
      ...(input.site && { site: input.site }),
      ...(input.device && { device: input.device }),
      subject: input.subject,
      ...(input.body && { body: input.body }),
      ...(given ? { ...(input.impact && { impact }), ...(input.urgency && { urgency }) } : { impact, urgency }),
      priority: ticket.priority,
      priorityFrom: given ? 'given' : 'matrix',
      severity,
      team: facts.team,
      ...(input.assignee && { assignee: input.assignee }),
      labels: input.labels ?? [],
      contract: facts.contract,
      scope: facts.scope,
      ...(facts.imported && { imported: facts.imported }),
      service: serviceChange(ticket, decision, policy, env.now),
    }),
  ])
}
