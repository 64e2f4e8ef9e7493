import { expect, test } from 'vitest'
import { askedAt } from './asked-at.ts'

const now = Date.parse('2026-10-09T06:30:40.500Z')

test('minutes ago', () => expect(askedAt({ ago: 10 }, now, 'Asia/Shanghai')).toBe('2026-10-09T06:20:40Z'))
test("a time of day is today's, in the zone of the desk", () =>
  expect(askedAt({ time: '14:20' }, now, 'Asia/Shanghai')).toBe('2026-10-09T06:20:00Z'))
test('a time still to come was yesterday', () =>
  expect(askedAt({ time: '18：05' }, now, 'Asia/Shanghai')).toBe('2026-10-08T10:05:00Z'))
test('what is no time is none', () => expect(askedAt({ time: '25:00' }, now, 'Asia/Shanghai')).toBeUndefined())
