import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../format/language.ts'
import en from '../../i18n/en/parts.ts'
import zh from '../../i18n/zh-CN/parts.ts'
import { type PromiseView, reachesAt, shownAt } from './promise.ts'
import { wordsOf } from './wording.ts'

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    ns: ['parts'],
    defaultNS: 'parts',
    resources: { en: { parts: en }, 'zh-CN': { parts: zh } },
    interpolation: { escapeValue: false },
  })
})

const asOf = '2026-10-10T02:00:00Z'
const at = (minutes: number): number => Date.parse(asOf) + minutes * 60_000
const running = (usedMinutes: number, more: Partial<Extract<PromiseView, { state: 'running' }>> = {}): PromiseView => ({
  promise: 'restore',
  asOf,
  state: 'running',
  targetMinutes: 960,
  usedMinutes,
  basis: 'working',
  ...more,
})
const say = (view: PromiseView, now: number, language: Language = 'en'): string =>
  wordsOf(view, shownAt(view, now), { t: i18next.getFixedT(language, 'parts'), language, zone: 'Asia/Shanghai' })

describe('a running promise', () => {
  test('counts down with the clock, and from 75 % of its target is at risk', () => {
    expect(shownAt(running(700), at(0)).state).toBe('running')
    expect(say(running(658), at(0))).toBe('5h 02m left')
    expect(shownAt(running(658), at(62)).state).toBe('at-risk')
    expect(say(running(895), at(0))).toBe('1h 05m left')
    expect(say(running(895), at(0), 'zh-CN')).toBe('剩 1 小时 05 分')
  })
  test("heeds the contract's own warning", () => {
    expect(shownAt(running(500, { warnAtMinutes: 480 }), at(0)).state).toBe('at-risk')
  })
  test('shows seconds in the last five minutes', () => {
    expect(say(running(950), at(5.85))).toBe('4m 09s left')
    expect(say(running(950), at(4.9))).toBe('5m left')
  })
  test('keeps its promise through the minute of the deadline, then is over and counts up', () => {
    expect(say(running(960), at(0))).toBe('Due now')
    expect(shownAt(running(960), at(0.9)).state).toBe('at-risk')
    expect(say(running(960), at(1))).toBe('Over by 1m')
    expect(say(running(960), at(12))).toBe('Over by 12m')
    expect(say(running(960), at(12), 'zh-CN')).toBe('已超 12 分')
  })
  test('stands still when the window closes, and says when it starts again', () => {
    const view = running(900, { countsUntil: new Date(at(30)).toISOString(), resumesAt: '2026-10-12T01:00:00Z' })
    expect(say(view, at(29))).toBe('31m left')
    expect(shownAt(view, at(30)).state).toBe('outside')
    expect(say(view, at(300))).toBe('Starts Mon 09:00')
    expect(say(view, at(300), 'zh-CN')).toBe('周一 09:00 起')
    expect(reachesAt(view)).toBeUndefined()
  })
  test('stays over, without growing, outside the window', () => {
    const view = running(955, { countsUntil: new Date(at(30)).toISOString() })
    expect(say(view, at(300))).toBe('Over by 25m')
    expect(reachesAt(view)).toBe(at(5))
  })
  test('counted time is told in hours, wall time in days', () => {
    expect(say(running(0, { targetMinutes: 1560 }), at(0))).toBe('26h left')
    expect(say(running(0, { targetMinutes: 1560, basis: 'wall' }), at(0))).toBe('1d 2h left')
  })
  test('names the reply', () => {
    expect(say(running(30, { promise: 'respond', targetMinutes: 40 }), at(0))).toBe('10m to reply')
    expect(say(running(30, { promise: 'respond', targetMinutes: 40 }), at(0), 'zh-CN')).toBe('10 分内首次回复')
  })
})

describe('states that do not move', () => {
  const still = (view: object): PromiseView => ({ promise: 'restore', asOf, ...view }) as PromiseView
  test.each([
    [{ state: 'paused', waitsFor: 'client' }, 'Paused · client', '暂停 · 等客户'],
    [{ state: 'outside', startsAt: '2026-10-12T01:00:00Z' }, 'Starts Mon 09:00', '周一 09:00 起'],
    [{ state: 'met', earlyMinutes: 18, basis: 'working' }, 'Met, 18m early', '达成，早 18 分'],
    [{ state: 'met', usedMinutes: 46, basis: 'working' }, 'Met in 46m', '用时 46 分达成'],
    [{ state: 'missed', lateMinutes: 34, basis: 'working' }, 'Missed by 34m', '超时 34 分'],
    [{ state: 'excluded', clause: '7' }, 'Excluded · 7', '不计入 · 7'],
    [{ state: 'none', billedAs: 'time-and-materials' }, 'None · billed T&M', '无承诺 · 按时计费'],
  ])('%o', (view, english, chinese) => {
    expect(say(still(view), at(500))).toBe(english)
    expect(say(still(view), at(500), 'zh-CN')).toBe(chinese)
  })
})
