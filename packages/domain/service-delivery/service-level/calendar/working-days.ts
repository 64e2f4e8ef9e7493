import {
  addDays,
  type DatePeriod,
  eachDate,
  type Instant,
  instantOf,
  isAfter,
  isBefore,
  type LocalDate,
  localDateOf,
  wallTimeOf,
  wallTimeToInstant,
} from '../../../kernel/time.ts'
import { nextOpen, subtractBusinessSeconds } from './business-time.ts'
import { type Calendar, compileCalendar, type DayKind } from './compiled-calendar.ts'

/** A calendar without a working day in this many days is refused instead of being searched without end. */
const horizonDays = 7_400

/** What kind of day a date is, the name of its holiday where known, and whether that is still provisional. */
export const dayKind = (calendar: Calendar, date: LocalDate): DayKind => dayOf(calendar, date).kind

/** A date on which a window opens; the tail of the night before does not make one. */
export const isWorkingDay = (calendar: Calendar, date: LocalDate): boolean => dayOf(calendar, date).spans.length > 0

/** The working days of half-open dates. */
export const workingDays = (calendar: Calendar, dates: DatePeriod): LocalDate[] =>
  eachDate(dates).filter(date => isWorkingDay(calendar, date))

/** `date` itself if it is a working day, else the next one (or the one before, with step -1). */
export function nextWorkingDay(calendar: Calendar, date: LocalDate, step: 1 | -1 = 1): LocalDate {
  let day = date
  for (let n = 0; n < horizonDays; n++, day = addDays(day, step)) if (isWorkingDay(calendar, day)) return day
  throw new RangeError(`the service calendar has no working day within ${horizonDays} days of ${date}`)
}

/** The nth working day after a date, which itself is not counted; negative goes back, 0 is the date or the next working day. */
export function addWorkingDays(calendar: Calendar, date: LocalDate, days: number): LocalDate {
  const step = days < 0 ? -1 : 1
  let day = days === 0 ? nextWorkingDay(calendar, date) : date
  for (let n = 0; n < Math.abs(days); n++) day = nextWorkingDay(calendar, addDays(day, step), step)
  return day
}

/**
 * Same wall-clock time, n business days later. From a day that isn't worked it starts at the next working day (backwards: the one
 * before), as a clock would. A result past the day's closing rolls to the next opening, backwards one before opening to the closing
 * before. `endOfDay` gives closing time of that day. 0 days: the instant itself, or the next opening.
 */
export function addBusinessDays(calendar: Calendar, at: Instant, days: number, options: { endOfDay?: boolean } = {}): Instant {
  const { timezone } = compileCalendar(calendar).calendar
  const start = nextWorkingDay(calendar, localDateOf(at, timezone), days < 0 ? -1 : 1)
  const target = days === 0 ? start : addWorkingDays(calendar, start, days)
  const { spans } = dayOf(calendar, target)
  const [opening, closing] = [instantOf(spans[0]![0]), instantOf(spans.at(-1)![1])]
  if (options.endOfDay) return closing
  if (days === 0) return nextOpen(calendar, at)
  const sameTime = wallTimeToInstant(`${target}T${wallTimeOf(at, timezone).slice(11)}`, timezone)
  if (days > 0 && isAfter(sameTime, closing)) return nextOpen(calendar, sameTime)
  if (days < 0 && isBefore(sameTime, opening)) return subtractBusinessSeconds(calendar, sameTime, 0)
  return sameTime
}

const dayOf = (calendar: Calendar, date: LocalDate) => {
  const compiled = compileCalendar(calendar)
  return compiled.day(compiled.numberOfDate(date))
}
