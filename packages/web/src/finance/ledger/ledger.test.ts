import type { JournalEntryView } from '@pactdesk/domain/service-delivery/financial/routes'
import { expect, test } from 'vitest'
import { accountName, balanced, inChartOrder, memoOf, sidesOf, sourcePlace } from './ledger.ts'

const entry = (...minors: number[]): JournalEntryView => ({
  id: 'e',
  date: '2026-10-31',
  memo: 'journal.issue',
  currency: 'CNY',
  client: 'MINGDE',
  source: { kind: 'bill', id: 'b' },
  postings: minors.map(minor => ({ account: 'bank', minor })),
})

test('debit and credit are sides, not signs', () => {
  expect(sidesOf({ account: 'bank', minor: 5 })).toEqual({ debit: 5 })
  expect(sidesOf({ account: 'bank', minor: -5 })).toEqual({ credit: 5 })
})
test('an entry that does not sum to zero is seen', () => {
  expect([balanced(entry(5, -5)), balanced(entry(5, -4))]).toEqual([true, false])
})
test('accounts stand in the order of the chart and have names', () => {
  const rows = inChartOrder({ 'vat-output': -1, 'new-account': 3, bank: 2 })
  expect(rows.map(({ account }) => account)).toEqual(['bank', 'vat-output', 'new-account'])
  expect([accountName('bank').zh, accountName('new-account').zh, memoOf('journal.issue').zh]).toEqual([
    '银行存款',
    'new-account',
    '账单开出',
  ])
})

test('every entry leads to what it records: the bill, or the money of the contract', () => {
  const of = (kind: string, memo = 'journal.issue') => sourcePlace({ memo, client: 'MINGDE', source: { kind, id: 'x1' } }).to
  expect(['bill', 'payment', 'credit-note', 'write-off'].map(kind => of(kind))).toEqual(Array(4).fill('/finance/invoices/x1'))
  expect(['recognition', 'opening', 'settlement'].map(kind => of(kind))).toEqual(Array(3).fill('/finance/contracts/x1'))
  expect(of('refund', 'journal.repayment')).toBe('/finance/invoices/x1')
  expect(of('refund', 'journal.refund')).toBe('/finance/contracts/x1')
})
