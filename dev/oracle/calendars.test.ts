import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { run as businessHours } from './business-hours.ts'
import { run as cnWorkdays } from './cn-workdays.ts'
import { run as handleTime } from './handle-time.ts'
import type { OracleResult } from './result.ts'

const oracle = (name: string) => new URL(`../../../shared/oracles/${name}`, import.meta.url)
const nineToFive = { timezone: 'UTC', weekly: { mon: [['09:00', '17:00']] } }

describe.each([
  ['business_hours_cases.json', businessHours],
  ['cn_workday_cases.json', cnWorkdays],
  ['handle_time_example.json', handleTime],
] as const)('%s', (name, run) => {
  test.skipIf(!existsSync(oracle(name)))('every case agrees', () => {
    const results: OracleResult[] = run(JSON.parse(readFileSync(oracle(name), 'utf8')))
    expect(results.length).toBeGreaterThan(0)
    expect(results.filter(({ status }) => status !== 'passed')).toEqual([])
  })
})

describe('an oracle notices', () => {
  const between = { id: 'a', op: 'between', calendar: nineToFive, start: '2026-10-05T09:00:00Z', end: '2026-10-05T10:00:00Z' }
  test('a figure that is off', () => {
    expect(businessHours({ cases: [{ ...between, expected: 3600 }] })[0]?.status).toBe('passed')
    expect(businessHours({ cases: [{ ...between, expected: 3601 }] })[0]).toMatchObject({ status: 'failed', actual: 3600 })
  })
  test('an operation it does not know, and says so', () => {
    expect(businessHours({ cases: [{ ...between, op: 'guess', expected: 0 }] })[0]).toMatchObject({
      status: 'skipped',
      reason: 'operation guess is not known',
    })
  })
  test('a calendar that it cannot read, in that case alone', () => {
    const results = businessHours({
      cases: [
        { ...between, calendar: { ...nineToFive, timezone: 'Mars/Olympus' }, expected: 3600 },
        { ...between, expected: 3600 },
      ],
    })
    expect(results.map(({ status }) => status)).toEqual(['failed', 'passed'])
  })
  test('a leaf of a timeline that is off', () => {
    const timeline = { ...between, op: 'slaTimeline', targetsMinutes: { solution: 60 }, closedAt: '2026-10-05T09:30:00Z' }
    const expected = { solution: '2026-10-05T10:00:00Z', solutionInMinutes: 30, solutionSlackMinutes: 30 }
    expect(businessHours({ cases: [{ ...timeline, expected }] })[0]?.status).toBe('passed')
    expect(businessHours({ cases: [{ ...timeline, expected: { ...expected, solutionInMinutes: 31 } }] })[0]?.status).toBe(
      'failed',
    )
  })
})

describe('an oracle runs the functions that the product calls', () => {
  const level = 'service-delivery/service-level'
  test.each([
    ['between', 'businessSecondsBetween', `${level}/clocks/figures.ts`],
    ['handle times', 'businessSecondsBetween', 'service-delivery/availability/availability.ts'],
    ['after', 'addBusinessSeconds', `${level}/clocks/figures.ts`],
    ['before', 'subtractBusinessSeconds', `${level}/calendar/working-days.ts`],
    ['nextOpen', 'nextOpen', `${level}/clocks/figures.ts`],
    ['isOpen', 'isOpen', `${level}/plan.ts`],
    ['addBusinessDays', 'addBusinessDays', 'service-support/incident/decide/end.ts'],
    ['slaTimeline', 'clockFigures', `${level}/sla-timeline.ts`],
    ['isBusinessDay', 'isWorkingDay', 'outsourcing/contract/billing-schedule.ts'],
    ['addBusinessDays of dates', 'addWorkingDays', `${level}/calendar/working-days.ts`],
  ])('%s is %s, called by %s', (_, name, caller) => {
    const source = readFileSync(new URL(`../../packages/domain/${caller}`, import.meta.url), 'utf8')
    expect(source).toMatch(new RegExp(`(?<!function )\\b${name}\\(`))
  })
})
