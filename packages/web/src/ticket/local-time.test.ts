import { expect, test } from 'vitest'
import { instantAt, readTime } from './local-time.ts'

test('times are read as people type them', () => {
  expect(readTime('9:05')).toBe('09:05')
  expect(readTime(' 21：30 ')).toBe('21:30')
  expect(readTime('24:00')).toBeUndefined()
})
test('a wall time is told in the zone it is meant in', () => {
  expect(instantAt('2026-12-03', '09:30', 'Asia/Shanghai')).toBe('2026-12-03T01:30:00Z')
  expect(instantAt('2026-12-03', 'soon', 'Asia/Shanghai')).toBeUndefined()
})
