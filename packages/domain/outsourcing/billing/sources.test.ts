import { describe, expect, test } from 'vitest'
import { unwrap } from '../../kernel/result.ts'
import { recognitionOf } from '../../service-delivery/financial/recognition.ts'
import { creditTaxGroups, planCredit } from './credit-note.ts'
import { planFeeBill } from './fee-bill.ts'
import { accrueLateFee, type Overdue } from './late-fee.ts'
import { decideLateFee, undecidedLateFee } from './late-fee-decision.ts'
import { inclusive } from './proration.ts'
import { settleTermination } from './termination.ts'

const contract = { id: 'k1', number: 'WB-1' }
const agreed = { kind: 'contract', id: 'k1', label: 'WB-1' }
const issued = { kind: 'invoice', id: 'i1', label: 'INV-1' }
const fees = [
  { line: 1, item: 'PCs', grossMinor: 1_920_000, taxRate: '0.06' },
  { line: 2, item: 'Server', grossMinor: 1_680_000, taxRate: '0.13' },
]
const bill = planFeeBill({ contract: { ...contract, version: 1 }, fees })

describe('what a figure rests on', () => {
  test('tax of a rate: the contract that agrees it', () => {
    expect(bill.taxGroups.map(({ explanation }) => explanation.sources)).toEqual([[agreed], [agreed]])
  })
  test('a credit: the bill that it corrects, down to each line and rate', () => {
    const plan = unwrap(planCredit(bill.lines, 100_000, { bill: { id: 'i1', number: 'INV-1' } }))
    const groups = creditTaxGroups(plan, line => fees[line - 1]!.taxRate)
    const told = [plan.taxExplanation, ...plan.lines.flatMap(line => [line.explanation, line.taxExplanation])]
    for (const { sources } of [...told, ...groups.map(({ explanation }) => explanation)]) expect(sources).toEqual([issued])
  })
  test('a month of revenue: the contract', () => {
    const fee = { netMinor: 36_500, term: inclusive('2026-10-01', '2027-09-30'), contract }
    expect(recognitionOf(fee, '2026-10').explanation.sources).toEqual([agreed])
  })
  test('a settlement: contract, the bills returned and those set off, each once', () => {
    const made = unwrap(
      settleTermination({
        contract,
        currency: 'CNY',
        contractTotalMinor: 3_600_000,
        term: inclusive('2026-10-01', '2027-09-30'),
        lastServiceDay: '2026-12-31',
        penaltyRate: '0.10',
        refund: 'pro-rata-by-day',
        feeBills: [{ id: 'i1', number: 'INV-1', lines: bill.lines }],
        openBills: [
          { id: 'i1', number: 'INV-1', openMinor: 5 },
          { id: 'i2', number: 'INV-2', openMinor: 7 },
        ],
      }),
    )
    expect(made.earnedExplanation.sources).toEqual([agreed, issued])
    expect(made.penaltyExplanation.sources).toEqual([agreed])
    for (const { explanation } of made.byGround)
      expect(explanation.sources).toEqual([agreed, issued, { kind: 'invoice', id: 'i2', label: 'INV-2' }])
  })
})

describe('the order in which a payment settles late fee and principal', () => {
  const overdue: Overdue = {
    bill: { id: 'i1', number: 'INV-1' },
    grossMinor: 1_000_000,
    dueOn: '2026-10-08',
    reductions: [
      { id: 'p1', kind: 'payment', on: '2026-10-19', minor: 500_000 },
      { id: 'cn1', kind: 'credit', on: '2026-10-20', minor: 1000 },
    ],
    ratePerDay: '0.001',
  }
  test('is the agreed one for what accrues, for what waits and for what is claimed', () => {
    for (const order of ['principal-first', 'late-fee-first'] as const) {
      const agreedOn = { ...overdue, order }
      const accrued = accrueLateFee(agreedOn, '2026-10-31')
      expect(accrued.explanation.inputs.order).toBe(order)
      expect(undecidedLateFee(agreedOn, [], '2026-10-31').minor).toBe(accrued.roundedMinor)
      const claim = unwrap(decideLateFee(agreedOn, [], { action: 'claim', through: '2026-10-31' }, '2026-11-01'))
      expect(claim.minor).toBe(accrued.roundedMinor)
    }
    const [principal, fee] = (['principal-first', 'late-fee-first'] as const).map(
      order => accrueLateFee({ ...overdue, order }, '2026-10-31').roundedMinor,
    )
    expect(fee).toBeGreaterThan(principal!)
  })
  test('names payments and credit notes as its sources', () => {
    expect(accrueLateFee(overdue, '2026-10-31').explanation.sources).toEqual([
      issued,
      { kind: 'payment', id: 'p1', date: '2026-10-19' },
      { kind: 'credit-note', id: 'cn1', date: '2026-10-20' },
    ])
  })
})
