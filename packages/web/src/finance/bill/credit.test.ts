import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import { describe, expect, test } from 'vitest'
import { creditableLines, leftOf, openDispute, previewCredit } from './credit.ts'

const line = (no: number, kind: InvoiceLine['kind'], grossMinor: number) => ({ line: no, kind, grossMinor }) as InvoiceLine
const bill = {
  lines: [line(1, 'fee', 100_000), line(2, 'part', 38_600), line(3, 'late-fee', 500)],
  lineCredits: [{ line: 2, grossMinor: 8_600 }],
  openMinor: 50_000,
  disputes: [
    { id: 'a', line: 2, reason: 'x', on: '2026-11-01', answer: { outcome: 'stands', text: 'y', on: '2026-11-02' } },
    { id: 'b', line: 2, reason: 'z', on: '2026-11-03' },
  ],
} as unknown as BillView

describe('a credit before it is given', () => {
  test('takes no more than earlier notes have left', () => {
    expect([leftOf(bill, 1), leftOf(bill, 2), leftOf(bill, 9)]).toEqual([100_000, 30_000, 0])
    expect(previewCredit(bill, [2], 30_001).fits).toBe(false)
    expect(previewCredit(bill, [2], 0).fits).toBe(false)
    expect(creditableLines({ ...bill, lineCredits: [{ line: 2, grossMinor: 38_600 }] }).map(each => each.line)).toEqual([1, 3])
  })
  test('lowers what is open; what was paid is owed to the client', () => {
    expect(previewCredit(bill, [1, 2], 70_000)).toMatchObject({ appliedMinor: 50_000, owedMinor: 20_000, whole: false })
    expect(previewCredit({ ...bill, openMinor: -10 }, [2], 100)).toMatchObject({ appliedMinor: 0, owedMinor: 100 })
  })
  test('asks what becomes of the work only where a line with work is cleared', () => {
    expect(previewCredit(bill, [2], 30_000).hasItems).toBe(true)
    expect(previewCredit(bill, [2], 29_999).hasItems).toBe(false)
    expect(previewCredit(bill, [1], 100_000)).toMatchObject({ whole: true, hasItems: false })
    expect(previewCredit(bill, [3], 500).hasItems).toBe(true)
  })
  test('knows the dispute that is still open', () => {
    expect(openDispute(bill, 2)?.id).toBe('b')
    expect(openDispute(bill, 1)).toBeUndefined()
  })
})
