import { expect, test } from 'vitest'
import { timeOf } from './time-text.ts'

test('a time of day is read as people type it', () => {
  expect(['9', '09', '930', '0930', '9:30', '9：30', '17.05', '00:00'].map(timeOf)).toEqual([
    '09:00',
    '09:00',
    '09:30',
    '09:30',
    '09:30',
    '09:30',
    '17:05',
    '00:00',
  ])
})

test('what is no time of day is refused', () => {
  for (const text of ['', '24:00', '9:75', 'noon', '9:3', '-1']) expect(timeOf(text)).toBeUndefined()
})
