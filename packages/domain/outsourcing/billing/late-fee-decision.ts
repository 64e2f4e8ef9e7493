import { exactText, type Ratio, ratio, roundHalfAwayFromZero, sumOf } from '../../kernel/ratio.ts'
import { conflict, invalid, ok, type Result } from '../../kernel/result.ts'
import { addDays, type LocalDate } from '../../kernel/time.ts'
import { type Explanation, explain, minus, plus, product, rounded, value } from './explanation.ts'
import { accrueLateFee, type Overdue } from './late-fee.ts'

/** What an earlier decision settled: the exact late fee of its days, and what of it was claimed. */
export type DecidedLateFee = {
  id: string
  action: 'claim' | 'waive'
  part: string
  through: LocalDate
  exactMinor: string
  minor: number
}

export type LateFeeChoice = { action: 'claim' | 'waive'; part?: string; through: LocalDate; reason?: string }

export type LateFeeOutcome = {
  action: 'claim' | 'waive'
  part: string
  from: LocalDate
  through: LocalDate
  days: number
  exactMinor: string
  /** What is claimed; 0 when waived. */
  minor: number
}

/**
 * A decision of finance on the late fee that has accrued since the last one: claim all or a part of it, or waive it. The days up to
 * `through` are settled by it for good. Claims are rounded cumulatively: each once, and together never more than the exact sum
 * rounded. `today` is the local date; a day counts when it is over.
 */
export function decideLateFee(
  bill: Overdue,
  earlier: readonly DecidedLateFee[],
  choice: LateFeeChoice,
  today: LocalDate,
): Result<LateFeeOutcome> {
  const { action, through, part = '1' } = choice
  if (through >= today) return invalid('billing.late-fee-day-not-over', `${through} is not over yet`, { through })
  if (action === 'waive' && !choice.reason?.trim()) return invalid('billing.late-fee-waiver-reason', 'a waiver needs a reason')
  const share = ratio(part)
  if (share.lte(0) || share.gt(1)) return invalid('billing.late-fee-part', `${part} is not a part above 0 and up to 1`, { part })
  const decidedThrough = earlier
    .map(decision => decision.through)
    .sort()
    .at(-1)
  if (decidedThrough !== undefined && through <= decidedThrough) {
    return conflict('billing.late-fee-decided', `the late fee is decided through ${decidedThrough}`, { decidedThrough })
  }
  const accrued = accrueLateFee(bill, through)
  const exact = accrued.exact.sub(sumOf(earlier.map(decision => ratio(decision.exactMinor))))
  if (exact.lte(0)) return conflict('billing.late-fee-nothing', `no late fee has accrued since ${decidedThrough ?? bill.dueOn}`)
  const from = decidedThrough === undefined ? (accrued.firstLateDay ?? addDays(bill.dueOn, 1)) : addDays(decidedThrough, 1)
  const settledDays = decidedThrough === undefined ? 0 : accrueLateFee(bill, decidedThrough).days
  return ok({
    action,
    part: action === 'claim' ? part : '0',
    from,
    through,
    days: accrued.days - settledDays,
    exactMinor: exactText(exact),
    minor: action === 'claim' ? roundHalfAwayFromZero(claimedExact(earlier).add(exact.mul(share))) - claimedMinor(earlier) : 0,
  })
}

/** Accrued up to a day and not decided: a memo, and what blocks the close of its month. */
export function undecidedLateFee(
  bill: Overdue,
  earlier: readonly DecidedLateFee[],
  through: LocalDate,
): { exact: Ratio; minor: number } {
  const exact = accrueLateFee(bill, through).exact.sub(sumOf(earlier.map(decision => ratio(decision.exactMinor))))
  return exact.gt(0) ? { exact, minor: roundHalfAwayFromZero(exact) } : { exact: ratio(0), minor: 0 }
}

/** Sum of what was claimed so far, before and after rounding. */
const claimedExact = (decisions: readonly DecidedLateFee[]): Ratio =>
  sumOf(decisions.filter(isClaim).map(({ exactMinor, part }) => ratio(exactMinor).mul(ratio(part))))
export const claimedMinor = (decisions: readonly DecidedLateFee[]): number =>
  decisions.filter(isClaim).reduce((sum, { minor }) => sum + minor, 0)
const isClaim = ({ action }: DecidedLateFee) => action === 'claim'

/** Why a claim is what it is, from the decisions as stored: its exact late fee × the part claimed, rounded with earlier claims. */
export function explainClaim(
  bill: { id: string; number: string },
  decisions: readonly DecidedLateFee[],
  id: string,
): Explanation | undefined {
  const index = decisions.findIndex(decision => decision.id === id)
  const claim = decisions[index]
  if (claim?.action !== 'claim') return undefined
  const earlier = decisions.slice(0, index).filter(isClaim)
  const own = product(value(claim.exactMinor, 'billing.term.late-fee-exact'), value(claim.part, 'billing.term.part-claimed'))
  const before = claimedMinor(earlier)
  return explain({
    key: 'billing.explain.late-fee-claim',
    unit: 'minor',
    equation:
      earlier.length === 0
        ? rounded(own)
        : minus(
            rounded(plus(value(claimedExact(earlier), 'billing.term.claimed-before-exact'), own)),
            value(before, 'billing.term.claimed-before'),
          ),
    rounding: earlier.length === 0 ? 'once' : 'cumulative',
    clause: '1(4)',
    inputs: { number: bill.number, through: claim.through, part: claim.part },
    sources: [{ kind: 'invoice', id: bill.id, label: bill.number }],
  })
}
