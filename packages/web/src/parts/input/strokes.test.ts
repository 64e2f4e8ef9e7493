import { expect, test } from 'vitest'
import { inkOf, isSignature } from './strokes.ts'

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

test('ink is whole pixels in pairs; a very long stroke is thinned and keeps its ends', () => {
  const box = { width: 342.4, height: 138 }
  expect(inkOf([[{ x: 1.4, y: 2.6 }]], box)).toEqual({ width: 342, height: 138, lines: [[1, 3]] })
  const [line] = inkOf([Array.from({ length: 2500 }, (_, at) => ({ x: at, y: 0 }))], box).lines
  expect(line).toHaveLength(2000)
  expect([line?.[0], line?.at(-2)]).toEqual([0, 2499])
})
