import type { BillView, LateFeeView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { accrueLateFee, type Overdue } from '@pactdesk/domain/outsourcing/billing/late-fee'
import { type DecidedLateFee, decideLateFee } from '@pactdesk/domain/outsourcing/billing/late-fee-decision'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeValue } from '../../parts/why/explanation.ts'
import { daysFrom, explainOwed, standingOfRow } from './figures.ts'
import { previewClaim, shareOfPercent } from './late-fee.ts'
import { sumOpen } from './receivables.ts'
import { timelineOf } from './timeline.ts'

const bill = (change: Partial<BillView> = {}): BillView => ({
  id: 'b1',
  client: 'MINGDE',
  clientName: { zh: '明德', en: 'Mingde' },
  kind: 'fee',
  status: 'issued',
  asOf: '2026-09-29',
  contract: 'c1',
  contractVersion: 1,
  currency: 'CNY',
  number: 'INV-1',
  issuedOn: '2026-09-29',
  dueOn: '2026-10-08',
  lines: [],
  taxGroups: [],
  grossMinor: 100_000,
  paidMinor: 60_000,
  openMinor: 40_000,
  payments: [],
  lateFees: [],
  writtenOffMinor: 0,
  creditedMinor: 0,
  creditedBySettlementMinor: 0,
  credits: [],
  lineCredits: [],
  disputes: [],
  refundedMinor: 0,
  setOffMinor: 0,
  payOnline: false,
  actions: [],
  ...change,
})
const asOf = { instant: '2026-11-02T01:00:00Z', zone: 'Asia/Shanghai' }

describe('what is still owed', () => {
  const line = (view: BillView) =>
    explainOwed(view, asOf).equation.map(({ operator = '', value }) => operator + writeValue(value, 'en'))
  test('is the bill less what stands beside it', () => {
    expect(line(bill())).toEqual(['¥1,000.00', '−¥600.00', '=¥400.00'])
    expect(line(bill({ writtenOffMinor: 50, openMinor: 39_950 }))).toEqual(['¥1,000.00', '−¥600.00', '−¥0.50', '=¥399.50'])
  })
  test('a credit by settlement is owed there and does not lower it here', () => {
    expect(line(bill({ creditedMinor: 30_000, creditedBySettlementMinor: 30_000 }))).toEqual([
      '¥1,000.00',
      '−¥600.00',
      '=¥400.00',
    ])
    expect(line(bill({ creditedMinor: 30_000, openMinor: 10_000 }))).toEqual(['¥1,000.00', '−¥600.00', '−¥300.00', '=¥100.00'])
  })
  test('what went back to the client is owed no more', () => {
    expect(line(bill({ creditedMinor: 60_000, openMinor: 0, refundedMinor: 20_000 }))).toEqual([
      '¥1,000.00',
      '−¥600.00',
      '−¥600.00',
      '+¥200.00',
      '=¥0.00',
    ])
  })
})

test('a row stands by what is open and the day it is due', () => {
  const row = {
    id: 'b',
    client: 'M',
    kind: 'fee' as const,
    status: 'issued',
    currency: 'CNY',
    grossMinor: 100,
    openMinor: 40,
    dueOn: '2026-10-08',
  }
  expect(standingOfRow(row, '2026-10-08')).toBe('part-paid')
  expect(standingOfRow(row, '2026-10-09')).toBe('overdue')
  expect(standingOfRow({ ...row, openMinor: 0 }, '2026-10-09')).toBe('paid')
  expect(standingOfRow({ ...row, status: 'draft' }, '2026-10-09')).toBe('draft')
  expect(daysFrom('2026-02-27', '2026-03-01')).toBe(2)
})

test('events stand in the order of their days; sums without a day come last', () => {
  const by = { kind: 'staff' as const, id: 'f', name: 'Qiu Lan' }
  const events = timelineOf(
    bill({
      payments: [{ id: 'p', on: '2026-10-19', minor: 60_000, via: 'bank', source: 'bank:1' }],
      lateFees: [
        {
          id: 'l',
          action: 'waive',
          part: '0',
          from: '2026-10-09',
          through: '2026-10-31',
          days: 23,
          exactMinor: '10',
          minor: 0,
          on: '2026-11-02',
          by,
        },
      ],
      writtenOffMinor: 50,
    }),
  )
  expect(events.map(({ kind }) => kind)).toEqual(['issued', 'due', 'payment', 'waived', 'writtenOff'])
})

describe('the preview of a late-fee decision', () => {
  test('percentages become exact shares; anything else is refused', () => {
    expect(['100', '50', '33.3', '0.5', '5', '１０%'].map(shareOfPercent)).toEqual(['1', '0.5', '0.333', '0.005', '0.05', '0.1'])
    expect(['0', '101', '-5', 'abc', ''].map(shareOfPercent)).toEqual([undefined, undefined, undefined, undefined, undefined])
  })

  test('says exactly what the server will decide, whatever was decided before', () => {
    const overdue: Overdue = {
      bill: { id: 'b', number: 'INV-1' },
      grossMinor: 33_333,
      dueOn: '2026-10-08',
      reductions: [],
      ratePerDay: '0.0077',
    }
    const share = fc.integer({ min: 1, max: 1000 }).map(promille => String(promille / 1000))
    fc.assert(
      fc.property(share, share, fc.boolean(), (first, second, waive) => {
        const choice = waive ? ({ action: 'waive', reason: 'x' } as const) : ({ action: 'claim', part: first } as const)
        const before = decideLateFee(overdue, [], { ...choice, through: '2026-10-15' }, '2026-11-30')
        if (!before.ok) throw new Error('refused')
        const decided: DecidedLateFee[] = [{ id: 'd1', ...before.value }]
        const view = {
          exactMinor: accrueLateFee(overdue, '2026-11-20').exactMinor,
          decisions: decided,
        } as unknown as LateFeeView
        const outcome = decideLateFee(overdue, decided, { action: 'claim', part: second, through: '2026-11-20' }, '2026-11-30')
        expect(outcome.ok && outcome.value.minor).toBe(previewClaim(view, second))
      }),
    )
  })
})

test('receivables are summed per currency, overdue apart, an overpaid bill counting nothing', () => {
  const row = {
    id: 'b',
    client: 'M',
    kind: 'fee' as const,
    status: 'issued',
    currency: 'CNY',
    openMinor: 40,
    dueOn: '2026-10-08',
  }
  const rows = [row, { ...row, openMinor: -5 }, { ...row, dueOn: '2026-12-01' }, { ...row, currency: 'EUR' }]
  expect(sumOpen(rows, '2026-11-02')).toEqual([
    { currency: 'CNY', openMinor: 80, overdueMinor: 40 },
    { currency: 'EUR', openMinor: 40, overdueMinor: 40 },
  ])
})
