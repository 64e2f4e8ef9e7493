import { Temporal } from 'temporal-polyfill'
import * as z from 'zod'

/**
 * A point of time: ISO 8601 in UTC. Read with any offset, kept normalised: `2026-10-04T03:30:00Z`; fractions of a second stay
 * only where given. Within one precision such strings sort as text; `compareInstants` sorts all of them.
 */
export const Instant = z
  .string()
  .refine(isInstant, 'an instant looks like 2026-10-04T03:30:00Z, or carries an offset such as +08:00')
  .overwrite(text => (isInstant(text) ? instant(text) : text))
  .meta({ format: 'date-time' })
export type Instant = string

/** A calendar date without a zone, `YYYY-MM-DD`. */
export const LocalDate = z
  .string()
  .refine(isLocalDate, 'a date looks like 2026-10-04 and exists in the calendar')
  .meta({ format: 'date' })
export type LocalDate = string

/** A calendar month, `YYYY-MM`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month looks like 2026-10')
export type Month = string

/** Name of an IANA time zone; a bare offset is refused, since it knows no daylight saving. */
export const Zone = z.string().refine(isZone, 'a zone is an IANA name such as Asia/Shanghai')
export type Zone = string

/** Half-open time [from, to). */
export type Period = { from: Instant; to: Instant }
/** Half-open dates [from, to). */
export type DatePeriod = { from: LocalDate; to: LocalDate }

const stamp = (text: Instant) => Temporal.Instant.from(text)
const day = (date: LocalDate) => Temporal.PlainDate.from(date)

/** Normalises text with any offset. Throws RangeError for text that isn't an instant: parse untrusted text with `Instant`. */
export const instant = (text: string): Instant => stamp(text).toString()
export const instantOf = (epochMilliseconds: number): Instant =>
  Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toString()
export const epochMilliseconds = (at: Instant): number => stamp(at).epochMilliseconds

export const compareInstants = (a: Instant, b: Instant): number => Temporal.Instant.compare(a, b)
export const isBefore = (a: Instant, b: Instant): boolean => compareInstants(a, b) < 0
export const isAfter = (a: Instant, b: Instant): boolean => compareInstants(a, b) > 0
export const sameInstant = (a: Instant, b: Instant): boolean => compareInstants(a, b) === 0
/** The earliest of at least one. */
export const earliest = (first: Instant, ...rest: Instant[]): Instant => rest.reduce((a, b) => (isBefore(b, a) ? b : a), first)
/** The latest of at least one. */
export const latest = (first: Instant, ...rest: Instant[]): Instant => rest.reduce((a, b) => (isAfter(b, a) ? b : a), first)

/** Elapsed time; days here are 24 hours, calendar days are `addDays`. May be negative. */
export const addSeconds = (at: Instant, seconds: number): Instant => instantOf(epochMilliseconds(at) + seconds * 1000)
export const addMinutes = (at: Instant, minutes: number): Instant => addSeconds(at, minutes * 60)
/** Signed elapsed seconds from a to b. */
export const secondsBetween = (a: Instant, b: Instant): number => (epochMilliseconds(b) - epochMilliseconds(a)) / 1000
/** The instant's minute, seconds cut off: promises are kept or broken to the minute. */
export const minuteOf = (at: Instant): Instant => instantOf(Math.floor(epochMilliseconds(at) / 60_000) * 60_000)

export const localDateOf = (at: Instant, zone: Zone): LocalDate => stamp(at).toZonedDateTimeISO(zone).toPlainDate().toString()
/** Wall time there, `2026-10-04T11:30:00`. */
export const wallTimeOf = (at: Instant, zone: Zone): string => stamp(at).toZonedDateTimeISO(zone).toPlainDateTime().toString()
/**
 * A wall time such as `2026-10-04T11:30` as an instant. In a gap (clocks put forward) the offset before the gap holds, in an
 * overlap the first occurrence, as RFC 5545 3.3.5 says. Throws RangeError for text that is no wall time.
 */
export const wallTimeToInstant = (wall: string, zone: Zone): Instant =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant().toString()
/** First instant of a date there; not always 00:00. */
export const startOfDay = (date: LocalDate, zone: Zone): Instant => day(date).toZonedDateTime(zone).toInstant().toString()

export const addDays = (date: LocalDate, days: number): LocalDate => day(date).add({ days }).toString()
/** Months later, the day clamped to the month's end: 31 January + 1 = 28 or 29 February. */
export const addMonths = (date: LocalDate, months: number): LocalDate => day(date).add({ months }).toString()
/** Signed whole days from a to b. */
export const daysBetween = (a: LocalDate, b: LocalDate): number => day(a).until(day(b), { largestUnit: 'day' }).days
/** Text order is date order for `YYYY-MM-DD`. */
export const compareDates = (a: LocalDate, b: LocalDate): number => (a < b ? -1 : a > b ? 1 : 0)
/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (date: LocalDate): number => day(date).dayOfWeek

export const monthOf = (date: LocalDate): Month => date.slice(0, 7)
export const firstDayOfMonth = (month: Month): LocalDate => `${month}-01`
export const lastDayOfMonth = (month: Month): LocalDate => addDays(addMonths(firstDayOfMonth(month), 1), -1)
export const nextMonth = (month: Month): Month => monthOf(addMonths(firstDayOfMonth(month), 1))
/** The month as half-open dates. */
export const datesOfMonth = (month: Month): DatePeriod => ({
  from: firstDayOfMonth(month),
  to: firstDayOfMonth(nextMonth(month)),
})
/** Half-open dates as half-open time in a zone. */
export const periodOfDates = (dates: DatePeriod, zone: Zone): Period => ({
  from: startOfDay(dates.from, zone),
  to: startOfDay(dates.to, zone),
})
/** Every date of the half-open period, in order; none if it is empty or reversed. */
export const eachDate = ({ from, to }: DatePeriod): LocalDate[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, n) => addDays(from, n))

export const contains = (period: Period, at: Instant): boolean => !isBefore(at, period.from) && isBefore(at, period.to)
/** What both share, or undefined. */
export function overlap(a: Period, b: Period): Period | undefined {
  const [from, to] = [latest(a.from, b.from), earliest(a.to, b.to)]
  return isBefore(from, to) ? { from, to } : undefined
}
/** Sorted, joined where they touch or overlap, empty ones dropped. */
export function mergePeriods(periods: readonly Period[]): Period[] {
  const merged: Period[] = []
  for (const period of periods.filter(p => isBefore(p.from, p.to)).sort((a, b) => compareInstants(a.from, b.from))) {
    const last = merged.at(-1)
    if (last && !isAfter(period.from, last.to)) merged[merged.length - 1] = { from: last.from, to: latest(last.to, period.to) }
    else merged.push(period)
  }
  return merged
}

function isInstant(text: string): boolean {
  return reads(() => Temporal.Instant.from(text))
}
/** Up to the year 8999, so that no term counted from a date leaves the four digits by which dates sort. */
function isLocalDate(text: string): boolean {
  return /^[0-8]\d{3}-\d{2}-\d{2}$/.test(text) && reads(() => Temporal.PlainDate.from(text))
}
function isZone(text: string): boolean {
  return /^[A-Za-z]/.test(text) && reads(() => new Temporal.ZonedDateTime(0n, text))
}
/** Temporal refuses by throwing RangeError; anything else is a fault of ours and passes through. */
function reads(attempt: () => unknown): boolean {
  try {
    attempt()
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
