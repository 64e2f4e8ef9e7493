import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { outOfScopeLine } from '@pactdesk/domain/outsourcing/billing/extras-lines'
import { taxInclusive } from '@pactdesk/domain/outsourcing/billing/tax'
import type { TimeEntry } from '@pactdesk/domain/outsourcing/metering/index'
import { expect, test } from 'vitest'
import { writeValue } from '../../parts/why/explanation.ts'
import { explainLine, quoteOf } from './explain-line.ts'

const entry = (id: string, minutes: number, visit?: string): TimeEntry => ({
  id,
  client: 'MINGDE',
  date: '2026-10-12',
  recordedAt: '2026-10-12T06:00:00Z',
  ticket: 'MINGDE-2',
  ...(visit && { visit }),
  who: { id: 'guo-tao', name: '郭涛' },
  description: '布线',
  kind: 'onsite',
  minutes,
  state: {
    status: 'billable',
    clause: '2(3)(1)',
    reason: { key: 'quote-accepted', params: { quote: 'q1' } },
    rate: {
      basis: 'hourly',
      listMinorPerHour: '28000',
      discount: '0.15',
      stepMinutes: 15,
      contract: 'c1',
      contractVersion: 1,
      currency: 'CNY',
      taxRate: '0.06',
      quote: 'q1',
    },
  },
})
const untaxed = { ...outOfScopeLine([entry('a', 85, 'v1'), entry('b', 42)], [], ['2026-09']), line: 1 }
const { lines } = taxInclusive([untaxed])
const bill = { client: 'MINGDE', contract: 'c1', contractNumber: 'HB-1', contractVersion: 1, currency: 'CNY' } as BillView
const asOf = { instant: '2026-11-02T01:00:00Z', zone: 'Asia/Shanghai' }
const told = (staff: boolean) => explainLine(bill, lines[0]!, { asOf, staff })
const text = (of: unknown) => (of as { en: string }).en

test('a line says minutes worked and charged, lateness, rate version and VAT', () => {
  const rows = told(true).rows.map(({ label, text: words }) => `${text(label)}: ${text(words)}`)
  expect(rows).toContain('Minutes: 127 min worked, 135 min charged')
  expect(rows).toContain('Late usage: arrived after September 2026 was closed, so it is on this bill')
  expect(rows).toContain('Rate version: Quote of MINGDE-2, HB-1 v1')
  expect(rows).toContain('VAT: 6 % within ¥535.50: ¥30.31, net ¥505.19')
  expect(told(true).equation.map(({ value }) => writeValue(value, 'en'))).toEqual([
    '135 min',
    '¥280.00',
    '85 %',
    '60 min',
    '¥535.50',
  ])
})

test('the sources are the ticket, once, and the people with their minutes, summed', () => {
  const { sources } = told(true)
  expect(sources?.items.map(({ label }) => text(label))).toEqual(['Ticket MINGDE-2', 'Work 郭涛', 'Work 郭涛'])
  expect(sources?.sum?.map(value => writeValue(value, 'en'))).toEqual(['', '127 min'])
})

test('a client’s people see neither rate version nor a link into the console', () => {
  expect(JSON.stringify(told(false))).not.toContain('Rate version')
  expect(told(false).clause).toEqual({ number: '2(3)(1)' })
})

test('a clause without words of its own is quoted by the one it belongs to', () => {
  const clauses = [{ no: '2' }, { no: '2(3)', text: { zh: '另行计费', en: 'charged apart' } }, { no: '2(3)(1)' }]
  expect(quoteOf(clauses, '2(3)(1)')?.en).toBe('charged apart')
  expect(quoteOf(clauses, '5')).toBeUndefined()
})
