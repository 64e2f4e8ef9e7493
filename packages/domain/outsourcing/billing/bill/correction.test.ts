import { describe, expect, test } from 'vitest'
import { unwrap } from '../../../kernel/result.ts'
import type { CreditableLine } from '../credit-note.ts'
import { billAggregate } from './aggregate.ts'
import { type IssuedBill, openDisputes, openMinor, standingOf } from './bill.ts'
import { type CreditChoice, creditBill, planBillCredit } from './credit.ts'
import { answerDispute, disputeLine } from './dispute.ts'
import type { BillEvent } from './events.ts'

const lines: CreditableLine[] = [
  { line: 1, grossMinor: 38600, taxMinor: 4441 },
  { line: 2, grossMinor: 24000, taxMinor: 1358 },
]
const issued: IssuedBill = {
  status: 'issued',
  id: 'extras-2026-10',
  client: 'LANHAI',
  kind: 'extras',
  contract: 'k1',
  contractVersion: 1,
  currency: 'CNY',
  month: '2026-10',
  grossMinor: 62600,
  taxMinor: 5799,
  netMinor: 56801,
  taxGroups: [],
  lineCount: 2,
  claimed: 2,
  number: 'INV-2026-0002',
  issuedOn: '2026-11-02',
  due: { rawDueOn: '2026-11-12', dueOn: '2026-11-12', provisional: false },
  opening: false,
  payments: [],
  lateFees: [],
  writtenOff: [],
  credited: [],
  disputes: [],
  refunds: [],
  setOff: [],
}
const today = '2026-11-05'
const actor = (kind: 'client' | 'staff') => ({ kind, id: kind, name: kind })
let made = 0
const env = (kind: 'client' | 'staff') => ({ now: '2026-11-05T02:00:00Z', actor: actor(kind), newId: () => `d${++made}` })

const meta = { at: '2026-11-05T02:00:00Z', version: 1, actor: actor('staff'), origin: 'user' }
const after = (bill: IssuedBill, events: readonly BillEvent[]) =>
  events.reduce((state, event) => billAggregate.evolve(state, event, meta) as IssuedBill, bill)
const paid = (bill: IssuedBill, minor: number): IssuedBill => ({
  ...bill,
  payments: [{ id: 'p1', on: '2026-11-03', minor, via: 'bank', source: 'bank:1' }],
})
const credit = (bill: IssuedBill, choice: Partial<CreditChoice> = {}, held = lines) => {
  const whole = { reason: 'wrong month', items: 'release' as const, ...choice }
  const plan = unwrap(planBillCredit(bill, held, whole))
  return { plan, bill: after(bill, creditBill(bill, plan, whole, { id: 'cn-1', number: 'CN-2026-0001' }, env('staff'), today)) }
}
const contested = (line = 2) =>
  after(issued, unwrap(disputeLine(issued, lines, { line, reason: 'nobody came' }, env('client'), today)))

