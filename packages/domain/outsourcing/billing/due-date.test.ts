import { expect, test } from 'vitest'
import { weekdayOf } from '../../kernel/time.ts'
import { type DueRule, dueDate, DueRule as Rule } from './due-date.ts'

/** Monday to Friday, the first week of October off, Saturday the 10th worked. */
const isWorkingDay = (date: string) =>
  date === '2026-10-10' || (weekdayOf(date) <= 5 && !(date >= '2026-10-01' && date <= '2026-10-07'))
const on = (start: string, rule: Partial<DueRule>, isProvisional?: (date: string) => boolean) =>
  dueDate(
    start,
    { days: 2, dayKind: 'calendar', startDayCounts: false, roll: 'next-working-day', ...rule },
    { isWorkingDay, ...(isProvisional && { isProvisional }) },
  )

test.each<[string, string, Partial<DueRule>, string, string]>([
  ['the day itself is not counted, a holiday rolls on (Civil Code 201, 203)', '2026-09-30', {}, '2026-10-02', '2026-10-08'],
  ['without rolling it stays on the holiday', '2026-09-30', { roll: 'none' }, '2026-10-02', '2026-10-02'],
  ['a make-up Saturday is a working day', '2026-10-08', {}, '2026-10-10', '2026-10-10'],
  ['a first day that counts makes it a day earlier', '2026-10-08', { startDayCounts: true }, '2026-10-09', '2026-10-09'],
  ['working days skip holidays', '2026-09-30', { dayKind: 'working' }, '2026-10-09', '2026-10-09'],
  ['a first working day that counts', '2026-09-29', { dayKind: 'working', startDayCounts: true }, '2026-09-30', '2026-09-30'],
  [
    'a first day that is closed does not count as working',
    '2026-10-03',
    { dayKind: 'working', startDayCounts: true },
    '2026-10-09',
    '2026-10-09',
  ],
  ['no days: the day itself, rolled', '2026-10-01', { days: 0 }, '2026-10-01', '2026-10-08'],
  ['ten days over a month end', '2026-10-26', { days: 10 }, '2026-11-05', '2026-11-05'],
])('%s', (_, start, rule, rawDueOn, dueOn) => {
  expect(on(start, rule)).toEqual({ rawDueOn, dueOn, provisional: false })
})

test('is provisional while a day it rests on is not announced', () => {
  expect(on('2026-12-31', {}, date => date > '2026-12-31').provisional).toBe(true)
  expect(on('2026-12-28', {}, date => date > '2026-12-31').provisional).toBe(false)
})

test('a first day that counts needs a day, and a calendar without working days is noticed', () => {
  expect(Rule.safeParse({ days: 0, dayKind: 'calendar', startDayCounts: true, roll: 'none' }).success).toBe(false)
  expect(() =>
    dueDate(
      '2026-10-01',
      { days: 1, dayKind: 'calendar', startDayCounts: false, roll: 'next-working-day' },
      { isWorkingDay: () => false },
    ),
  ).toThrow('no working day')
})
