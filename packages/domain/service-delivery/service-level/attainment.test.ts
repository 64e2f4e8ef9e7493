import { describe, expect, test } from 'vitest'
import { attainmentOf, type ClockFact, clockFacts } from './attainment.ts'
import { cancelClocks } from './clocks/remove.ts'
import { percentText } from './percent.ts'
import { at, shanghai, story } from './testing.ts'

const calendar = shanghai()
const zone = 'Asia/Shanghai'
const restore = (facts: ClockFact[], asOf: string, month = '2026-10') =>
  attainmentOf(facts, { promise: 'restore', month, zone, asOf })
const fact = (ticket: string, outcome: ClockFact['outcome'], stoppedAt?: string): ClockFact => ({
  ticket,
  promise: 'restore',
  cycle: 1,
  clause: '7(a)',
  clocks: ['c1'],
  deadline: at('12T18:00'),
  outcome,
  ...(stoppedAt && { stoppedAt }),
})

describe('attainment of a month', () => {
  test('is a percentage with one decimal, halves away from zero', () => {
    expect(percentText(1, 3, 1)).toBe('33.3')
    expect(percentText(1, 800, 1)).toBe('0.1')
    expect(percentText(1999, 2000, 1)).toBe('100.0')
    expect(percentText(3, 5, 1)).toBe('60.0')
  })
  test('is no figure where nothing was clocked', () => {
    expect(restore([], at('31T00:00'))).toMatchObject({ percent: null, clocked: 0 })
  })
  test('counts each cycle in the month in which its clock stops, in the zone of the contract', () => {
    const facts = [fact('A', 'met', '2026-09-30T16:30:00Z'), fact('B', 'missed', '2026-09-30T15:30:00Z')]
    expect(restore(facts, at('31T00:00'))).toMatchObject({ clocked: 1, met: 1, percent: '100.0' })
    expect(restore(facts, at('31T00:00'), '2026-09')).toMatchObject({ clocked: 1, met: 0, percent: '0.0' })
  })
  test('counts a clock that is over and still runs as missed, in the month of the question alone', () => {
    const facts = [fact('A', 'met', at('12T10:00')), fact('B', 'late'), fact('C', 'running')]
    expect(restore(facts, at('20T00:00'))).toMatchObject({ clocked: 2, met: 1, percent: '50.0' })
    expect(restore(facts, '2026-11-02T02:00:00Z')).toMatchObject({ clocked: 1, percent: '100.0' })
  })
})

describe('the facts of a ticket', () => {
  test('are one a promise and cycle', () => {
    const set = story({ requestedAt: at('20T09:30'), onSiteRequestedAt: at('20T09:30') })
      .stop('arrival', at('20T10:00'))
      .stop('restore', at('20T11:10'))
      .reopen(at('21T16:50'))
      .clocks()
    expect(
      clockFacts('A', set, calendar, at('21T17:00')).map(({ promise, cycle, outcome }) => [promise, cycle, outcome]),
    ).toEqual([
      ['arrival', 1, 'met'],
      ['restore', 1, 'met'],
      ['restore', 2, 'running'],
    ])
  })
  test('leave out what was cancelled', () => {
    const set = cancelClocks(story({ requestedAt: at('20T09:30') }).clocks(), { at: at('20T10:00'), reason: 'merged' }).clocks
    expect(clockFacts('A', set, calendar, at('21T17:00'))).toEqual([])
  })
  test('are disputed only while the two opinions give different results', () => {
    const severity = { client: 'severe', provider: 'ordinary' } as const
    const told = (restored: string) =>
      story({ requestedAt: at('13T10:00'), severity })
        .stop('restore', at(restored))
        .clocks()
    const outcome = (restored: string) => clockFacts('A', told(restored), calendar, at('15T10:00'))[0]?.outcome
    expect(outcome('13T13:00')).toBe('met')
    expect(outcome('13T16:00')).toBe('disputed')
    expect(restore(clockFacts('A', told('13T16:00'), calendar, at('15T10:00')), at('15T10:00'))).toMatchObject({
      percent: null,
      disputed: [{ ticket: 'A', clocks: ['c1', 'c2'] }],
    })
  })
})
