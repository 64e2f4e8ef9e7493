import { describe, expect, test } from 'vitest'
import {
  formatAgo,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatDay,
  formatMonth,
  formatTime,
  formatTimeRange,
  formatUntil,
  formatWeekdayTime,
} from './date.ts'
import { formatMinutes, formatSeconds, formatWorked } from './duration.ts'
import { decimalText, formatMoney, parseMoney } from './money.ts'
import { formatNumber, formatPercent, formatRate } from './number.ts'
import { zoneName } from './zone.ts'

const cny = (minor: number) => ({ currency: 'CNY', minor })

describe('money', () => {
  test('is written the same in both languages, with the symbol', () => {
    expect(formatMoney(cny(128600), 'en')).toBe('¥1,286.00')
    expect(formatMoney(cny(128600), 'zh-CN')).toBe('¥1,286.00')
  })
  test('a minus is a minus sign before the symbol', () => {
    expect(formatMoney(cny(-148600), 'en')).toBe('−¥1,486.00')
    expect(formatMoney(cny(-148600), 'zh-CN', 'none')).toBe('−1,486.00')
  })
  test('has the decimals of its currency', () => {
    expect(formatMoney({ currency: 'JPY', minor: 1286 }, 'en', 'none')).toBe('1,286')
    expect(formatMoney({ currency: 'KWD', minor: 1286 }, 'en', 'none')).toBe('1.286')
  })
  test('shows the ISO code where a screen has several currencies', () => {
    expect(formatMoney(cny(50), 'en', 'code').replace(/\s/, ' ')).toBe('CNY 0.50')
  })
  test('is exact where a float is not', () => {
    expect(decimalText(cny(9007199254740991))).toBe('90071992547409.91')
    expect(formatMoney(cny(9007199254740991), 'en')).toBe('¥90,071,992,547,409.91')
  })
  test('reads what people type and refuses what is no amount', () => {
    expect(parseMoney('1,286.5', 'CNY')).toEqual(cny(128650))
    expect(parseMoney('￥１２８６', 'CNY')).toEqual(cny(128600))
    expect(parseMoney('−0.50', 'CNY')).toEqual(cny(-50))
    expect(parseMoney('12.', 'CNY')).toEqual(cny(1200))
    expect(parseMoney('1.505', 'CNY')).toBeUndefined()
    expect(parseMoney('12.5', 'JPY')).toBeUndefined()
    expect(parseMoney('', 'CNY')).toBeUndefined()
    expect(parseMoney('1e3', 'CNY')).toBeUndefined()
  })
})

describe('figures', () => {
  test('percent has a space in English only', () => {
    expect(formatPercent(0.977, 'en')).toBe('97.7 %')
    expect(formatPercent(0.977, 'zh-CN')).toBe('97.7%')
  })
  test('a tax rate is shifted as text', () => {
    expect(formatRate('0.06', 'en')).toBe('6 %')
    expect(formatRate('0.065', 'zh-CN')).toBe('6.5%')
    expect(formatRate('0.1', 'en')).toBe('10 %')
    expect(formatRate('1', 'en')).toBe('100 %')
  })
  test('thousands are grouped and minus is a minus', () => {
    expect(formatNumber(2418, 'en')).toBe('2,418')
    expect(formatNumber(-2418.5, 'zh-CN')).toBe('−2,418.5')
  })
})

describe('durations', () => {
  test('chips are tight, texts are spaced, minutes after hours have two digits', () => {
    expect(formatMinutes(145, 'en')).toBe('2 h 25 min')
    expect(formatMinutes(65, 'en', { style: 'chip' })).toBe('1h 05m')
    expect(formatMinutes(895, 'en', { style: 'table' })).toBe('14 h 55')
    expect(formatMinutes(360, 'en', { style: 'table' })).toBe('6 h 00')
    expect(formatMinutes(120, 'en', { style: 'chip' })).toBe('2h')
    expect(formatMinutes(145, 'zh-CN')).toBe('2 小时 25 分')
    expect(formatMinutes(12, 'zh-CN', { style: 'chip' })).toBe('12 分')
  })
  test('counted time has no days, wall time has', () => {
    expect(formatMinutes(1560, 'en', { style: 'chip' })).toBe('26h')
    expect(formatMinutes(1560, 'en', { style: 'chip', days: true })).toBe('1d 2h')
    expect(formatMinutes(14070, 'en', { style: 'table', days: true })).toBe('9 d 18 h 30')
    expect(formatMinutes(1560, 'zh-CN', { style: 'chip', days: true })).toBe('1 天 2 小时')
  })
  test('the last minutes show seconds', () => {
    expect(formatSeconds(249, 'en')).toBe('4m 09s')
    expect(formatSeconds(249, 'zh-CN')).toBe('4 分 09 秒')
    expect(formatSeconds(8, 'en')).toBe('8s')
  })
  test('worked minutes stay minutes', () => {
    expect(formatWorked(95, 'en')).toBe('95 min')
    expect(formatWorked(95, 'zh-CN')).toBe('95 分钟')
  })
})

