import { conflict, invalid, ok, type Result } from '../../../kernel/result.ts'
import { type Instant, isAfter } from '../../../kernel/time.ts'
import { cancelClocks, rebaseClocks, startClocks } from '../../../service-delivery/service-level/index.ts'
import { type TicketEvent, ticketEvents } from '../events.ts'
import type { Quote, QuoteMode } from '../quote.ts'
import { type ServicePolicy, serviceChange, unchanged } from '../service.ts'
import { openQuote, type Pinned, type ScopeOutcome, type Ticket } from '../ticket.ts'
import { about, checkNotClosed, clockFacts, type Doing, who } from './facts.ts'

/** A person decides whether the work is in the contract. Out of scope has no clock (2(5)); back in scope, clocks count from the request. */
export function decideScope(
  ticket: Ticket,
  input: { outcome: 'covered' | 'out-of-scope'; clause?: string; reason: string },
  env: Doing,
  policy: ServicePolicy | undefined,
): Result<TicketEvent[]> {
  const closed = checkNotClosed(ticket)
  if (closed) return closed
  if (ticket.scope.outcome === input.outcome && ticket.scope.clause === input.clause)
    return conflict('incident.scope-same', `${ticket.number} is ${input.outcome} already`, { outcome: input.outcome })
  const scope: ScopeOutcome = { ...input, by: who(env), at: env.now }
  const next = { ...ticket, scope }
  const removal = { at: env.now, reason: 'out-of-scope', ...(input.clause && { clause: input.clause }), by: env.actor.name }
  const decision =
    input.outcome === 'out-of-scope'
      ? cancelClocks(ticket.clocks, removal)
      : policy && ticket.scope.outcome === 'out-of-scope'
        ? rebaseClocks(ticket.clocks, policy.targets, policy.calendar, clockFacts(next, policy), {
            at: env.now,
            by: env.actor.name,
          })
        : unchanged(ticket.clocks)
  return ok([
    ticketEvents.scopeDecided.of({
      ...about(ticket, env.now, env),
      scope,
      service: serviceChange(next, decision, policy, env.now),
    }),
  ])
}

/** Where no contract, or several, would apply: a person names one. Its promises count from the request. */
export function chooseContract(
  ticket: Ticket,
  input: { contract: Extract<Pinned, { outcome: 'chosen' }>; scope: ScopeOutcome },
  env: Doing,
  policy: ServicePolicy,
): Result<TicketEvent[]> {
  const closed = checkNotClosed(ticket)
  if (closed) return closed
  if (ticket.contract.outcome === 'chosen')
    return conflict('incident.contract-pinned', `${ticket.number} is under ${ticket.contract.number}`)
  const next = { ...ticket, ...input }
  const decision = startClocks(ticket.clocks, policy.targets, policy.calendar, clockFacts(next, policy), {
    at: env.now,
    by: env.actor.name,
  })
  return ok([
    ticketEvents.contractChosen.of({
      ...about(ticket, env.now, env),
      ...input,
      service: serviceChange(next, decision, policy, env.now),
    }),
  ])
}

export type AskQuote = { id: string; text: string; price: QuoteMode; expiresAt: Instant }

/** An offer for work outside the contract: first the quote, then the client's approval, then the work (2(3)(2), 2(5)). */
export function askQuote(
  ticket: Ticket,
  input: AskQuote,
  env: Doing,
  policy: ServicePolicy | undefined,
  /** Of the contract that the ticket is under; a ticket under none may be quoted in any. */
  currency?: string,
): Result<TicketEvent[]> {
  const closed = checkNotClosed(ticket)
  if (closed) return closed
  if (ticket.scope.outcome !== 'out-of-scope')
    return conflict('incident.in-scope', `${ticket.number} is not out of scope: nothing to quote`)
  if (openQuote(ticket)) return conflict('incident.quote-open', 'a quote waits for its answer already')
  if (!isAfter(input.expiresAt, env.now))
    return invalid('incident.quote-expiry', 'a quote expires in the future', { expiresAt: input.expiresAt })
  const other = input.price.mode === 'time-and-material' ? undefined : input.price.amount.currency
  if (currency && other && other !== currency)
    return invalid('incident.quote-currency', `the contract is in ${currency}, the quote in ${other}`, { currency, other })
  const quote: Quote = { ...input, askedBy: who(env), askedAt: env.now, state: 'asked' }
  const service = serviceChange({ ...ticket, quotes: [...ticket.quotes, quote] }, unchanged(ticket.clocks), policy, env.now)
  return ok([ticketEvents.quoteAsked.of({ ...about(ticket, env.now, env), quote, service })])
}

type Answer = { quote: string; state: 'accepted' | 'declined'; how: 'portal' | 'portal-phone'; note?: string }

/** The client's own person approves or declines, in time. */
export function answerQuote(ticket: Ticket, input: Answer, env: Doing, policy: ServicePolicy | undefined): Result<TicketEvent[]> {
  const closed = checkNotClosed(ticket)
  if (closed) return closed
  const quote = ticket.quotes.find(({ id }) => id === input.quote)
  if (!quote) return invalid('incident.no-quote', `${ticket.number} has no quote ${input.quote}`)
  if (quote.state !== 'asked') return conflict('incident.quote-answered', `the quote is ${quote.state}`, { state: quote.state })
  if (isAfter(env.now, quote.expiresAt))
    return conflict('incident.quote-expired', `the quote expired at ${quote.expiresAt}`, { expiresAt: quote.expiresAt })
  const answer = { at: env.now, by: who(env), how: input.how, ...(input.note && { note: input.note }) }
  return ok([answered(ticket, { ...quote, state: input.state, answer }, env, policy)])
}

/** Nobody answered in time. */
export const expireQuote = (ticket: Ticket, quote: Quote, env: Doing, policy: ServicePolicy | undefined): TicketEvent =>
  answered(ticket, { ...quote, state: 'expired' }, env, policy)

function answered(ticket: Ticket, quote: Quote, env: Doing, policy: ServicePolicy | undefined): TicketEvent {
  const after = { ...ticket, quotes: ticket.quotes.map(known => (known.id === quote.id ? quote : known)) }
  const service = serviceChange(after, unchanged(ticket.clocks), policy, env.now)
  return ticketEvents.quoteAnswered.of({ ...about(ticket, env.now, env), quote, service })
}