describe('a credit note on an issued bill', () => {
  test('without an amount zeroes it: nothing is open, every line is cleared, the bill stands as it was issued', () => {
    const { plan, bill } = credit(issued)
    expect(plan).toMatchObject({ grossMinor: 62600, taxMinor: 5799, cleared: [1, 2], appliedMinor: 62600, owedMinor: 0 })
    expect([openMinor(bill), bill.grossMinor, standingOf(bill, today)]).toEqual([0, 62600, 'credited'])
    expect(
      planBillCredit(
        bill,
        lines.map(line => ({ ...line, creditedGrossMinor: line.grossMinor, creditedTaxMinor: line.taxMinor })),
        {},
      ),
    ).toMatchObject({
      error: { code: 'billing.nothing-to-credit' },
    })
  })

  test('of a part of one line clears none: its work stays billed', () => {
    const { plan, bill } = credit(issued, { lines: [2], grossMinor: 12000 })
    expect(plan.cleared).toEqual([])
    expect(openMinor(bill)).toBe(50600)
    const rest = [lines[0]!, { ...lines[1]!, creditedGrossMinor: 12000, creditedTaxMinor: 679 }]
    expect(credit(bill, { lines: [2] }, rest).plan).toMatchObject({ grossMinor: 12000, taxMinor: 679, cleared: [2] })
  })

  test('on a paid bill is owed to the client; what it lowers and what it owes are its amount', () => {
    expect(credit(paid(issued, 50000), { lines: [2] }).plan).toMatchObject({ appliedMinor: 12600, owedMinor: 11400 })
    expect(openMinor(credit(paid(issued, 62600)).bill)).toBe(-62600)
  })

  test('is refused on a credit note, and on a bill that was issued elsewhere', () => {
    expect(planBillCredit({ ...issued, kind: 'credit-note' }, lines, {})).toMatchObject({
      error: { code: 'billing.credit-note-final' },
    })
    expect(planBillCredit({ ...issued, opening: true }, lines, {})).toMatchObject({ error: { code: 'billing.credit-opening' } })
    expect(planBillCredit(issued, lines, { lines: [7] })).toMatchObject({ error: { code: 'billing.nothing-to-credit' } })
    expect(planBillCredit(issued, lines, { lines: [2], grossMinor: 24001 })).toMatchObject({
      error: { code: 'billing.credit-exceeds-bill' },
    })
  })
})

describe('a dispute of a line', () => {
  test('waits for finance; the line has one at a time, another line its own', () => {
    const bill = contested()
    expect(openDisputes(bill)).toMatchObject([{ line: 2, reason: 'nobody came', on: today, by: { kind: 'client' } }])
    expect(openMinor(bill)).toBe(62600)
    const again = (line: number) => disputeLine(bill, lines, { line, reason: 'x' }, env('client'), today)
    expect(again(2)).toMatchObject({ error: { code: 'billing.line-disputed' } })
    expect(again(3)).toMatchObject({ error: { code: 'billing.no-such-line', kind: 'not-found' } })
    expect(again(1).ok).toBe(true)
  })

  test('ends once: the line stands with a reason, and may be contested anew', () => {
    const bill = contested()
    const id = openDisputes(bill)[0]!.id
    const answer = { outcome: 'stands' as const, text: 'the visit was signed' }
    const done = after(bill, unwrap(answerDispute(bill, id, answer, env('staff'), today)))
    expect(openDisputes(done)).toEqual([])
    expect(done.disputes[0]?.answer).toMatchObject({ ...answer, on: today, by: { kind: 'staff' } })
    expect(answerDispute(done, id, answer, env('staff'), today)).toMatchObject({ error: { code: 'billing.dispute-answered' } })
    expect(answerDispute(done, 'd0', answer, env('staff'), today)).toMatchObject({ error: { kind: 'not-found' } })
    expect(disputeLine(done, lines, { line: 2, reason: 'still' }, env('client'), today).ok).toBe(true)
  })

  test('is answered by a credit of its line, not by one of another', () => {
    const bill = contested()
    expect(openDisputes(credit(bill, { lines: [1] }).bill)).toHaveLength(1)
    const { bill: done } = credit(bill, { lines: [2], grossMinor: 100 })
    expect(done.disputes[0]?.answer).toMatchObject({ outcome: 'credited', note: 'cn-1', text: 'wrong month' })
  })

  test('of a line that is credited whole is refused', () => {
    const held = lines.map(line => ({ ...line, creditedGrossMinor: line.grossMinor, creditedTaxMinor: line.taxMinor }))
    expect(disputeLine(issued, held, { line: 1, reason: 'x' }, env('client'), today)).toMatchObject({
      error: { code: 'billing.line-credited' },
    })
  })
})

test('a bill stored before there were disputes is read with none', () => {
  const { disputes: _disputes, refunds: _refunds, ...old } = issued
  expect(billAggregate.upcasts[0]?.(old)).toEqual(issued)
  expect(billAggregate.upcasts[0]?.({ status: 'draft' })).toEqual({ status: 'draft' })
})
