import { expect, test } from 'vitest'
import { KeyMap, nameOf, type Stroke } from './keys.ts'

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  shiftKey: false,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  ...more,
})

test.each([
  [stroke('j'), 'j'],
  [stroke('L', { shiftKey: true }), 'shift+l'],
  [stroke('?', { shiftKey: true }), '?'],
  [stroke('Enter', { metaKey: true }), 'mod+enter'],
  [stroke('Enter', { ctrlKey: true }), 'mod+enter'],
])('%o is %s', (event, name) => expect(nameOf(event)).toBe(name))

test('keys are silent while Chinese is being composed', () => {
  expect(nameOf(stroke('j', { isComposing: true }))).toBeUndefined()
  expect(nameOf(stroke('Process'))).toBeUndefined()
})

const map = () => {
  const keys: Record<string, string> = { j: 'down', 'g d': 'desk', d: 'delete' }
  return new KeyMap(
    name => keys[name],
    start => Object.keys(keys).some(key => key.startsWith(start)),
  )
}

test('G then D goes to the desk, D alone does not', () => {
  const keys = map()
  expect(keys.press('g', 0)).toBeUndefined()
  expect(keys.press('d', 500)).toBe('desk')
  expect(keys.press('d', 600)).toBe('delete')
})

test('a sequence lapses', () => {
  const keys = map()
  keys.press('g', 0)
  expect(keys.press('d', 2000)).toBe('delete')
})

test('another key ends a sequence and still does its own work', () => {
  const keys = map()
  keys.press('g', 0)
  expect(keys.press('j', 100)).toBe('down')
})
