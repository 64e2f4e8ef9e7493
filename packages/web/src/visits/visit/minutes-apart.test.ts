import { expect, test } from 'vitest'
import { minutesApart } from './minutes-apart.ts'

test('minutes between two times of a day, only in order', () => {
  expect(minutesApart('09:50', '10:15')).toBe(25)
  expect(minutesApart('10:15', '10:15')).toBeUndefined()
  expect(minutesApart('', '10:15')).toBeUndefined()
})
