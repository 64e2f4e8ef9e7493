import { expect, test } from 'vitest'
import { byDay, daysOf, isoWeek, mondayOf, weekBeside } from './week.ts'

test('a week begins on its Monday, also where the year has 53 of them', () => {
  expect(mondayOf('2026-W01')).toBe('2025-12-29')
  expect(mondayOf('2026-W53')).toBe('2026-12-28')
  expect(mondayOf('2027-W01')).toBe('2027-01-04')
  expect(daysOf('2026-W48')).toEqual([
    '2026-11-23',
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-28',
    '2026-11-29',
  ])
})

test('the week beside crosses the year', () => {
  expect(weekBeside('2026-W53', 1)).toBe('2027-W01')
  expect(weekBeside('2026-W01', -1)).toBe('2025-W52')
  for (const week of ['2020-W53', '2026-W10']) expect(isoWeek(mondayOf(week))).toBe(week)
})

test('a day lists who has no technician first, then by name and agreed time', () => {
  const row = (id: string, date: string, name?: string, from?: string) => ({
    id,
    date,
    ...(name && { technician: { name } }),
    ...(from && { window: { from } }),
  })
  const days = byDay([
    row('d', '2026-11-24', 'Li', '2026-11-24T06:00:00Z'),
    row('c', '2026-11-24', 'Li', '2026-11-24T01:30:00Z'),
    row('b', '2026-11-24'),
    row('a', '2026-11-23', 'Wu'),
  ])
  expect(days.map(({ date, rows }) => [date, rows.map(({ id }) => id)])).toEqual([
    ['2026-11-23', ['a']],
    ['2026-11-24', ['b', 'c', 'd']],
  ])
})
