import { describe, expect, test } from 'vitest'
import { unwrap } from '../../kernel/result.ts'
import { maintenanceTerms } from '../contract/testing.ts'
import { decideCoverage, type TicketFacts } from '../metering/coverage.ts'
import { coverageTerms } from '../metering/coverage-terms.ts'
import type { SourceItem } from '../metering/source-item.ts'
import { partItem, timeEntry } from '../metering/testing.ts'
import { bill, claim, dispute } from '../metering/transitions.ts'
import { evaluate } from './explanation.ts'
import { chargedValueMinor, planExtras } from './extras.ts'

const terms = coverageTerms('k1', 1, maintenanceTerms())
const quote = { id: 'Q1', acceptedAt: '2026-10-01T00:00:00Z', acceptedOn: '2026-10-01' }
const judged = <Item extends SourceItem>(item: Item, facts: TicketFacts = { outOfScope: true, quote }): Item => ({
  ...item,
  state: decideCoverage(item, terms, facts),
})
const work = (id: string, minutes: number, more: object = {}) =>
  judged(timeEntry({ id, minutes, ticket: 'LANHAI-8', visit: 'V1', date: '2026-10-28', ...more }))
const receipt = { key: 'f', name: 'r.pdf', type: 'application/pdf', size: 1, sha256: '0'.repeat(64) }
const part = (id: string, ticket: string, quantity: string, minor: number) =>
  judged(partItem({ id, ticket, quantity, unitCost: { currency: 'CNY', minor }, receipt }), { outOfScope: false })
const plan = (items: SourceItem[], month = '2026-10', earlier: SourceItem[] = []) =>
  unwrap(planExtras({ month, currency: 'CNY', items, earlier, lateFees: [] }))
const billed = <Item extends SourceItem>(item: Item) => unwrap(bill(unwrap(claim(item, 'i1')), 'i1', 'INV-1'))

describe('lines', () => {
  test('parts come first, by ticket number and entry, then work by ticket', () => {
    const lines = plan([work('w', 30), part('b', 'LANHAI-10', '1', 100), part('a', 'LANHAI-9', '2', 580)]).lines
    expect(lines.map(line => [line.line, line.kind, line.ticket, line.grossMinor])).toEqual([
      [1, 'part', 'LANHAI-9', 1160],
      [2, 'part', 'LANHAI-10', 100],
      [3, 'out-of-scope', 'LANHAI-8', 12_000],
    ])
  })

  test('minutes are rounded up once per ticket and visit, not per entry', () => {
    const [line] = plan([work('a', 95), work('b', 95), work('c', 1, { visit: 'V2' })]).lines
    expect(line).toMatchObject({ recordedMinutes: 191, billedMinutes: 240, grossMinor: 96_000 })
  })

  test('equal rates are one rate, in whatever order their fields were stored', () => {
    const stored = work('b', 95)
    if (stored.state.status !== 'billable') throw new Error('not billable')
    const rate = Object.fromEntries(Object.entries(stored.state.rate).reverse()) as typeof stored.state.rate
    const lines = plan([work('a', 95), { ...stored, state: { ...stored.state, rate } }]).lines
    expect(lines.map(line => [line.recordedMinutes, line.billedMinutes])).toEqual([[190, 210]])
  })

  test('a quantity may be a decimal; quantity × price is rounded once', () => {
    expect(plan([part('a', 'LANHAI-1', '2.5', 333)]).lines[0]?.grossMinor).toBe(833)
  })

  test('a cap of the quote holds for the ticket', () => {
    const capped = judged(timeEntry({ id: 'w', minutes: 190, date: '2026-10-28' }), {
      outOfScope: true,
      quote: { ...quote, capMinor: 50_000 },
    })
    const [line] = plan([capped]).lines
    expect(line?.grossMinor).toBe(50_000)
    expect(evaluate(line!.explanation).equals(50_000)).toBe(true)
  })
})

describe('what is taken', () => {
  test('is billable alone: covered work goes to the annex, disputed and waiting work stays where it is', () => {
    const covered = judged(timeEntry({ id: 'c' }), { outOfScope: false })
    const held = unwrap(dispute(work('d', 30), { by: { kind: 'staff', id: 'u', name: 'U' }, on: '2026-10-31', text: 'no' }))
    const waiting = judged(timeEntry({ id: 'q' }), { outOfScope: true })
    const made = plan([covered, held, waiting])
    expect(made.lines).toEqual([])
    expect(made.annex).toMatchObject([{ item: 'c', minutes: 60, clause: '2' }])
  })

  test('planning again after the draft claimed it plans nothing', () => {
    const items = [work('a', 30), part('b', 'LANHAI-1', '1', 100)]
    const first = plan(items)
    const claimed = items.map(item => (first.claims.items.includes(item.id) ? unwrap(claim(item, 'i1')) : item))
    expect(plan(claimed)).toMatchObject({ lines: [], grossMinor: 0, claims: { items: [], lateFees: [] } })
  })

  test('late work lands on the next bill and says from which month', () => {
    const late = work('a', 30)
    expect(plan([late], '2026-11').lines[0]).toMatchObject({ lateFrom: ['2026-10'] })
    expect(plan([late], '2026-10').lines[0]?.lateFrom).toBeUndefined()
    expect(plan([work('a', 30, { date: '2026-11-01' })], '2026-10').lines).toEqual([])
  })

  test('late minutes of a visit already billed are not rounded up a second time', () => {
    const before = billed(work('a', 190))
    const free = plan([work('b', 15)], '2026-11', [before]).lines[0]
    expect(free).toMatchObject({ recordedMinutes: 15, billedMinutes: 0, grossMinor: 0 })
    expect(plan([], '2026-11', [judged(timeEntry({ id: 'c' }), { outOfScope: false })]).annex).toEqual([])
    const more = plan([work('b', 30)], '2026-11', [before]).lines[0]
    expect(more).toMatchObject({ billedMinutes: 30, grossMinor: 12_000 })
    expect(evaluate(more!.explanation).equals(12_000)).toBe(true)
  })

  test('another currency is refused, not converted', () => {
    expect(planExtras({ month: '2026-10', currency: 'JPY', items: [work('a', 30)], lateFees: [] })).toMatchObject({
      error: { code: 'billing.mixed-currencies' },
    })
  })
})

test('charged units are worth what a bill would say', () => {
  const items = [work('a', 95), work('b', 95), part('c', 'LANHAI-1', '2', 580)]
  expect(chargedValueMinor(items)).toBe(plan(items).grossMinor)
  expect(chargedValueMinor([judged(timeEntry({}), { outOfScope: false })])).toBe(0)
})
