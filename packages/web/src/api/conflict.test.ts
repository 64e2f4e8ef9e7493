import { expect, test } from 'vitest'
import { conflictsOf } from './conflict.ts'

const base = { status: 'open', assignee: 'a', tags: ['x'] }

test('shows what they changed and what you changed, field by field', () => {
  expect(conflictsOf(base, { status: 'waiting', assignee: 'b', tags: ['x'] }, { status: 'resolved' })).toEqual([
    { field: 'status', theirs: 'waiting', yours: 'resolved' },
    { field: 'assignee', theirs: 'b' },
  ])
})

test('is silent where both agree or nobody changed anything', () => {
  expect(conflictsOf(base, { ...base, status: 'resolved' }, { status: 'resolved', tags: ['x'] })).toEqual([])
})

test('keeps your change where they left the field alone', () => {
  expect(conflictsOf(base, base, { tags: ['x', 'y'] })).toEqual([{ field: 'tags', theirs: ['x'], yours: ['x', 'y'] }])
})

test('does not mistake another order of keys for a change, and shows what only you have added', () => {
  const nested: Record<string, unknown> = { due: { days: 2, roll: 'none' } }
  expect(conflictsOf(nested, { due: { roll: 'none', days: 2 } }, {})).toEqual([])
  expect(conflictsOf(nested, nested, { ...nested, standby: { by: '2026-12-01' } })).toEqual([
    { field: 'standby', theirs: undefined, yours: { by: '2026-12-01' } },
  ])
})
