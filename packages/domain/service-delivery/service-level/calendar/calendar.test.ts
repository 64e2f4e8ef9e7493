import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { wallTimeToInstant } from '../../../kernel/time.ts'
import {
  addBusinessDays,
  addBusinessSeconds,
  addWorkingDays,
  businessSecondsBetween,
  closingTimeAt,
  dayKind,
  isOpen,
  isWorkingDay,
  nextOpen,
  openPeriods,
  openSecondsOfPeriod,
  openUntil,
  ServiceCalendar,
  subtractBusinessSeconds,
} from '../index.ts'
import { at, shanghai } from '../testing.ts'

const hour = 3600
const calendar = (given: object) => ServiceCalendar.parse({ timezone: 'UTC', weekly: { mon: [['09:00', '17:00']] }, ...given })
const berlin = (wall: string) => wallTimeToInstant(wall, 'Europe/Berlin')

describe('a service calendar is refused', () => {
  test.each([
    ['without any window', { weekly: {} }],
    ['with a window without length', { weekly: { mon: [['09:00', '09:00']] } }],
    ['with an hour that does not exist', { weekly: { mon: [['09:00', '25:00']] } }],
    ['with a window that opens at 24:00', { weekly: { mon: [['24:00', '09:00']] } }],
    ['with a weekday that does not exist', { weekly: { monday: [['09:00', '17:00']] } }],
    ['with a zone that does not exist', { timezone: 'Mars/Olympus' }],
    ['with an unknown key', { lunch: '12:00' }],
    ['with a holiday that is no date', { holidays: ['2026-02-30'] }],
  ])('%s', (_, given) => {
    expect(ServiceCalendar.safeParse({ timezone: 'UTC', weekly: { mon: [['09:00', '17:00']] }, ...given }).success).toBe(false)
  })
})

describe('windows', () => {
  const night = calendar({ weekly: { mon: [['22:00', '06:00']], tue: [['22:00', '06:00']] } })
  test('may cross midnight and belong to the day on which they open', () => {
    expect(openPeriods(night, '2026-10-05T23:00:00Z', 2)).toEqual([
      { from: '2026-10-05T23:00:00Z', to: '2026-10-06T06:00:00Z' },
      { from: '2026-10-06T22:00:00Z', to: '2026-10-07T06:00:00Z' },
    ])
    expect(isOpen(night, '2026-10-07T05:59:59Z')).toBe(true)
    expect(isWorkingDay(night, '2026-10-07')).toBe(false)
  })
  test('that overlap across midnight count once', () => {
    const both = calendar({ weekly: { mon: [['22:00', '06:00']], tue: [['05:00', '14:00']] } })
    expect(businessSecondsBetween(both, '2026-10-05T00:00:00Z', '2026-10-07T00:00:00Z')).toBe(16 * hour)
  })
  test('end at midnight where the next local date is a holiday', () => {
    const closed = calendar({ weekly: { mon: [['22:00', '06:00']] }, holidays: ['2026-10-06'] })
    expect(openPeriods(closed, '2026-10-05T00:00:00Z', 1)).toEqual([{ from: '2026-10-05T22:00:00Z', to: '2026-10-06T00:00:00Z' }])
  })
  test('are cut by a break that crosses midnight', () => {
    const broken = calendar({ weekly: { mon: [['20:00', '04:00']] }, breaks: { '2026-10-05': [['23:00', '01:00']] } })
    expect(openPeriods(broken, '2026-10-05T00:00:00Z', 2)).toEqual([
      { from: '2026-10-05T20:00:00Z', to: '2026-10-05T23:00:00Z' },
      { from: '2026-10-06T01:00:00Z', to: '2026-10-06T04:00:00Z' },
    ])
  })
  test('of an override replace the weekly ones; a holiday closes the day in spite of it', () => {
    const special = calendar({
      overrides: { '2026-10-06': [['10:00', '12:00']] },
      holidays: ['2026-10-05'],
      recurringHolidays: ['10-12'],
    })
    expect(openPeriods(special, '2026-10-05T00:00:00Z', 2).map(({ from }) => from)).toEqual([
      '2026-10-06T10:00:00Z',
      '2026-10-19T09:00:00Z',
    ])
  })
  test('are half-open: the closing second is closed, a deadline may still fall on it', () => {
    const monday = calendar({})
    expect(isOpen(monday, '2026-10-05T17:00:00Z')).toBe(false)
    expect(addBusinessSeconds(monday, '2026-10-05T16:00:00Z', hour)).toBe('2026-10-05T17:00:00Z')
    expect(addBusinessSeconds(monday, '2026-10-05T17:00:00Z', 0)).toBe('2026-10-12T09:00:00Z')
    expect(subtractBusinessSeconds(monday, '2026-10-12T09:00:00Z', 0)).toBe('2026-10-05T17:00:00Z')
    expect(addBusinessSeconds(monday, '2026-10-12T10:00:00Z', -2 * hour)).toBe('2026-10-05T16:00:00Z')
  })
  test('keep fractions of a second', () => {
    expect(businessSecondsBetween(calendar({}), '2026-10-05T09:00:00.250Z', '2026-10-05T09:00:01Z')).toBe(0.75)
  })
  test('that do not come within twenty years are an error, not an endless search', () => {
    const past = calendar({ weekly: {}, overrides: { '2001-01-01': [['09:00', '10:00']] } })
    expect(() => nextOpen(past, '2026-10-05T00:00:00Z')).toThrow(RangeError)
  })
})

