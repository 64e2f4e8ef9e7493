import { type Ratio, ratio, roundHalfAwayFromZero, roundUpToStep } from '../../kernel/ratio.ts'
import type { RateSnapshot } from '../metering/item-state.ts'
import type { TimeEntry } from '../metering/source-item.ts'
import { least, minus, over, plus, product, rounded, roundedUp, type Term, value } from './explanation.ts'

export type HourlyRate = Extract<RateSnapshot, { basis: 'hourly' }>

/** List price less discount, exact, in minor units an hour. */
export const discountedRate = (rate: HourlyRate): Ratio => ratio(rate.listMinorPerHour).mul(ratio(1).sub(ratio(rate.discount)))

/** Minutes as charged: rounded up to the step once per visit (all work without a visit counts as one), then summed. */
export const billedMinutes = (entries: readonly TimeEntry[], rate: HourlyRate): number =>
  perVisit(entries).reduce((sum, minutes) => sum + roundUpToStep(minutes, rate.stepMinutes), 0)

export const recordedMinutes = (entries: readonly TimeEntry[]): number => entries.reduce((sum, { minutes }) => sum + minutes, 0)

/** Gross of a ticket's work at one rate, rounded once, at most the quote's cap. */
export function hourlyGross(entries: readonly TimeEntry[], rate: HourlyRate): number {
  const exact = discountedRate(rate).mul(billedMinutes(entries, rate)).div(60)
  const gross = roundHalfAwayFromZero(exact)
  return rate.capMinor === undefined ? gross : Math.min(gross, rate.capMinor)
}

/** The same as an equation. */
export function hourlyEquation(entries: readonly TimeEntry[], rate: HourlyRate): Term {
  const minutes = perVisit(entries).map(each =>
    roundedUp(value(each, 'billing.term.recorded-minutes'), value(rate.stepMinutes, 'billing.term.step-minutes')),
  )
  const price = product(
    value(rate.listMinorPerHour, 'billing.term.list-rate'),
    minus(value(1), value(rate.discount, 'billing.term.discount')),
  )
  const gross = rounded(
    over(product(minutes.length > 0 ? plus(...minutes) : value(0), price), value(60, 'billing.term.minutes-per-hour')),
  )
  return rate.capMinor === undefined ? gross : least(gross, value(rate.capMinor, 'billing.term.cap'))
}

function perVisit(entries: readonly TimeEntry[]): number[] {
  const sums = new Map<string, number>()
  for (const { visit = '', minutes } of entries) sums.set(visit, (sums.get(visit) ?? 0) + minutes)
  return [...sums.values()]
}
