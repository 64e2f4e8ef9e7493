import {
  addDays,
  compareDates,
  type DatePeriod,
  daysBetween,
  type LocalDate,
  lastDayOfMonth,
  type Month,
  monthOf,
  nextMonth,
} from '../../kernel/time.ts'
import { type Explanation, explain, minus, over, product, rounded, value } from '../../outsourcing/billing/explanation.ts'
import { cumulativeShare } from '../../outsourcing/billing/proration.ts'

/** A prepaid fee: its net over the days of the term, by which contract. `lastServiceDay` when the contract ended early. */
export type PrepaidFee = {
  netMinor: number
  term: DatePeriod
  lastServiceDay?: LocalDate
  contract?: { id: string; number: string }
}

/** Revenue of one month, dated its last day, or the last service day. */
export type Recognition = { month: Month; date: LocalDate; days: number; minor: number; explanation: Explanation }

/**
 * Revenue of every month of the fee: what the days up to its end have earned, rounded, less what was recognised before. Months
 * therefore sum to the net, or to the net of the days served. A month is recognised by timer, closed or not.
 */
export function recognitionSchedule(fee: PrepaidFee): Recognition[] {
  const end = endOf(fee)
  const months: Recognition[] = []
  for (let month = monthOf(fee.term.from); `${month}-01` < end; month = nextMonth(month)) months.push(recognitionOf(fee, month))
  return months
}

/** Revenue of one month; 0 days and 0 outside the service. */
export function recognitionOf(fee: PrepaidFee, month: Month): Recognition {
  const ofDays = daysBetween(fee.term.from, fee.term.to)
  const lastOfMonth = lastDayOfMonth(month)
  const from = daysServedBefore(fee, `${month}-01`)
  const to = daysServedBefore(fee, addDays(lastOfMonth, 1))
  const lastServed = addDays(endOf(fee), -1)
  return {
    month,
    date: earlier(lastServed, lastOfMonth),
    days: to - from,
    minor: cumulativeShare(fee.netMinor, from, to, ofDays),
    explanation: explain({
      key: 'financial.explain.recognition',
      unit: 'minor',
      equation: minus(earnedBy(fee.netMinor, to, ofDays), earnedBy(fee.netMinor, from, ofDays)),
      rounding: 'cumulative',
      clause: '1(3)',
      inputs: { netMinor: fee.netMinor, days: to - from, ofDays },
      sources: fee.contract ? [{ kind: 'contract', id: fee.contract.id, label: fee.contract.number }] : [],
    }),
  }
}

/** Recognised up to and including a day: what the ledger must show after its month-end. */
export const recognisedThrough = (fee: PrepaidFee, day: LocalDate): number =>
  cumulativeShare(fee.netMinor, 0, daysServedBefore(fee, addDays(day, 1)), daysBetween(fee.term.from, fee.term.to))

/** Of a month's revenue: what books kept elsewhere had recognised up to the day before `until`. */
export const recognisedBefore = (fee: PrepaidFee, month: Month, until: LocalDate): number => {
  const lastBefore = earlier(addDays(until, -1), lastDayOfMonth(month))
  return Math.max(0, recognisedThrough(fee, lastBefore) - recognisedThrough(fee, addDays(`${month}-01`, -1)))
}

/** Of a net amount credited off the fee: what the days up to and including `day` had earned of it, revenue that goes back. */
export const earnedOfCredit = (fee: PrepaidFee, creditedNetMinor: number, day: LocalDate): number =>
  recognisedThrough(fee, day) - recognisedThrough({ ...fee, netMinor: fee.netMinor - creditedNetMinor }, day)

const earnedBy = (netMinor: number, days: number, ofDays: number) =>
  rounded(
    over(
      product(value(netMinor, 'financial.term.net-fee'), value(days, 'financial.term.days-served')),
      value(ofDays, 'financial.term.days-of-term'),
    ),
  )

/** First day no longer served. */
const endOf = ({ term, lastServiceDay }: PrepaidFee): LocalDate =>
  lastServiceDay === undefined ? term.to : earlier(addDays(lastServiceDay, 1), term.to)

const daysServedBefore = (fee: PrepaidFee, day: LocalDate): number =>
  Math.max(0, daysBetween(fee.term.from, earlier(day, endOf(fee))))

const earlier = (a: LocalDate, b: LocalDate): LocalDate => (compareDates(a, b) <= 0 ? a : b)