describe('daylight saving', () => {
  const always = calendar({ timezone: 'Europe/Berlin', weekly: { sat: [['00:00', '24:00']], sun: [['00:00', '24:00']] } })
  test('makes a day of 23 or 25 hours', () => {
    expect(openSecondsOfPeriod(always, { from: '2026-03-29', to: '2026-03-30' })).toBe(23 * hour)
    expect(openSecondsOfPeriod(always, { from: '2026-10-25', to: '2026-10-26' })).toBe(25 * hour)
  })
  test('keeps the wall clock of opening and closing', () => {
    const day = calendar({ timezone: 'Europe/Berlin', weekly: { sat: [['09:00', '17:00']], sun: [['09:00', '17:00']] } })
    expect(addBusinessSeconds(day, berlin('2026-03-28T16:00'), 2 * hour)).toBe(berlin('2026-03-29T10:00'))
    expect(addBusinessSeconds(day, berlin('2026-10-24T16:00'), 2 * hour)).toBe(berlin('2026-10-25T10:00'))
  })
  test('moves a window that opens in the gap by its length', () => {
    const gap = calendar({ timezone: 'Europe/Berlin', weekly: { sun: [['02:30', '05:00']] } })
    expect(openPeriods(gap, berlin('2026-03-29T00:00'), 1)).toEqual([
      { from: berlin('2026-03-29T03:30'), to: berlin('2026-03-29T05:00') },
    ])
  })
  test('leaves no window that closes before it opens', () => {
    const short = calendar({ timezone: 'America/Los_Angeles', weekly: { sun: [['02:30', '03:15']] } })
    expect(nextOpen(short, '2006-04-02T08:00:00Z')).toBe('2006-04-09T09:30:00Z')
  })
})

describe("China's holidays", () => {
  const cn = shanghai()
  test('close the day, by name', () => {
    expect(dayKind(cn, '2026-10-01')).toEqual({
      kind: 'holiday',
      name: { en: 'National Day', zh: '国庆节' },
      provisional: false,
    })
    expect(dayKind(cn, '2026-10-11')).toEqual({ kind: 'weekend', provisional: false })
  })
  test('give a make-up Saturday the window that most weekdays have', () => {
    const shortFriday = {
      ...cn,
      weekly: { ...cn.weekly, mon: [['10:00', '18:00']], fri: [['09:00', '16:00']] },
    } as ServiceCalendar
    expect(dayKind(shortFriday, '2026-10-10')).toMatchObject({ kind: 'make-up', name: { zh: '国庆节' } })
    expect(openPeriods(shortFriday, at('10T00:00'), 1)).toEqual([{ from: at('10T09:00'), to: at('10T18:00') }])
  })
  test('are provisional after the last announced year, and Monday to Friday', () => {
    expect(dayKind(cn, '2027-10-01')).toEqual({ kind: 'working', provisional: true })
    expect(dayKind(cn, '2027-10-02')).toEqual({ kind: 'weekend', provisional: true })
    expect(dayKind({ ...cn, publicHolidays: undefined }, '2027-10-01').provisional).toBe(false)
  })
  test('yield to a date on which the contract opens expressly', () => {
    const open = { ...cn, overrides: { '2026-10-01': [['10:00', '12:00']] } } as ServiceCalendar
    expect(openPeriods(open, at('01T00:00'), 1)).toEqual([{ from: at('01T10:00'), to: at('01T12:00') }])
  })

  const published = new URL('../../../../../../shared/data/cn-exceptions-2013-2026.json', import.meta.url)
  test.skipIf(!existsSync(published))('agree with the notices as another source reads them', () => {
    const { days } = JSON.parse(readFileSync(published, 'utf8')) as { days: { date: string; workday: boolean }[] }
    expect(days.length).toBeGreaterThan(400)
    expect(days.filter(({ date, workday }) => isWorkingDay(cn, date) !== workday)).toEqual([])
  })
})

