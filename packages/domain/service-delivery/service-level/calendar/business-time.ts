import { type DatePeriod, epochMilliseconds, type Instant, instantOf, type Period } from '../../../kernel/time.ts'
import { type Calendar, type CompiledCalendar, compileCalendar, type Span } from './compiled-calendar.ts'

/** A calendar that stays shut this long, in days, is refused instead of being searched without end. */
const horizonDays = 7_400

/** Business seconds in [from, to); 0 if `to` is not after `from`. */
export function businessSecondsBetween(calendar: Calendar, from: Instant, to: Instant): number {
  return openMsBetween(compileCalendar(calendar), epochMilliseconds(from), epochMilliseconds(to)) / 1000
}

function openMsBetween(compiled: CompiledCalendar, start: number, end: number): number {
  if (end <= start) return 0
  let open = 0
  const last = compiled.numberAt(end)
  for (let n = compiled.numberAt(start) - 1; n <= last; n++)
    for (const [from, to] of compiled.day(n).spans) open += Math.max(0, Math.min(to, end) - Math.max(from, start))
  return open
}

/**
 * The instant at which `seconds` of business time have passed since `at`. What lands exactly on closing time stays there.
 * Zero seconds give the next open instant; negative seconds go backwards.
 */
export function addBusinessSeconds(calendar: Calendar, at: Instant, seconds: number): Instant {
  if (seconds === 0) return nextOpen(calendar, at)
  if (seconds < 0) return subtractBusinessSeconds(calendar, at, -seconds)
  let left = seconds * 1000
  for (const [from, to] of spansFrom(compileCalendar(calendar), epochMilliseconds(at))) {
    if (to - from >= left) return instantOf(from + left)
    left -= to - from
  }
  throw neverOpens(at)
}

/** The instant from which `seconds` of business time pass until `at`; zero seconds give the last open instant's end. */
export function subtractBusinessSeconds(calendar: Calendar, at: Instant, seconds: number): Instant {
  if (seconds < 0) return addBusinessSeconds(calendar, at, -seconds)
  let left = seconds * 1000
  for (const [from, to] of spansBackFrom(compileCalendar(calendar), epochMilliseconds(at))) {
    if (to - from >= left) return instantOf(to - left)
    left -= to - from
  }
  throw neverOpens(at)
}

/** `at` itself if open, else the next opening. The closing minute is closed. */
export function nextOpen(calendar: Calendar, at: Instant): Instant {
  for (const [from] of spansFrom(compileCalendar(calendar), epochMilliseconds(at))) return instantOf(from)
  throw neverOpens(at)
}

export function isOpen(calendar: Calendar, at: Instant): boolean {
  return spanAt(compileCalendar(calendar), epochMilliseconds(at)) !== undefined
}

/** The first `count` open periods from `at`; the first is cut if `at` lies inside it. Each window of a day is a period. */
export function openPeriods(calendar: Calendar, at: Instant, count: number): Period[] {
  const periods: Period[] = []
  if (count > 0)
    for (const [from, to] of spansFrom(compileCalendar(calendar), epochMilliseconds(at)))
      if (periods.push({ from: instantOf(from), to: instantOf(to) }) === count) return periods
  return periods
}

/** Agreed service time of half-open dates, in seconds: only what lies inside the dates themselves. */
export function openSecondsOfPeriod(calendar: Calendar, dates: DatePeriod): number {
  const compiled = compileCalendar(calendar)
  const startOf = (date: string) => compiled.day(compiled.numberOfDate(date)).from
  return openMsBetween(compiled, startOf(dates.from), startOf(dates.to)) / 1000
}

/**
 * Closing time of the working day that `at` belongs to: the end of its last window, a lunch break does not close.
 * Undefined on a day without windows, and where one day's window runs into the next without end (24×7).
 */
export function closingTimeAt(calendar: Calendar, at: Instant): Instant | undefined {
  const compiled = compileCalendar(calendar)
  const inside = spanAt(compiled, epochMilliseconds(at))
  let n = inside ? inside.day : compiled.numberAt(epochMilliseconds(at))
  for (const end = n + 400; n < end; ) {
    const closing = compiled.day(n).spans.at(-1)?.[1]
    if (closing === undefined) return undefined
    const next = spanAt(compiled, closing)
    if (!next) return instantOf(closing)
    n = next.day
  }
  return undefined
}

/**
 * When the open time that holds `at` ends and when the next begins; a lunch break ends it. Undefined when it is closed, and where
 * windows run into each other for a week and more (24×7).
 */
export function openUntil(calendar: Calendar, at: Instant): { closes: Instant; opens: Instant } | undefined {
  if (!isOpen(calendar, at)) return undefined
  const periods = openPeriods(calendar, at, 9)
  const gap = periods.findIndex(({ to }, index) => periods[index + 1] !== undefined && periods[index + 1]!.from !== to)
  return gap < 0 ? undefined : { closes: periods[gap]!.to, opens: periods[gap + 1]!.from }
}

/** The window that holds an instant, with the number of the day on which it opens. */
function spanAt(compiled: CompiledCalendar, at: number): { span: Span; day: number } | undefined {
  const today = compiled.numberAt(at)
  for (const day of [today, today - 1]) {
    const span = compiled.day(day).spans.find(([from, to]) => from <= at && at < to)
    if (span) return { span, day }
  }
  return undefined
}

function* spansFrom(compiled: CompiledCalendar, at: number): Generator<Span> {
  const first = compiled.numberAt(at) - 1
  for (let n = first; n < first + horizonDays; n++)
    for (const [from, to] of compiled.day(n).spans) if (to > at) yield [Math.max(from, at), to]
}

function* spansBackFrom(compiled: CompiledCalendar, at: number): Generator<Span> {
  const last = compiled.numberAt(at)
  for (let n = last; n > last - horizonDays; n--)
    for (const [from, to] of compiled.day(n).spans.toReversed()) if (from < at) yield [from, Math.min(to, at)]
}

const neverOpens = (at: Instant) => new RangeError(`the service calendar does not open within ${horizonDays} days of ${at}`)
