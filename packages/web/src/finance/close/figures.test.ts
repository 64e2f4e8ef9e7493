import type { MonthView } from '@pactdesk/domain/outsourcing/billing/month/routes'
import { itemStatuses } from '@pactdesk/domain/outsourcing/metering/item-state'
import { describe, expect, test } from 'vitest'
import { agrees, boardVerdict, onDraft, sixStates, stepsOf, sumMonths, verdictOf } from './figures.ts'

const cell = (units: number, minor = 0) => ({ units, minutes: units * 10, minor })
const states = (counts: Partial<Record<(typeof itemStatuses)[number], number>>) =>
  Object.fromEntries(
    itemStatuses.map(status => [status, cell(counts[status] ?? 0, (counts[status] ?? 0) * 100)]),
  ) as MonthView['total']['states']

const month = (change: Partial<MonthView> = {}): MonthView => ({
  client: 'LANHAI',
  clientName: { zh: '蓝海', en: 'Lanhai' },
  month: '2026-10',
  currency: 'CNY',
  status: 'open',
  ready: false,
  over: true,
  kinds: [],
  total: { delivered: cell(6, 600), states: states({ covered: 3, billable: 1, claimed: 2 }) },
  deviceDays: { devices: 0, days: 0, deviceDays: 0 },
  blocks: [],
  ledgerDifferenceMinor: 0,
  computedAt: '2026-11-02T01:00:00Z',
  actions: [],
  ...change,
})
const block = { kind: 'no-contract', who: '', role: 'account-manager', params: {}, refs: [] }

test('what a draft holds counts as billable, and is told apart', () => {
  expect(sixStates(month().total).billable).toEqual({ units: 3, minutes: 30, minor: 300 })
  expect(onDraft(month().total)).toBe(2)
  expect(Object.values(sixStates(month().total)).reduce((sum, { units }) => sum + units, 0)).toBe(6)
})

test('a difference in units, minutes or money is not hidden', () => {
  expect(agrees(month().total)).toBe(true)
  expect(agrees({ ...month().total, delivered: cell(6, 601) })).toBe(false)
  expect(agrees({ ...month().total, delivered: cell(7, 600) })).toBe(false)
})

describe('the verdict', () => {
  test('says why a month can or can not close', () => {
    expect(verdictOf(month({ over: false, blocks: [block] }))).toBe('not-over')
    expect(verdictOf(month({ blocks: [block] }))).toBe('blocked')
    expect(verdictOf(month())).toBe('ready')
    expect(verdictOf(month({ total: { delivered: cell(0), states: states({}) } }))).toBe('empty')
    expect(verdictOf(month({ status: 'closing' }))).toBe('closing')
  })
  test('over all clients one blocked month is enough', () => {
    expect(boardVerdict([])).toBe('none')
    expect(boardVerdict([month(), month({ blocks: [block] })])).toBe('blocked')
    expect(boardVerdict([month({ status: 'closed' }), month()])).toBe('ready')
    expect(boardVerdict([month({ status: 'closed' })])).toBe('closed')
  })
})

test('money of two currencies is never added', () => {
  const sums = sumMonths([month(), month(), month({ currency: 'EUR' })])
  expect(sums.map(({ currency, total }) => [currency, total.delivered.minor, total.states.covered.units])).toEqual([
    ['CNY', 1200, 6],
    ['EUR', 600, 3],
  ])
})

test('steps: explain while something blocks, then close, then the bill', () => {
  expect(stepsOf(month({ blocks: [block] }))).toEqual({ collect: 'done', explain: 'current', close: 'todo', bill: 'todo' })
  expect(stepsOf(month({ status: 'closed' }))).toMatchObject({ close: 'done', bill: 'current' })
  expect(stepsOf(month({ status: 'closed', bill: { id: 'x', status: 'issued' } }))).toMatchObject({ bill: 'done' })
})
