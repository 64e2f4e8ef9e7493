import { unwrap } from '../../../kernel/result.ts'
import { type Instant, isAfter } from '../../../kernel/time.ts'
import { clockTimers, fireClockTimer } from '../../../service-delivery/service-level/index.ts'
import { type TicketEvent, ticketEvents } from '../events.ts'
import { evolve } from '../evolve.ts'
import { type ServicePolicy, serviceChange } from '../service.ts'
import { openQuote, type Ticket } from '../ticket.ts'
import { autoClose } from './end.ts'
import { about } from './facts.ts'
import { expireQuote } from './scope.ts'

const actor = { kind: 'timer', id: 'timer', name: 'timer' } as const

/**
 * Everything due up to `to`, in order, each as of its own instant. What is due is worked out from the log as it stands, so a
 * paused clock fires nothing whatever the stored timer said.
 */
export function advance(ticket: Ticket, to: Instant, policy: ServicePolicy | undefined): { at: Instant; event: TicketEvent }[] {
  const fired: { at: Instant; event: TicketEvent }[] = []
  let state = ticket
  for (let next = due(state, to, policy); next; next = due(state, to, policy)) {
    fired.push(next)
    state = evolve(state, next.event, { at: next.at })
  }
  return fired
}

function due(ticket: Ticket, to: Instant, policy: ServicePolicy | undefined): { at: Instant; event: TicketEvent } | undefined {
  const since = ticket.imported?.importedAt
  const clock = policy && clockTimers(ticket.clocks, policy.calendar, since)[0]
  const quote = ticket.status === 'closed' ? undefined : openQuote(ticket)
  const closes = ticket.status === 'resolved' && !past(ticket.autoClose?.at, since) ? ticket.autoClose : undefined
  const first = [clock?.at, quote?.expiresAt, closes?.at].reduce((a, b) => (a && (!b || !isAfter(a, b)) ? a : b), undefined)
  if (first === undefined || isAfter(first, to)) return undefined
  const env = { now: first, actor }
  if (policy && clock?.at === first) {
    const service = serviceChange(ticket, fireClockTimer(ticket.clocks, clock), policy, first)
    return {
      at: first,
      event: ticketEvents.clocksAdvanced.of({ ...about(ticket, first, env), service, fired: clock.kind, clock: clock.clock }),
    }
  }
  if (quote?.expiresAt === first) return { at: first, event: expireQuote(ticket, quote, env, policy) }
  return { at: first, event: unwrap(autoClose(ticket, env, policy))[0]! }
}

const past = (at: Instant | undefined, since: Instant | undefined) =>
  at !== undefined && since !== undefined && !isAfter(at, since)
