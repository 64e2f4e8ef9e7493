import { conflict, invalid, ok, type Result } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/time.ts'
import { strikePause } from '../../../service-delivery/service-level/index.ts'
import { type TicketEvent, ticketEvents } from '../events.ts'
import { type ServicePolicy, serviceChange, unchanged } from '../service.ts'
import type { Ticket } from '../ticket.ts'
import { about, type Doing } from './facts.ts'

/** The client does not accept that a clock stands still. It is recorded and shown; the clock's log waits for staff's decision. */
export function contestPause(ticket: Ticket, text: string, env: Doing): Result<TicketEvent[]> {
  if (ticket.status !== 'waiting') return invalid('incident.not-waiting', `${ticket.number} does not wait for anybody`)
  if (ticket.waiting.contested) return invalid('incident.contested', 'this pause is contested already')
  if (!ticket.waiting.pauses) return invalid('incident.no-pause', 'this wait stops no clock, so there is nothing to contest')
  return ok([ticketEvents.pauseContested.of({ ...about(ticket, env.now, env), text })])
}

/**
 * Staff answer a contested pause, with a reason that the client reads. Upheld, it stands. Struck, its time counts on every clock
 * that it held, so deadlines, warnings and results are those of a ticket that never waited; the log keeps both lines. A contest
 * may be decided after the wait is over, and once.
 */
export function decidePause(
  ticket: Ticket,
  input: { since: Instant; outcome: 'upheld' | 'struck'; reason: string },
  env: Doing,
  policy: ServicePolicy | undefined,
): Result<TicketEvent[]> {
  const { since, outcome, reason } = input
  const ofPause = ticket.contests?.filter(contest => contest.since === since) ?? []
  const contest = ofPause.find(({ decision }) => !decision)
  if (!contest)
    return ofPause.length > 0
      ? conflict('incident.contest-decided', `the pause of ${since} is decided already`, { since })
      : invalid('incident.no-contest', `nobody contests a pause of ${since}`, { since })
  const decision =
    outcome === 'struck'
      ? strikePause(ticket.clocks, { at: since, of: contest.on, reason, by: env.actor.name })
      : ok(unchanged(ticket.clocks))
  if (!decision.ok) return decision
  return ok([
    ticketEvents.pauseDecided.of({
      ...about(ticket, env.now, env),
      since,
      on: contest.on,
      outcome,
      reason,
      service: serviceChange(ticket, decision.value, policy, env.now),
    }),
  ])
}
