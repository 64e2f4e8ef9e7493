import { exactText, type Ratio, ratio, roundHalfAwayFromZero } from '../../kernel/ratio.ts'
import { addDays, daysBetween, type LocalDate } from '../../kernel/time.ts'
import type { AllocationOrder } from '../contract/terms.ts'
import { type Explanation, explain, least, plus, product, rounded, type SourceRef, type Term, value } from './explanation.ts'

/** What lowers the unpaid amount of a bill, from its own day on. Only a payment can settle a late fee. */
export type Reduction = { id: string; kind: 'payment' | 'credit' | 'write-off' | 'set-off'; on: LocalDate; minor: number }

/**
 * A bill under clause 1(4). `capShare`: all its late fees are at most this share of what was overdue. `order`: what a payment settles
 * first, by the contract or, where that is silent, by law; principal-first when left out.
 */
export type Overdue = {
  bill: { id: string; number: string }
  grossMinor: number
  dueOn: LocalDate
  reductions: readonly Reduction[]
  ratePerDay: string
  capShare?: string
  order?: AllocationOrder
}

/** Days in a row on which the same amount was unpaid at the end of the day. */
export type LateSegment = {
  firstDay: LocalDate
  lastDay: LocalDate
  days: number
  /** Whole, except in the order late-fee-first, where it is rounded for display. */
  unpaidMinor: number
  unpaidMinorExact: string
  perDayMinorExact: string
}

export type LateFeeAccrual = {
  firstLateDay?: LocalDate
  segments: LateSegment[]
  days: number
  /** After the cap. */
  exact: Ratio
  exactMinor: string
  roundedMinor: number
  capped: boolean
  /** What is left of the fee itself after the last reduction; in the order late-fee-first payments reached it last. */
  principalOpenMinor: number
  /** Late fee that payments have settled; nothing in the order principal-first. */
  settledMinor: number
  explanation: Explanation
}

/**
 * The late fee of clause 1(4) up to the end of day `through`: for every calendar day after the due date the daily rate of what is
 * unpaid at the end of that day; simple, no fee on fee, exact, and rounded once. It is a memo until finance decides. With the
 * other order of settlement (Civil Code 561) a payment reaches the accrued fee before the principal.
 */
export function accrueLateFee(
  bill: Overdue,
  through: LocalDate,
  order: AllocationOrder = bill.order ?? 'principal-first',
): LateFeeAccrual {
  const rate = ratio(bill.ratePerDay)
  const onTime = bill.reductions.filter(({ on }) => on <= bill.dueOn)
  const overdue = ratio(bill.grossMinor).sub(onTime.reduce((sum, { minor }) => sum + minor, 0))
  const cap = bill.capShare === undefined ? undefined : overdue.mul(ratio(bill.capShare))
  const segments: (LateSegment & { unpaid: Ratio })[] = []
  let [principal, accrued, settled] = [overdue, ratio(0), ratio(0)]
  const capped = () => (cap?.lt(accrued) ? cap : accrued)
  for (const span of spans(bill, through)) {
    for (const { kind, minor } of bill.reductions.filter(({ on }) => on === span.firstDay)) {
      const open = order === 'late-fee-first' && kind === 'payment' ? capped().sub(settled) : ratio(0)
      const toFee = open.lt(minor) ? open : ratio(minor)
      settled = settled.add(toFee)
      principal = principal.sub(ratio(minor).sub(toFee))
    }
    if (principal.lte(0)) continue
    segments.push({ ...span, unpaid: principal, ...shown(principal, rate) })
    accrued = accrued.add(principal.mul(rate).mul(span.days))
  }
  const [first] = segments
  return {
    ...(first && { firstLateDay: first.firstDay }),
    segments: segments.map(({ unpaid: _, ...segment }) => segment),
    days: segments.reduce((sum, { days }) => sum + days, 0),
    exact: capped(),
    exactMinor: exactText(capped()),
    roundedMinor: roundHalfAwayFromZero(capped()),
    capped: cap?.lt(accrued) ?? false,
    principalOpenMinor: roundHalfAwayFromZero(principal),
    settledMinor: roundHalfAwayFromZero(settled),
    explanation: explainAccrual(bill, segments, overdue, order),
  }
}

const shown = (unpaid: Ratio, rate: Ratio) => ({
  unpaidMinor: roundHalfAwayFromZero(unpaid),
  unpaidMinorExact: exactText(unpaid),
  perDayMinorExact: exactText(unpaid.mul(rate)),
})

/** The late days, cut where something lowers the unpaid amount. */
function spans(bill: Overdue, through: LocalDate) {
  const firstLate = addDays(bill.dueOn, 1)
  if (through < firstLate) return []
  const changes = bill.reductions.map(({ on }) => on).filter(on => on > firstLate && on <= through)
  const starts = [firstLate, ...new Set(changes.sort())]
  return starts.map((firstDay, index) => {
    const next = starts[index + 1]
    const lastDay = next === undefined ? through : addDays(next, -1)
    return { firstDay, lastDay, days: daysBetween(firstDay, lastDay) + 1 }
  })
}

function explainAccrual(
  bill: Overdue,
  segments: readonly (LateSegment & { unpaid: Ratio })[],
  overdue: Ratio,
  order: AllocationOrder,
): Explanation {
  const perSegment = segments.map(({ days, unpaid }) =>
    product(
      value(days, 'billing.term.late-days'),
      value(unpaid, 'billing.term.unpaid'),
      value(bill.ratePerDay, 'billing.term.rate-per-day'),
    ),
  )
  const total: Term = perSegment.length > 0 ? plus(...perSegment) : value(0)
  const cap =
    bill.capShare === undefined
      ? []
      : [product(value(overdue, 'billing.term.overdue'), value(bill.capShare, 'billing.term.cap-share'))]
  return explain({
    key: 'billing.explain.late-fee',
    unit: 'minor',
    equation: rounded(cap.length > 0 ? least(total, ...cap) : total),
    rounding: 'once',
    clause: '1(4)',
    inputs: { number: bill.bill.number, dueOn: bill.dueOn, ratePerDay: bill.ratePerDay, order },
    sources: sourcesOf(bill),
  })
}

const sourcesOf = (bill: Overdue): SourceRef[] => [
  { kind: 'invoice', id: bill.bill.id, label: bill.bill.number },
  ...bill.reductions.flatMap(({ id, kind, on }): SourceRef[] => {
    if (kind === 'payment') return [{ kind, id, date: on }]
    return kind === 'credit' ? [{ kind: 'credit-note', id, date: on }] : []
  }),
]
