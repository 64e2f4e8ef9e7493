import { conflict, invalid, ok, type Result } from '../../../kernel/result.ts'
import { type Instant, isBefore } from '../../../kernel/time.ts'
import { startClocks, stopClocks } from '../../../service-delivery/service-level/index.ts'
import { type TicketEvent, ticketEvents } from '../events.ts'
import { type ServicePolicy, serviceChange, unchanged } from '../service.ts'
import { currentOnSite, isOpen, type Ticket } from '../ticket.ts'
import { about, checkFact, clockFacts, type Doing, who } from './facts.ts'

/** Somebody is asked to come: from here the promise of arrival counts (3(6), 3(7)). Without a site nobody knows where to. */
export function requestOnSite(
  ticket: Ticket,
  input: { at?: Instant },
  env: Doing,
  policy: ServicePolicy | undefined,
): Result<TicketEvent[]> {
  const at = input.at ?? env.now
  if (!isOpen(ticket)) return notOpen(ticket)
  const refused = checkFact(ticket, at, env)
  if (refused) return refused
  if (!ticket.site) return invalid('incident.site-needed', 'name the site before somebody is asked to come')
  if (currentOnSite(ticket)) return conflict('incident.on-site-requested', 'somebody is asked to come already')
  const onSite = { cycle: ticket.cycle, requestedAt: at }
  const after = { ...ticket, onSite: [...ticket.onSite, onSite] }
  const decision = policy
    ? startClocks(ticket.clocks, policy.targets, policy.calendar, clockFacts(after, policy), { at: env.now, by: env.actor.name })
    : unchanged(ticket.clocks)
  return ok([
    ticketEvents.onSiteRequested.of({
      ...about(ticket, at, env),
      onSite,
      service: serviceChange(after, decision, policy, env.now),
    }),
  ])
}

/** On site *and begun*. It may be recorded later than it happened. */
export function recordArrival(
  ticket: Ticket,
  arrivedAt: Instant,
  env: Doing,
  policy: ServicePolicy | undefined,
): Result<TicketEvent[]> {
  if (ticket.status === 'closed') return notOpen(ticket)
  const onSite = currentOnSite(ticket)
  if (!onSite) return conflict('incident.no-on-site-request', `nobody was asked to come for ${ticket.number}`)
  if (onSite.arrivedAt)
    return conflict('incident.arrived', `somebody arrived at ${onSite.arrivedAt}`, { arrivedAt: onSite.arrivedAt })
  const refused = checkFact(ticket, arrivedAt, env)
  if (refused) return refused
  if (isBefore(arrivedAt, onSite.requestedAt))
    return invalid('incident.before-on-site-request', `${arrivedAt} lies before the request of ${onSite.requestedAt}`, {
      at: arrivedAt,
      requestedAt: onSite.requestedAt,
    })
  const decision = stopClocks(ticket.clocks, { promise: 'arrival', at: arrivedAt, by: env.actor.name })
  if (!decision.ok) return decision
  const after = {
    ...ticket,
    onSite: ticket.onSite.map(known => (known === onSite ? { ...known, arrivedAt, by: who(env) } : known)),
  }
  const arrived = ticketEvents.arrived.of({
    ...about(ticket, arrivedAt, env),
    arrivedAt,
    service: serviceChange(after, decision.value, policy, env.now),
  })
  const started = ticket.status === 'new' ? [ticketEvents.ticketStarted.of(about(ticket, arrivedAt, env))] : []
  return ok([arrived, ...started])
}

const notOpen = (ticket: Ticket) =>
  conflict('incident.wrong-state', `${ticket.number} is ${ticket.status}: nobody can be sent`, { status: ticket.status })
