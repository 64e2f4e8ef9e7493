import { expect, test } from 'vitest'
import { barsOf } from './spread.ts'

test('every arrival is in exactly one bar', () => {
  const minutes = [0, 6, 7, 34, 60, 61, 71, 400]
  const bars = barsOf(minutes, 60)
  expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(minutes.length)
})
test('an arrival in the deadline’s minute is in time, one minute later is late', () => {
  const late = (minutes: number) => barsOf([minutes], 60).find(({ count }) => count > 0)?.late
  expect([late(60), late(61)]).toEqual([false, true])
})
