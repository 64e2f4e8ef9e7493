import { describe, expect, test } from 'vitest'
import { wallTimeOf, wallTimeToInstant } from '../../kernel/time.ts'
import { clockFigures } from './clocks/figures.ts'
import { cancelClocks } from './clocks/remove.ts'
import { explainClock } from './explain.ts'
import { at, maintenanceTargets, shanghai, story } from './testing.ts'

const september = wallTimeToInstant('2026-09-30T16:12', 'Asia/Shanghai')
const rows = (explanation: ReturnType<typeof explainClock>) =>
  explanation.segments.map(({ from, seconds, kind, reason, running }) =>
    [wallTimeOf(from, 'Asia/Shanghai').slice(5, 16), seconds / 60, kind, reason, running / 60].join(' '),
  )

describe('a clock explained', () => {
  const targets = maintenanceTargets({ severeArrival: 60, restore: 960, severeRestore: 240 })
  const told = story({ requestedAt: september }, shanghai(), targets)
    .pause(at('08T11:25'))
    .resume(at('08T16:40'))
    .pause(at('09T14:10'))
    .resume(at('09T15:30'))
  const clock = told.clocks().clocks[0]!
  const explanation = explainClock(clock, shanghai(), at('10T10:42'))

  test('goes interval by interval, each with its reason and the running total', () => {
    expect(rows(explanation)).toEqual([
      '09-30T16:12 108 counted requested 108',
      '09-30T18:00 360 outside after-closing 108',
      '10-01T00:00 10080 holiday holiday 108',
      '10-08T00:00 540 outside before-opening 108',
      '10-08T09:00 145 counted working-time 253',
      '10-08T11:25 315 paused waiting 253',
      '10-08T16:40 80 counted resumed 333',
      '10-08T18:00 900 outside night 333',
      '10-09T09:00 310 counted working-time 643',
      '10-09T14:10 80 paused waiting 643',
      '10-09T15:30 150 counted resumed 793',
      '10-09T18:00 900 outside night 793',
      '10-10T09:00 102 counted working-time 895',
    ])
  })
  test('adds up to the time on the wall, to the second', () => {
    expect(explanation.equation).toEqual({
      wall: (9 * 24 + 18.5) * 3600,
      counted: 895 * 60,
      paused: 395 * 60,
      holiday: 7 * 24 * 3600,
      outside: 45 * 3600,
    })
    expect(explanation.deadline).toBe(at('10T11:47'))
    expect(explanation.dueOn).toBe('2026-10-10')
  })
  test('names the holiday, the make-up day, who was waited for, and its sources', () => {
    const { segments } = explanation
    expect(segments.find(({ kind }) => kind === 'holiday')?.params).toEqual({ en: 'National Day', zh: '国庆节' })
    expect(segments.at(-1)).toMatchObject({ dayKind: 'make-up', params: { zh: '国庆节' } })
    expect(segments.find(({ kind }) => kind === 'paused')?.params).toEqual({ reason: 'client', by: 'Li' })
    expect(explanation.sources).toEqual([
      { kind: 'clause', clause: '7(a)' },
      { kind: 'calendar', timezone: 'Asia/Shanghai', publicHolidays: 'CN', provisional: false },
      { kind: 'log', clock: 'c1', entries: 5 },
    ])
    expect(explanation.sentenceKey).toBe('clock.sentence.at-risk')
  })
})

describe('an explanation ends', () => {
  test('where the clock was stopped or taken out, not now', () => {
    const stopped = story({ requestedAt: at('12T09:00') })
      .stop('restore', at('12T10:00'))
      .clocks().clocks[0]!
    expect(explainClock(stopped, shanghai(), at('20T09:00')).equation).toMatchObject({ wall: 3600, counted: 3600 })
    const removal = { at: at('12T10:00'), reason: 'out-of-scope', clause: '2(5)' }
    const removed = cancelClocks(story({ requestedAt: at('12T09:00') }).clocks(), removal).clocks.clocks[0]!
    expect(explainClock(removed, shanghai(), at('20T09:00'))).toMatchObject({
      sentenceKey: 'clock.sentence.excluded',
      params: { excludedBy: '2(5)' },
      equation: { wall: 3600 },
    })
  })
  test('before it begins for a clock that lies ahead', () => {
    const clock = story({ requestedAt: at('12T09:00') }).clocks().clocks[0]!
    expect(explainClock(clock, shanghai(), at('11T09:00'))).toMatchObject({ segments: [], equation: { wall: 0 } })
  })
})

describe('its intervals', () => {
  test('of a 24x7 clock are one, but for its pauses', () => {
    const severe = { requestedAt: at('09T20:00'), severity: { client: 'severe' } } as const
    const clock = story(severe).pause(at('09T21:00')).resume(at('10T01:00')).clocks().clocks[0]!
    expect(rows(explainClock(clock, shanghai(), at('10T02:00')))).toEqual([
      '10-09T20:00 60 counted requested 60',
      '10-09T21:00 240 paused waiting 60',
      '10-10T01:00 60 counted resumed 120',
    ])
  })
  test('name a lunch break, a weekend and a pause that only covers closed time', () => {
    const lunch = shanghai(['09:00', '12:00'], ['13:00', '18:00'])
    const clock = story({ requestedAt: at('16T11:00') }, lunch)
      .pause(at('16T18:30'))
      .resume(at('18T11:00'))
      .clocks().clocks[0]!
    const explanation = explainClock(clock, lunch, at('19T09:30'))
    expect(rows(explanation)).toEqual([
      '10-16T11:00 60 counted requested 60',
      '10-16T12:00 60 outside between-windows 60',
      '10-16T13:00 300 counted working-time 360',
      '10-16T18:00 360 outside after-closing 360',
      '10-17T00:00 2880 outside rest-day 360',
      '10-19T00:00 540 outside before-opening 360',
      '10-19T09:00 30 counted working-time 390',
    ])
    expect(explanation.equation.paused).toBe(0)
    expect(explanation.equation.counted).toBe(clockFigures(clock, lunch, at('19T09:30')).consumedSeconds)
  })
})
