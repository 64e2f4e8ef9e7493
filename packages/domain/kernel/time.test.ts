import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import {
  addDays,
  addMinutes,
  addMonths,
  compareInstants,
  contains,
  datesOfMonth,
  daysBetween,
  eachDate,
  Instant,
  LocalDate,
  lastDayOfMonth,
  localDateOf,
  mergePeriods,
  minuteOf,
  overlap,
  periodOfDates,
  secondsBetween,
  startOfDay,
  wallTimeOf,
  wallTimeToInstant,
  Zone,
} from './time.ts'

describe('instants', () => {
  test('are read with any offset and kept in UTC, seconds always shown', () => {
    expect(Instant.parse('2026-10-04T03:30+08:00')).toBe('2026-10-03T19:30:00Z')
    expect(Instant.parse('2026-10-03T19:30:15.5Z')).toBe('2026-10-03T19:30:15.5Z')
  })
  test.each(['2026-10-04', '2026-02-30T00:00:00Z', '2026-10-04T03:30', 'yesterday', ''])('%j is no instant', text => {
    expect(Instant.safeParse(text).success).toBe(false)
  })
  test('their schema can be published as JSON Schema', () => {
    expect(z.toJSONSchema(Instant)).toMatchObject({ type: 'string', format: 'date-time' })
  })
  test('compare as instants, not as text', () => {
    expect(compareInstants('2026-10-04T03:30:00.5Z', '2026-10-04T03:30:00Z')).toBe(1)
    expect(compareInstants('2026-10-04T03:30:00+08:00', '2026-10-03T19:30:00Z')).toBe(0)
  })
  test('move by minutes and are cut to the minute', () => {
    expect(addMinutes('2026-10-04T03:30:30Z', -31)).toBe('2026-10-04T02:59:30Z')
    expect(minuteOf('2026-10-04T03:30:59.9Z')).toBe('2026-10-04T03:30:00Z')
    expect(secondsBetween('2026-10-04T00:00:10Z', '2026-10-04T00:00:00Z')).toBe(-10)
  })
})

describe('local time', () => {
  test('an instant has another date in another zone', () => {
    expect(localDateOf('2026-10-03T19:30:00Z', 'Asia/Shanghai')).toBe('2026-10-04')
    expect(localDateOf('2026-10-03T19:30:00Z', 'America/New_York')).toBe('2026-10-03')
    expect(wallTimeOf('2026-10-03T19:30:00Z', 'Asia/Shanghai')).toBe('2026-10-04T03:30:00')
  })
  test('a wall time in a gap takes the offset before it, in an overlap the first occurrence', () => {
    expect(wallTimeToInstant('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00Z')
    expect(wallTimeToInstant('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00Z')
  })
  test('a day begins after the gap where midnight does not exist', () => {
    expect(startOfDay('2015-10-18', 'America/Sao_Paulo')).toBe('2015-10-18T03:00:00Z')
  })
  test.each(['+08:00', 'Mars/Olympus', ''])('%j is no zone', text => expect(Zone.safeParse(text).success).toBe(false))
  test('Asia/Shanghai and UTC are zones', () => {
    expect(Zone.parse('Asia/Shanghai')).toBe('Asia/Shanghai')
    expect(Zone.parse('UTC')).toBe('UTC')
  })
})

describe('dates and periods', () => {
  test.each(['2026-02-29', '2026-2-1', '2026-10-04T00:00:00Z', '9999-12-31'])('%j is no date', text => {
    expect(LocalDate.safeParse(text).success).toBe(false)
  })
  test('months have their own length, leap years too', () => {
    expect(lastDayOfMonth('2028-02')).toBe('2028-02-29')
    expect(lastDayOfMonth('2026-12')).toBe('2026-12-31')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(datesOfMonth('2026-12')).toEqual({ from: '2026-12-01', to: '2027-01-01' })
    expect(eachDate(datesOfMonth('2026-10'))).toHaveLength(31)
  })
  test('days between dates are signed', () => {
    expect(daysBetween('2026-10-01', '2027-10-01')).toBe(365)
    expect(daysBetween('2026-10-02', '2026-10-01')).toBe(-1)
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })
  test('a period holds its start and not its end', () => {
    const period = { from: '2026-10-01T00:00:00Z', to: '2026-10-02T00:00:00Z' }
    expect(contains(period, period.from)).toBe(true)
    expect(contains(period, period.to)).toBe(false)
    expect(overlap(period, { from: period.to, to: '2026-10-03T00:00:00Z' })).toBeUndefined()
  })
  test('a month in a zone with daylight saving is an hour longer in autumn', () => {
    const { from, to } = periodOfDates(datesOfMonth('2026-10'), 'Europe/Berlin')
    expect(secondsBetween(from, to)).toBe((31 * 24 + 1) * 3600)
  })
  test('periods that touch or overlap become one', () => {
    const at = (hour: number) => `2026-10-01T${String(hour).padStart(2, '0')}:00:00Z`
    const merged = mergePeriods([
      { from: at(5), to: at(6) },
      { from: at(1), to: at(3) },
      { from: at(2), to: at(4) },
      { from: at(4), to: at(4) },
      { from: at(6), to: at(7) },
    ])
    expect(merged).toEqual([
      { from: at(1), to: at(4) },
      { from: at(5), to: at(7) },
    ])
  })
})
