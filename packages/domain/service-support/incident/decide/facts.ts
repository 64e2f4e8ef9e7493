import type { Env } from '../../../kernel/aggregate.ts'
import { conflict, invalid, type Result } from '../../../kernel/result.ts'
import { type Instant, isAfter, isBefore } from '../../../kernel/time.ts'
import type { ClockFacts } from '../../../service-delivery/service-level/index.ts'
import type { ServicePolicy } from '../service.ts'
import { severityFacts } from '../severity.ts'
import { mayGo, type TicketTransition } from '../states.ts'
import { currentOnSite, type Ticket, type Who } from '../ticket.ts'

/** Time and actor of a command; `original` is the wall time in the log that an import reads. */
export type Doing = Pick<Env, 'now' | 'actor'> & { original?: string }

export const who = ({ actor }: Pick<Doing, 'actor'>): Who => ({ id: actor.id, name: actor.name })

/** What every event of a ticket carries. */
export const about = (ticket: Pick<Ticket, 'client' | 'number'>, at: Instant, env: Doing) => ({
  client: ticket.client,
  ticket: ticket.number,
  at,
  by: who(env),
  ...(env.original && { original: env.original }),
})

/** Facts may be recorded late; they are never in the future of business time and never before the client asked. */
export function checkFact(ticket: Pick<Ticket, 'requestedAt' | 'number'>, at: Instant, env: Doing): Result<never> | undefined {
  if (isAfter(at, env.now)) return invalid('incident.future', `${at} lies after now, ${env.now}`, { at, now: env.now })
  if (isBefore(at, ticket.requestedAt))
    return invalid('incident.before-request', `${at} lies before the request of ${ticket.requestedAt}`, {
      at,
      requestedAt: ticket.requestedAt,
    })
  return undefined
}

export const checkTransition = (ticket: Ticket, command: TicketTransition): Result<never> | undefined =>
  mayGo(ticket.status, command)
    ? undefined
    : conflict('incident.wrong-state', `${ticket.number} is ${ticket.status}: ${command} is not possible`, {
        status: ticket.status,
        command,
      })

export const checkNotClosed = (ticket: Ticket): Result<never> | undefined =>
  ticket.status === 'closed'
    ? conflict('incident.closed', `${ticket.number} is closed; reopen it first`, { status: ticket.status })
    : undefined

/** What the contract's rows ask of the ticket. */
export function clockFacts(
  ticket: Pick<Ticket, 'requestedAt' | 'severity' | 'priority' | 'scope' | 'onSite' | 'cycle'>,
  policy: ServicePolicy,
): ClockFacts {
  const onSite = currentOnSite(ticket)
  return {
    requestedAt: ticket.requestedAt,
    ...(onSite && { onSiteRequestedAt: onSite.requestedAt }),
    severity: severityFacts(ticket.severity),
    priority: ticket.priority,
    ...(policy.siteArrivalMinutes !== undefined && { siteArrivalMinutes: policy.siteArrivalMinutes }),
    outOfScope: ticket.scope.outcome === 'out-of-scope',
  }
}
