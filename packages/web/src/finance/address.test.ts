import { expect, test } from 'vitest'
import { billPlace, earlier, lastDayOf, lastMonth, monthBeside, sourceHref } from './address.ts'

test('a bill is named with its client', () => {
  expect(billPlace('LANHAI', 'fee-a_b-1', { decide: 'late-fee' })).toEqual({
    to: '/finance/invoices/fee-a_b-1',
    search: { client: 'LANHAI', decide: 'late-fee' },
  })
})
test('months go over the turn of the year', () => {
  expect([monthBeside('2026-12', 1), monthBeside('2027-01', -1), lastMonth('2027-01-15')]).toEqual([
    '2027-01',
    '2026-12',
    '2026-12',
  ])
})
test('only what has a page is a link', () => {
  expect(sourceHref('MINGDE', { kind: 'ticket', id: 'MINGDE-2' })).toBe('/desk/tickets/MINGDE-2')
  expect(sourceHref('MINGDE', { kind: 'invoice', id: 'x' })).toBe('/finance/invoices/x?client=MINGDE')
  expect(sourceHref('MINGDE', { kind: 'work', id: 'w1' })).toBeUndefined()
})
test('the last day of a month knows leap years', () => {
  expect([lastDayOf('2028-02'), lastDayOf('2026-12'), earlier('2026-11-30', '2026-11-02')]).toEqual([
    '2028-02-29',
    '2026-12-31',
    '2026-11-02',
  ])
})
