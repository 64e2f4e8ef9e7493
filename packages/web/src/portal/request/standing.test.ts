import { expect, test } from 'vitest'
import { byTurn, standingOf } from './standing.ts'

test('a wait is the turn of the client only when it waits for the client', () => {
  expect(standingOf({ status: 'waiting', waitingOn: 'client' }, false)).toBe('your-turn')
  expect(standingOf({ status: 'waiting', waitingOn: 'part' }, false)).toBe('waiting')
})
test('an open quote asks who may approve it, and nobody else', () => {
  expect(standingOf({ status: 'new', quoted: true }, true)).toBe('approve')
  expect(standingOf({ status: 'new', quoted: true }, false)).toBe('received')
})
test('what waits for the reader stands first, then the latest change', () => {
  const row = (id: string, status: 'new' | 'resolved', updatedAt: string) => ({ id, status, updatedAt })
  const rows = [
    row('old', 'new', '2026-10-01T00:00:00Z'),
    row('new', 'new', '2026-10-03T00:00:00Z'),
    row('mine', 'resolved', '2026-09-01T00:00:00Z'),
  ]
  expect(byTurn(rows, false).map(({ id }) => id)).toEqual(['mine', 'new', 'old'])
})