describe('dates and times', () => {
  const instant = '2026-11-24T02:42:00Z'
  test('date, with and without year and weekday', () => {
    expect(formatDate('2026-11-24', 'en')).toBe('Tue 24 Nov 2026')
    expect(formatDate('2026-11-24', 'zh-CN')).toBe('2026年11月24日 周二')
    expect(formatDate('2026-09-01', 'en', 'short')).toBe('1 Sep')
    expect(formatDate('2026-09-01', 'zh-CN', 'short')).toBe('9月1日')
    expect(formatDate('2026-11-24', 'zh-CN', 'plain')).toBe('2026年11月24日')
  })
  test('an instant is shown in the zone that is named, not in that of the machine', () => {
    expect(formatTime(instant, 'Asia/Shanghai', 'en')).toBe('10:42')
    expect(formatTime(instant, 'Australia/Sydney', 'zh-CN')).toBe('13:42')
    expect(formatDay('2026-11-24T16:30:00Z', 'Asia/Shanghai', 'en', 'day')).toBe('Wed 25 Nov')
    expect(formatDateTime('2026-09-30T08:12:00Z', 'Asia/Shanghai', 'en')).toBe('Wed 30 Sep 16:12')
    expect(formatDateTime('2026-09-30T08:12:00Z', 'Asia/Shanghai', 'zh-CN')).toBe('9月30日 周三 16:12')
    expect(formatWeekdayTime('2026-11-30T01:00:00Z', 'Asia/Shanghai', 'zh-CN')).toBe('周一 09:00')
  })
  test('midnight is 00:00', () => expect(formatTime('2026-11-24T16:00:00Z', 'Asia/Shanghai', 'en')).toBe('00:00'))
  test('ranges: times with a dash, dates with 至, what is shared said once', () => {
    expect(formatTimeRange('2026-12-03T01:30:00Z', '2026-12-03T04:00:00Z', 'Asia/Shanghai', 'zh-CN')).toBe('09:30–12:00')
    expect(formatDateRange('2026-11-01', '2026-11-24', 'zh-CN', 'short')).toBe('11月1日至24日')
    expect(formatDateRange('2026-01-15', '2027-01-14', 'zh-CN')).toBe('2026年1月15日至2027年1月14日')
    expect(formatDateRange('2026-01-15', '2026-11-24', 'en')).toBe('15 Jan to 24 Nov 2026')
    expect(formatDateRange('2026-11-01', '2026-11-24', 'en', 'short')).toBe('1 to 24 Nov')
  })
  test('months', () => {
    expect(formatMonth('2026-11', 'en')).toBe('November 2026')
    expect(formatMonth('2026-11', 'zh-CN')).toBe('2026年11月')
  })
  test('relative only under a day', () => {
    expect(formatAgo('2026-11-24T02:36:00Z', instant, 'Asia/Shanghai', 'en')).toBe('6m')
    expect(formatAgo('2026-11-24T02:36:00Z', instant, 'Asia/Shanghai', 'zh-CN')).toBe('6 分钟前')
    expect(formatUntil('2026-12-02T16:00:00Z', 'Asia/Shanghai', 'zh-CN')).toBe('12月2日 周三')
    expect(formatUntil('2026-12-02T10:00:00Z', 'Asia/Shanghai', 'en')).toBe('Wed 2 Dec 18:00')
    expect(formatAgo('2026-11-24T02:42:40Z', '2026-11-24T02:42:00Z', 'Asia/Shanghai', 'en')).toBe('now')
    expect(formatAgo('2026-11-23T03:00:00Z', instant, 'Asia/Shanghai', 'en')).toBe('23h')
    expect(formatAgo('2026-11-23T02:00:00Z', instant, 'Asia/Shanghai', 'en')).toBe('23 Nov')
  })
  test('zones by city', () => {
    expect(zoneName('Asia/Shanghai', 'zh-CN')).toBe('上海')
    expect(zoneName('America/Argentina/Buenos_Aires', 'zh-CN')).toBe('Buenos Aires')
  })
})