describe('closing time', () => {
  const lunch = shanghai(['09:00', '12:00'], ['13:00', '18:00'])
  test("is the end of the day's last window; lunch does not close", () => {
    expect(closingTimeAt(lunch, at('09T10:00'))).toBe(at('09T18:00'))
    expect(closingTimeAt(lunch, at('09T12:30'))).toBe(at('09T18:00'))
  })
  test('after midnight is that of the shift that runs', () => {
    const night = calendar({ weekly: { mon: [['22:00', '06:00']] } })
    expect(closingTimeAt(night, '2026-10-06T01:00:00Z')).toBe('2026-10-06T06:00:00Z')
  })
  test('is not at midnight where the next day goes on, and never comes round the clock', () => {
    const day = [['00:00', '24:00']]
    const long = calendar({ weekly: { mon: [['08:00', '24:00']], tue: [['00:00', '04:00']] } })
    expect(closingTimeAt(long, '2026-10-05T09:00:00Z')).toBe('2026-10-06T04:00:00Z')
    const always = calendar({ weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day } })
    expect(closingTimeAt(always, '2026-10-05T09:00:00Z')).toBeUndefined()
  })
  test('does not exist on a day that is not worked', () => expect(closingTimeAt(lunch, at('11T10:00'))).toBeUndefined())
})

describe('open time around an instant', () => {
  const lunch = shanghai(['09:00', '12:00'], ['13:00', '18:00'])
  test('ends with the window, and names the next one', () => {
    expect(openUntil(lunch, at('09T10:00'))).toEqual({ closes: at('09T12:00'), opens: at('09T13:00') })
    expect(openUntil(lunch, at('09T12:30'))).toBeUndefined()
  })
  test('runs through midnight where the next day goes on, and never ends round the clock', () => {
    const day = [['00:00', '24:00']]
    const long = calendar({ weekly: { mon: [['08:00', '24:00']], tue: [['00:00', '04:00']] } })
    expect(openUntil(long, '2026-10-05T09:00:00Z')).toMatchObject({ closes: '2026-10-06T04:00:00Z' })
    const always = calendar({ weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day } })
    expect(openUntil(always, '2026-10-05T09:00:00Z')).toBeUndefined()
  })
})

describe('business days', () => {
  const cn = shanghai()
  test('keep the wall clock, count make-up days and skip holidays', () => {
    expect(addBusinessDays(cn, at('09T10:30'), 2)).toBe(at('12T10:30'))
    expect(addBusinessDays(cn, at('12T10:30'), -2)).toBe(at('09T10:30'))
  })
  test('begin at the next working day when the first is not worked, as a clock does', () => {
    expect(addBusinessDays(cn, at('11T10:30'), 1)).toBe(at('13T10:30'))
    expect(addBusinessDays(cn, at('11T10:30'), -1)).toBe(at('09T10:30'))
  })
  test('past closing time go on to the next opening, backwards before opening to the closing before', () => {
    expect(addBusinessDays(cn, at('13T19:00'), 1)).toBe(at('15T09:00'))
    expect(addBusinessDays(cn, at('14T08:00'), -1)).toBe(at('12T18:00'))
  })
  test('may end at closing time; none is the next open moment', () => {
    expect(addBusinessDays(cn, at('13T10:00'), 1, { endOfDay: true })).toBe(at('14T18:00'))
    expect(addBusinessDays(cn, at('11T10:00'), 0, { endOfDay: true })).toBe(at('12T18:00'))
    expect(addBusinessDays(cn, at('11T10:00'), 0)).toBe(at('12T09:00'))
  })
  test('between dates: the first date is not counted', () => {
    expect(addWorkingDays(cn, '2026-09-30', 1)).toBe('2026-10-08')
    expect(addWorkingDays(cn, '2026-10-11', 1)).toBe('2026-10-12')
    expect(addWorkingDays(cn, '2026-10-11', 0)).toBe('2026-10-12')
    expect(addWorkingDays(cn, '2026-10-11', -1)).toBe('2026-10-10')
  })
})
