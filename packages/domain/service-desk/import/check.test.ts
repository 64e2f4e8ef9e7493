import { describe, expect, it } from 'vitest'
import { checkHistories } from './check.ts'
import type { HistoryRow, IncidentHistory } from './history.ts'

const row = (at: string, outcome: HistoryRow['outcome'] = 'none'): HistoryRow => ({ at, original: at, by: 'x', outcome })
const history = (number: string, ...rows: HistoryRow[]): IncidentHistory => ({
  number,
  openedAt: '2027-03-01T02:00:00Z',
  originalOpenedAt: '1/3/2027 10:00',
  caller: 'x',
  subject: 'x',
  priority: 'P3',
  labels: [],
  rows,
})
const created = row('2027-03-01T02:00:00Z', 'created')
const now = '2027-04-01T00:00:00Z'
const issuesOf = (...histories: IncidentHistory[]): string[] => {
  const checked = checkHistories(histories, now)
  if (checked.ok) return []
  const issues = checked.error.params!.issues as { code: string; path: string }[]
  return issues.map(({ code, path }) => `${code} ${path}`)
}

describe('a batch of histories', () => {
  it('in order of time, up to this moment, is taken', () => {
    expect(issuesOf(history('A', created, row('2027-03-01T02:00:00Z'), row(now)), history('B', created))).toEqual([])
  })
  it('has nothing later than the business clock', () => {
    expect(issuesOf(history('A', created), history('B', created, row('2027-04-01T00:00:01Z')))).toEqual([
      'import.later-than-now histories.1.rows.1.at',
    ])
  })
  it('never runs backwards, nor begins before it was opened', () => {
    expect(issuesOf(history('A', row('2027-03-01T01:59:59Z', 'created'), row('2027-03-01T01:00:00Z')))).toEqual([
      'import.out-of-order histories.0.rows.0.at',
      'import.out-of-order histories.0.rows.1.at',
    ])
  })
  it('creates each incident once, with its first row, and holds it once', () => {
    expect(issuesOf(history('A', row('2027-03-01T02:00:00Z')), history('B', created, created), history('A', created))).toEqual([
      'import.first-row histories.0.rows.0.outcome',
      'import.first-row histories.1.rows.1.outcome',
      'import.number-twice histories.2.number',
    ])
  })
})
