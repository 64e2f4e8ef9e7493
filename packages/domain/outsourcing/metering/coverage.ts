import { type Instant, isBefore, type LocalDate } from '../../kernel/time.ts'
import { type CoverageTerms, clauses } from './coverage-terms.ts'
import type { ItemState, RateSnapshot, Reason, StateOf, WaitingFor } from './item-state.ts'
import type { MeteringReasonKey } from './reasons.ts'
import type { PartItem, SourceItem, TimeEntry } from './source-item.ts'

/** What the ticket of the work says. `quote` is there once the client accepted it. */
export type TicketFacts = {
  outOfScope: boolean
  /** The clause of the client's duty that was breached, as recorded by the technician: evidence, never a charge. */
  dutyBreach?: string
  quote?: AcceptedQuote
}

/** A quote by time and material. `discount` replaces the contract's own where the discount card names another. */
export type AcceptedQuote = {
  id: string
  acceptedAt: Instant
  /** Its date in the client's billing zone, for work without a time of day. */
  acceptedOn: LocalDate
  /** The client accepted after the work and knew it. */
  coversEarlierWork?: boolean
  capMinor?: number
  discount?: string
}

/** No contract found, or more than one that fits: a person chooses, the system never does. */
export type NoTerms = 'none' | 'ambiguous'

/**
 * The state in which work is born, and again whenever a fact changes that it waits for. Work under clause 2 is covered, at night
 * and with its travel too, since the contract names no price for either; a breach of the client's duties 3(5) changes nothing.
 * Parts are charged at purchase cost with the supplier's receipt; monitors are repaired by quote alone; work outside the
 * contract needs a quote that the client accepted before the work began.
 */
export function decideCoverage(item: SourceItem, terms: CoverageTerms | NoTerms, facts: TicketFacts): ItemState {
  if (terms === 'none') return waiting('account-manager', 'no-contract')
  if (terms === 'ambiguous') return waiting('account-manager', 'contract-ambiguous')
  if (item.date < terms.term.from || item.date >= terms.term.to)
    return waiting('account-manager', 'outside-term', { date: item.date })
  switch (item.kind) {
    case 'part':
      return part(item, terms, facts)
    case 'visit':
      return item.signedBy === undefined ? waiting('technician', 'visit-unsigned') : covered(clauses.work, 'visit-not-charged')
    case 'device-day':
      return covered(clauses.fee, 'fee-pays-device')
    case 'travel':
      return covered(clauses.work, 'travel-not-charged')
    case 'maintenance-onsite':
    case 'maintenance-remote':
      return covered(clauses.maintenance, 'monthly-maintenance')
    default:
      if (facts.outOfScope) return outOfScope(item, terms, facts)
      return facts.dutyBreach === undefined
        ? covered(clauses.work, 'contract-work')
        : covered(clauses.work, 'duty-breach-not-charged', { duty: facts.dutyBreach })
  }
}

function outOfScope(item: TimeEntry, terms: CoverageTerms, { quote }: TicketFacts): ItemState {
  const missing = quoteMissing(item, quote)
  if (missing || !quote) return missing ?? quoteFirst()
  if (!terms.outOfScope) return waiting('account-manager', 'no-rate-agreed', undefined, clauses.outOfScope)
  const rate: RateSnapshot = {
    basis: 'hourly',
    listMinorPerHour: terms.outOfScope.listMinorPerHour,
    discount: quote.discount ?? terms.outOfScope.discount,
    stepMinutes: terms.outOfScope.roundUpMinutes,
    ...(quote.capMinor !== undefined && { capMinor: quote.capMinor }),
    ...priced(terms, terms.tax.services),
    quote: quote.id,
  }
  return { status: 'billable', clause: clauses.outOfScope, reason: reason('quote-accepted', { quote: quote.id }), rate }
}

function part(item: PartItem, terms: CoverageTerms, { outOfScope: outside, quote }: TicketFacts): ItemState {
  const monitor = item.deviceClass === 'monitor'
  const missing = outside || monitor ? quoteMissing(item, quote) : undefined
  if (missing) return missing
  const clause = outside && !monitor ? clauses.outOfScope : clauses.partsAtCost
  const quoted = (outside || monitor) && item.quotedUnit
  if (monitor && !quoted) return waiting('account-manager', 'monitor-needs-quoted-price', undefined, clauses.monitors)
  if (!quoted && item.unitCost === undefined) return waiting('technician', 'part-without-cost', { part: item.name }, clause)
  if (!quoted && item.receipt === undefined) return waiting('technician', 'part-without-receipt', { part: item.name }, clause)
  const price = quoted || item.unitCost
  if (price?.currency !== terms.currency) return waiting('technician', 'part-in-other-currency', { part: item.name }, clause)
  return {
    status: 'billable',
    clause,
    reason: reason(quoted ? 'part-by-quote' : 'part-at-cost'),
    rate: {
      basis: 'at-price',
      source: quoted ? 'quote' : 'cost',
      unitMinor: price.minor,
      ...priced(terms, terms.tax.parts),
      ...(outside && quote && { quote: quote.id }),
    },
  }
}

/** Quote first: no quote waits for the client, one accepted only after the work began for the account manager. */
function quoteMissing(item: TimeEntry | PartItem, quote: AcceptedQuote | undefined): StateOf<'waiting'> | undefined {
  if (quote === undefined) return quoteFirst()
  const begun = 'from' in item ? item.from : undefined
  const early = begun === undefined ? item.date < quote.acceptedOn : isBefore(begun, quote.acceptedAt)
  if (!early || quote.coversEarlierWork) return undefined
  return waiting('account-manager', 'work-before-quote', { quote: quote.id }, clauses.quoteFirst)
}

const quoteFirst = () => waiting('client', 'quote-first', { clause: clauses.quoteFirst }, clauses.quoteFirst)

const priced = (terms: CoverageTerms, taxRate: string) => ({
  contract: terms.contract,
  contractVersion: terms.version,
  currency: terms.currency,
  taxRate,
})

const covered = (clause: string, key: MeteringReasonKey, params?: Reason['params']): StateOf<'covered'> => ({
  status: 'covered',
  clause,
  reason: reason(key, params),
})

const waiting = (who: WaitingFor, key: MeteringReasonKey, params?: Reason['params'], clause?: string): StateOf<'waiting'> => ({
  status: 'waiting',
  for: who,
  reason: reason(key, params),
  ...(clause !== undefined && { clause }),
})

const reason = (key: MeteringReasonKey, params?: Reason['params']): Reason => ({ key, ...(params && { params }) })
