import { expect, test } from 'vitest'
import { isSignature } from './strokes.ts'

test('a touch or a dot is no signature', () => {
  expect(isSignature([])).toBe(false)
  expect(isSignature([[{ x: 10, y: 10 }]])).toBe(false)
  expect(
    isSignature([
      [
        { x: 0, y: 0 },
        { x: 20, y: 0 },
      ],
    ]),
  ).toBe(false)
})

test('ink of several strokes adds up', () => {
  const stroke = [
    { x: 0, y: 0 },
    { x: 21, y: 0 },
  ]
  expect(isSignature([stroke, stroke])).toBe(true)
})
