import { expect, test } from 'vitest'
import { formatSpan } from './span.ts'

test.each([
  [7 * 86_400, true, '7 d', '7 天'],
  [9 * 86_400 + 18 * 3600 + 30 * 60, true, '9 d 18 h 30', '9 天 18 小时 30 分'],
  [14 * 3600 + 55 * 60, false, '14 h 55', '14 小时 55 分'],
  [30 * 3600, false, '30 h 00', '30 小时 00 分'],
  [72, false, '1 min 12 s', '1 分 12 秒'],
  [3904, false, '1 h 05 min 04 s', '1 小时 05 分 04 秒'],
  [12, true, '12 s', '12 秒'],
])('%i seconds', (seconds, days, en, zh) => {
  expect(formatSpan(seconds, 'en', days)).toBe(en)
  expect(formatSpan(seconds, 'zh-CN', days)).toBe(zh)
})
