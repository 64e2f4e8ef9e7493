import { expect, test } from 'vitest'
import { settle } from './settle.ts'

const row = (key: string, says = '') => ({ key, says })
const settled = (order: string[], rows: { key: string; says: string }[]) => settle(order, rows, ({ key }) => key)

test('rows stay where they are and say what is new', () => {
  const { shown, moved } = settled(['a', 'b', 'c'], [row('c', 'now first'), row('a'), row('b')])
  expect(shown.map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  expect(shown[2]?.says).toBe('now first')
  expect(moved).toBe(1)
})
test('what is gone leaves, what is new comes last until the list is put in order', () => {
  const { shown, moved } = settled(['a', 'b'], [row('new'), row('b')])
  expect(shown.map(({ key }) => key)).toEqual(['b', 'new'])
  expect(moved).toBe(1)
})
test('a list in order has nothing moved', () => {
  expect(settled(['a', 'b'], [row('a'), row('b')]).moved).toBe(0)
  expect(settled([], [row('a'), row('b')])).toMatchObject({ moved: 0 })
})
