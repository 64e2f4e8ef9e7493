import { type Ratio, ratio, roundHalfAwayFromZero } from '../../kernel/ratio.ts'
import { invalid, ok, type Result } from '../../kernel/result.ts'
import { addDays, compareDates, type DatePeriod, daysBetween, type LocalDate } from '../../kernel/time.ts'
import { type Explanation, explain, over, product, rounded, type SourceRef, value } from './explanation.ts'

/** A printed period includes its last day; inside, periods are half-open. */
export const inclusive = (firstDay: LocalDate, lastDay: LocalDate): DatePeriod => ({ from: firstDay, to: addDays(lastDay, 1) })
export const lastDayOf = (period: DatePeriod): LocalDate => addDays(period.to, -1)
export const daysOf = (period: DatePeriod): number => daysBetween(period.from, period.to)

export type Prorated = { minor: number; exact: Ratio; days: number; ofDays: number; explanation: Explanation }

/**
 * The price of `part` of a period, by actual days of that period: amount × days / days of the period, rounded once, half away
 * from zero. The part must lie inside the period, which must have a day. `sources`: where the amount can be opened.
 */
export function prorateByDays(
  amountMinor: number,
  period: DatePeriod,
  part: DatePeriod,
  sources: readonly SourceRef[] = [],
): Result<Prorated> {
  const ofDays = daysOf(period)
  const days = daysOf(part)
  if (ofDays <= 0) return invalid('billing.empty-period', `${period.from} to ${period.to} has no day`, { ...period })
  const inside = compareDates(period.from, part.from) <= 0 && compareDates(part.to, period.to) <= 0 && days >= 0
  if (!inside) return invalid('billing.outside-period', `${part.from} to ${part.to} is not inside the period`, { ...part })
  const exact = ratio(amountMinor).mul(days).div(ofDays)
  const explanation = dayShare(amountMinor, days, ofDays, sources)
  return ok({ minor: roundHalfAwayFromZero(exact), exact, days, ofDays, explanation })
}

/**
 * The first `days` of a period and the rest, cumulatively rounded: parts taken one after the other always sum to the amount.
 * The minor units of days `from` (exclusive, counted from the start) to `to`.
 */
export const cumulativeShare = (amountMinor: number, fromDay: number, toDay: number, ofDays: number): number =>
  roundHalfAwayFromZero(ratio(amountMinor).mul(toDay).div(ofDays)) -
  roundHalfAwayFromZero(ratio(amountMinor).mul(fromDay).div(ofDays))

const dayShare = (amountMinor: number, days: number, ofDays: number, sources: readonly SourceRef[]): Explanation =>
  explain({
    key: 'billing.explain.proration',
    unit: 'minor',
    equation: rounded(
      over(
        product(value(amountMinor, 'billing.term.amount'), value(days, 'billing.term.days')),
        value(ofDays, 'billing.term.days-of-period'),
      ),
    ),
    rounding: 'once',
    inputs: { amountMinor, days, ofDays },
    sources: [...sources],
  })
