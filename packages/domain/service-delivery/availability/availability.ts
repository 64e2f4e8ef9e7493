import * as z from 'zod'
import {
  datesOfMonth,
  earliest,
  Instant,
  Month,
  mergePeriods,
  overlap,
  type Period,
  periodOfDates,
  secondsBetween,
} from '../../kernel/time.ts'
import {
  businessSecondsBetween,
  type Calendar,
  compileCalendar,
  openSecondsOfPeriod,
  percentText,
} from '../service-level/index.ts'

/** A severe fault from request to restoration; without `to` it lasts. */
export const Outage = z.object({ ticket: z.string(), from: Instant, to: Instant.optional() }).meta({ id: 'Outage' })
export type Outage = z.infer<typeof Outage>

/** An outage's share of the month, before overlaps are merged; seconds. */
export const OutageShare = Outage.extend({ insideAgreedTime: z.number(), allHours: z.number() }).meta({ id: 'OutageShare' })
export type OutageShare = z.infer<typeof OutageShare>

/**
 * Availability of a month: (agreed − down inside agreed time) ÷ agreed. Overlapping outages count once. Minutes are whole, cut off;
 * the percentage is computed from milliseconds.
 */
export const Availability = z
  .object({
    month: Month,
    /** Percent with four decimals, `99.7428`; null = no figure, because no service was agreed in the month. */
    percent: z.string().nullable(),
    agreedServiceMinutes: z.int(),
    downMinutesInsideAgreedTime: z.int(),
    /** Around the clock. */
    downMinutesElapsedAllHours: z.int(),
    /** The merged down time, inside agreed time and outside, half-open. */
    downPeriods: z.array(z.object({ from: Instant, to: Instant })),
    /** The outages that touch the month. */
    outages: z.array(OutageShare),
    asOf: Instant,
  })
  .meta({ id: 'Availability' })
export type Availability = z.infer<typeof Availability>

/** Availability of a month in the calendar's zone; an outage that lasts counts until `asOf`. */
export function availabilityOf(outages: readonly Outage[], calendar: Calendar, month: Month, asOf: Instant): Availability {
  const { timezone } = compileCalendar(calendar).calendar
  const dates = datesOfMonth(month)
  const whole = periodOfDates(dates, timezone)
  const shares = outages.flatMap(outage => {
    const { from, to } = outage
    const share = overlap(whole, { from, to: to ?? earliest(asOf, whole.to) })
    return share ? [{ outage, share }] : []
  })
  const downPeriods = mergePeriods(shares.map(({ share }) => share))
  const agreed = openSecondsOfPeriod(calendar, dates)
  const down = inside(calendar, downPeriods)
  return {
    month,
    percent: percentText(milliseconds(agreed - down), milliseconds(agreed), 4),
    agreedServiceMinutes: minutes(agreed),
    downMinutesInsideAgreedTime: minutes(down),
    downMinutesElapsedAllHours: minutes(elapsed(downPeriods)),
    downPeriods,
    outages: shares.map(({ outage, share }) => ({
      ...outage,
      insideAgreedTime: inside(calendar, [share]),
      allHours: elapsed([share]),
    })),
    asOf,
  }
}

const sum = (seconds: readonly number[]) => seconds.reduce((total, each) => total + each, 0)
const inside = (calendar: Calendar, periods: readonly Period[]) =>
  sum(periods.map(({ from, to }) => businessSecondsBetween(calendar, from, to)))
const elapsed = (periods: readonly Period[]) => sum(periods.map(({ from, to }) => secondsBetween(from, to)))
const minutes = (seconds: number) => Math.floor(seconds / 60)
const milliseconds = (seconds: number) => Math.round(seconds * 1000)
