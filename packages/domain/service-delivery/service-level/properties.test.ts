import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMinutes, addSeconds, instantOf, isAfter, minuteOf } from '../../kernel/time.ts'
import {
  addBusinessSeconds,
  businessSecondsBetween,
  isOpen,
  openPeriods,
  subtractBusinessSeconds,
} from './calendar/business-time.ts'
import { compileCalendar } from './calendar/compiled-calendar.ts'
import { ServiceCalendar, weekdays } from './calendar/service-calendar.ts'
import type { Clock } from './clocks/clock.ts'
import { clockFigures, consumedAt } from './clocks/figures.ts'
import { explainClock } from './explain.ts'

const clockTime = fc
  .integer({ min: 0, max: 24 * 4 - 1 })
  .map(n => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`)
const windows = fc.array(
  fc.tuple(clockTime, fc.oneof(clockTime, fc.constant('24:00'))).filter(([opens, closes]) => opens !== closes),
  { maxLength: 3 },
)
const dates = fc.integer({ min: 0, max: 120 }).map(n => instantOf(Date.UTC(2026, 1, 1) + n * 86_400_000).slice(0, 10))

/** Any calendar with at least one window a week: split, overnight, holidays, breaks, zones with and without daylight saving. */
const calendars = fc
  .record({
    timezone: fc.constantFrom(
      'Asia/Shanghai',
      'Europe/Berlin',
      'America/New_York',
      'America/Sao_Paulo',
      'Australia/Lord_Howe',
      'UTC',
    ),
    weekly: fc.record(Object.fromEntries(weekdays.map(weekday => [weekday, windows]))),
    wednesday: clockTime.filter(opens => opens !== '00:00'),
    holidays: fc.array(dates, { maxLength: 3 }),
    overrides: fc.dictionary(dates, windows, { maxKeys: 2 }),
    breaks: fc.dictionary(dates, windows, { maxKeys: 2 }),
    publicHolidays: fc.constantFrom('CN', undefined),
  })
  .map(({ wednesday, weekly, publicHolidays, ...rest }) => {
    const wed = [...(weekly.wed ?? []), [wednesday, '24:00']]
    return compileCalendar(
      ServiceCalendar.parse({ ...rest, weekly: { ...weekly, wed }, ...(publicHolidays && { publicHolidays }) }),
    )
  })
/** Between February and May 2026, when clocks change in most zones; with odd seconds. */
const instants = fc.integer({ min: 0, max: 90 * 86_400 }).map(seconds => instantOf(Date.UTC(2026, 1, 10) + seconds * 1000))
const seconds = fc.integer({ min: 1, max: 60 * 3600 })

/** A clock with any number of pauses after its start, the last perhaps still open. */
const clocks = fc
  .record({
    start: instants,
    gaps: fc.array(fc.integer({ min: 0, max: 40 * 3600 }), { maxLength: 6 }),
    targetMinutes: fc.integer({ min: 1, max: 2_000 }),
    basis: fc.constantFrom('working' as const, 'elapsed' as const),
    stopped: fc.boolean(),
    /** Which pause was struck, if there is one of that number. */
    struck: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ start, gaps, stopped, struck, ...rest }): Clock => {
    let at = start
    const log: Clock['log'] = [{ at, do: 'start' }]
    for (const [n, gap] of gaps.entries()) {
      at = addSeconds(at, gap)
      log.push(n % 2 === 0 ? { at, do: 'pause', reason: 'client' } : { at, do: 'resume' })
    }
    const pause = log.filter(entry => entry.do === 'pause')[struck]
    if (pause) log.push({ at: pause.at, do: 'strike', of: 'client', reason: 'not due' })
    if (stopped) log.push({ at: addSeconds(at, 5_000), do: 'stop' })
    const fixed = { id: 'c1', promise: 'restore', clause: '7(a)', cycle: 1, joinedAtClosing: false } as const
    return { ...fixed, opinion: 'agreed', pausedBy: ['client'], warnAtPercent: 75, ...rest, log }
  })

const check = <T extends [unknown, ...unknown[]]>(given: { [K in keyof T]: fc.Arbitrary<T[K]> }, holds: (...values: T) => void) =>
  fc.assert(fc.property(...given, holds), { numRuns: 150 })

describe('business time', () => {
  test('of two neighbouring spans is that of both together', () => {
    check([calendars, instants, instants, instants], (calendar, x, y, z) => {
      const [a, b, c] = [x, y, z].sort() as [string, string, string]
      const between = (from: string, to: string) => businessSecondsBetween(calendar, from, to)
      expect(between(a, b) + between(b, c)).toBe(between(a, c))
    })
  })
  test('added takes exactly that long and ends inside a window or at its end', () => {
    check([calendars, instants, seconds], (calendar, start, amount) => {
      const end = addBusinessSeconds(calendar, start, amount)
      expect(businessSecondsBetween(calendar, start, end)).toBe(amount)
      expect(isOpen(calendar, addSeconds(end, -1))).toBe(true)
    })
  })
  test('taken away again leads back to the start, if that was open', () => {
    check([calendars, instants, seconds], (calendar, start, amount) => {
      const end = addBusinessSeconds(calendar, start, amount)
      const back = subtractBusinessSeconds(calendar, end, amount)
      expect(businessSecondsBetween(calendar, back, end)).toBe(amount)
      if (isOpen(calendar, start)) expect(back).toBe(start)
    })
  })
  test('is the sum of the open periods, which never overlap', () => {
    check([calendars, instants], (calendar, start) => {
      const periods = openPeriods(calendar, start, 12)
      const sum = periods.reduce((total, { from, to }) => total + businessSecondsBetween(calendar, from, to), 0)
      expect(sum).toBe(businessSecondsBetween(calendar, start, periods.at(-1)!.to))
      for (const [n, period] of periods.entries()) if (n > 0) expect(isAfter(periods[n - 1]!.to, period.from)).toBe(false)
    })
  })
  test('agrees with counting minute by minute', () => {
    check([calendars, instants, fc.integer({ min: 1, max: 2_000 })], (calendar, any, minutes) => {
      const start = minuteOf(any)
      const open = Array.from({ length: minutes }, (_, n) => isOpen(calendar, addMinutes(start, n))).filter(Boolean).length
      expect(businessSecondsBetween(calendar, start, addMinutes(start, minutes))).toBe(open * 60)
    })
  })
})

describe('a clock', () => {
  test('has used up exactly its target at its deadline, unless it was stopped before', () => {
    check([calendars, clocks], (calendar, clock) => {
      const running = { ...clock, log: clock.log.filter(entry => entry.do !== 'stop') }
      const { deadline } = clockFigures(running, calendar, running.log[0]!.at)
      if (deadline !== null) expect(consumedAt(running, calendar, deadline)).toBe(running.targetMinutes * 60)
    })
  })
  test('has as much left after a pause as before it', () => {
    check([calendars, clocks, seconds, seconds], (calendar, clock, until, length) => {
      const running = { ...clock, log: clock.log.slice(0, 1) }
      const pausedAt = addSeconds(clock.log[0]!.at, until)
      const resumedAt = addSeconds(pausedAt, length)
      const paused: Clock = { ...running, log: [...running.log, { at: pausedAt, do: 'pause' }, { at: resumedAt, do: 'resume' }] }
      const left = clockFigures(running, calendar, pausedAt).remainingSeconds
      expect(clockFigures(paused, calendar, resumedAt).remainingSeconds).toBe(left)
    })
  })
  test('is explained by intervals without gaps that add up to the time on the wall', () => {
    check([calendars, clocks, fc.integer({ min: 0, max: 30 * 86_400 })], (calendar, clock, later) => {
      const now = addSeconds(clock.log.at(-1)!.at, later)
      const { segments, equation } = explainClock(clock, calendar, now)
      const { wall, counted, paused, holiday, outside } = equation
      expect(counted + paused + holiday + outside).toBe(wall)
      expect(segments.reduce((sum, segment) => sum + segment.seconds, 0)).toBe(wall)
      expect(counted).toBe(consumedAt(clock, calendar, now))
      for (const [n, { from }] of segments.entries()) if (n > 0) expect(segments[n - 1]!.to).toBe(from)
    })
  })
})
