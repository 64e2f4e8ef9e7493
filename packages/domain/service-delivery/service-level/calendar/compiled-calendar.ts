import {
  addDays,
  daysBetween,
  epochMilliseconds,
  type LocalDate,
  startOfDay,
  wallTimeToInstant,
  weekdayOf,
} from '../../../kernel/time.ts'
import { chinesePublicDay, isUnannounced } from './public-holidays.ts'
import { normalWeekdayWindows, type ServiceCalendar, type Window, weekdays } from './service-calendar.ts'

/** Half-open time in epoch milliseconds. */
export type Span = readonly [from: number, to: number]

/** Why a date is worked or not. `provisional`: no notice covers its year yet. */
export type DayKind = {
  kind: 'working' | 'weekend' | 'holiday' | 'make-up'
  name?: { en: string; zh: string }
  provisional: boolean
}

/** One local date: from its first instant to that of the next, its kind, and the windows that open on it (in order, disjoint). */
export type CalendarDay = { date: LocalDate; from: number; to: number; kind: DayKind; spans: readonly Span[]; openMs: number }

/**
 * A calendar that remembers each day it has worked out, so that clocks over years cost a few conversions a day once.
 * Days are numbered from 1970-01-01; spans of neighbouring days never overlap.
 */
export type CompiledCalendar = {
  calendar: ServiceCalendar
  day: (number: number) => CalendarDay
  numberOfDate: (date: LocalDate) => number
  numberAt: (epochMs: number) => number
}

/** Anything that takes a calendar takes it compiled, too. */
export type Calendar = ServiceCalendar | CompiledCalendar

const epoch = '1970-01-01'
const dayMs = 86_400_000
const compiledOf = new WeakMap<ServiceCalendar, CompiledCalendar>()

/** Compiles once an object: a calendar is a value and never changed in place. */
export function compileCalendar(calendar: Calendar): CompiledCalendar {
  if ('day' in calendar) return calendar
  let compiled = compiledOf.get(calendar)
  if (!compiled) {
    compiled = compile(calendar)
    compiledOf.set(calendar, compiled)
  }
  return compiled
}

function compile(calendar: ServiceCalendar): CompiledCalendar {
  const dateOf = memo((n: number) => addDays(epoch, n))
  const startOf = memo((n: number) => epochMilliseconds(startOfDay(dateOf(n), calendar.timezone)))
  const rule = dayRule(calendar)
  const ruleOf = memo((n: number) => rule(dateOf(n)))

  const toSpan = (n: number, [opens, closes]: Window): Span => {
    const at = (day: number, time: string) => epochMilliseconds(wallTimeToInstant(`${dateOf(day)}T${time}`, calendar.timezone))
    if (closes === '24:00') return [at(n, opens), at(n + 1, '00:00')]
    return [at(n, opens), at(closes > opens ? n : n + 1, closes)]
  }
  const opening = memo((n: number) => union(ruleOf(n).windows.map(window => toSpan(n, window))))
  const closedBy = (n: number): Span[] => [
    ...(ruleOf(n).closed ? [[startOf(n), startOf(n + 1)] as const] : []),
    ...(calendar.breaks?.[dateOf(n)] ?? []).map(window => toSpan(n, window)),
  ]
  const day = memo((n: number): CalendarDay => {
    const spans = subtract(opening(n), [...opening(n - 1), ...closedBy(n - 1), ...closedBy(n), ...closedBy(n + 1)])
    const openMs = spans.reduce((sum, [from, to]) => sum + to - from, 0)
    return { date: dateOf(n), from: startOf(n), to: startOf(n + 1), kind: ruleOf(n).kind, spans, openMs }
  })
  return {
    calendar,
    day,
    numberOfDate: date => daysBetween(epoch, date),
    numberAt: at => {
      let n = Math.floor(at / dayMs)
      while (startOf(n) > at) n--
      while (startOf(n + 1) <= at) n++
      return n
    },
  }
}

type DayRule = { windows: readonly Window[]; closed: boolean; kind: DayKind }

/** What the calendar says of a date: its windows, whether the whole date is closed, and what kind of day it is. */
function dayRule(calendar: ServiceCalendar): (date: LocalDate) => DayRule {
  const holidays = new Set(calendar.holidays)
  const yearly = new Set(calendar.recurringHolidays)
  const weekday = normalWeekdayWindows(calendar)
  return date => {
    if (holidays.has(date) || yearly.has(date.slice(5)))
      return { windows: [], closed: true, kind: { kind: 'holiday', provisional: false } }
    const override = calendar.overrides?.[date]
    if (override)
      return { windows: override, closed: false, kind: { kind: override.length > 0 ? 'working' : 'holiday', provisional: false } }
    const cn = calendar.publicHolidays === 'CN'
    const named = cn ? chinesePublicDay(date) : undefined
    if (named && !named.works)
      return { windows: [], closed: true, kind: { kind: 'holiday', name: named.name, provisional: false } }
    if (named && weekdayOf(date) > 5)
      return { windows: weekday, closed: false, kind: { kind: 'make-up', name: named.name, provisional: false } }
    const windows = calendar.weekly[weekdays[weekdayOf(date) - 1]!] ?? []
    return {
      windows,
      closed: false,
      kind: { kind: windows.length > 0 ? 'working' : 'weekend', provisional: cn && isUnannounced(date) },
    }
  }
}

function union(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const [from, to] of spans.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)]
    else merged.push([from, to])
  }
  return merged
}

function subtract(spans: readonly Span[], holes: readonly Span[]): Span[] {
  return holes.reduce<Span[]>(
    (rest, [from, to]) =>
      rest.flatMap<Span>(([opens, closes]) => {
        const before: Span = [opens, Math.min(closes, from)]
        const after: Span = [Math.max(opens, to), closes]
        if (from >= to || from >= closes || to <= opens) return [[opens, closes]]
        return [before, after].filter(([a, b]) => a < b)
      }),
    [...spans],
  )
}

function memo<T>(make: (n: number) => T): (n: number) => T {
  const known = new Map<number, T>()
  return n => {
    let value = known.get(n)
    if (value === undefined) {
      value = make(n)
      known.set(n, value)
    }
    return value
  }
}
