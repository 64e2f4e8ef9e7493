import { expect, test } from 'vitest'
import { lastMonth, monthBeside, parseRef, refOf, sourceHref } from './address.ts'

test('a bill is named with its client, and found again', () => {
  expect(parseRef(refOf('LANHAI', 'fee-a_b-1'))).toEqual({ client: 'LANHAI', id: 'fee-a_b-1' })
  expect(parseRef('nothing')).toEqual({ client: '', id: 'nothing' })
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
  expect(sourceHref('MINGDE', { kind: 'invoice', id: 'x' })).toBe('/finance/invoices/MINGDE~x')
  expect(sourceHref('MINGDE', { kind: 'work', id: 'w1' })).toBeUndefined()
})
