import { describe, expect, test } from 'vitest'
import { unwrap } from '../../kernel/result.ts'
import { planFeeBill } from './fee-bill.ts'
import { inclusive } from './proration.ts'
import { settleTermination, type TerminationInput } from './termination.ts'

const fee = planFeeBill({
  contract: { id: 'k1', number: 'WB-1', version: 1 },
  fees: [
    { line: 1, item: 'PCs', quantity: 8, unitMinor: 240_000, grossMinor: 1_920_000, taxRate: '0.06' },
    { line: 2, item: 'Server', grossMinor: 1_680_000, taxRate: '0.06' },
  ],
})
const ended = (more: Partial<TerminationInput> = {}) =>
  settleTermination({
    contract: { id: 'k1', number: 'WB-1' },
    currency: 'CNY',
    contractTotalMinor: 3_600_000,
    term: inclusive('2026-10-01', '2027-09-30'),
    lastServiceDay: '2026-12-31',
    penaltyRate: '0.10',
    refund: 'pro-rata-by-day',
    feeBills: [{ id: 'i1', number: 'INV-1', lines: fee.lines }],
    openBills: [],
    ...more,
  })
const of = (ground: string, more: Partial<TerminationInput> = {}) =>
  unwrap(ended(more)).byGround.find(each => each.ground === ground)

describe('the settlement by ground', () => {
  test('only a party without an exempt ground owes the penalty, and only it', () => {
    const owed = unwrap(ended()).byGround.map(each => [each.ground, each.penaltyByClientMinor, each.penaltyByProviderMinor])
    expect(owed).toEqual([
      ['client', 360_000, 0],
      ['client-4(1)', 0, 0],
      ['provider', 0, 360_000],
      ['provider-4(2)', 0, 0],
      ['force-majeure-4(3)', 0, 0],
      ['agreed-4(4)', 0, 0],
    ])
  })

  test('open bills are set off; a client that never paid the fee pays what was earned', () => {
    const unpaid = { openBills: [{ id: 'i1', number: 'INV-1', openMinor: 3_600_000 }] }
    expect(of('client-4(1)', unpaid)).toMatchObject({
      refundMinor: 2_692_603,
      setOffMinor: 3_600_000,
      netToClientMinor: -907_397,
    })
    expect(of('client', unpaid)?.netToClientMinor).toBe(-1_267_397)
  })

  test('an overpaid bill is no open bill', () => {
    expect(of('agreed-4(4)', { openBills: [{ id: 'i1', number: 'INV-1', openMinor: -5 }] })?.setOffMinor).toBe(0)
  })
})

describe('the unearned fee', () => {
  test('ended on its last day nothing is unearned, before its first day everything', () => {
    expect(unwrap(ended({ lastServiceDay: '2027-09-30' }))).toMatchObject({
      unearnedMinor: 0,
      creditNotes: [],
      contractLiabilityLeftMinor: 0,
    })
    const never = unwrap(ended({ lastServiceDay: '2026-09-30' }))
    expect(never).toMatchObject({ servedDays: 0, earnedMinor: 0, contractLiabilityLeftMinor: 0 })
    expect(never.creditNotes[0]).toMatchObject({ grossMinor: 3_600_000, taxMinor: fee.taxMinor })
  })

  test('is not returned where clause 7 says so', () => {
    expect(unwrap(ended({ refund: 'none' }))).toMatchObject({ refundMinor: 0, creditNotes: [], unearnedMinor: 2_692_603 })
  })

  test('is credited on what was billed, the last bill first, and never more', () => {
    const [a, b] = [800_000, 1_200_000].map((grossMinor, n) => {
      const { lines } = planFeeBill({
        contract: { id: 'k1', number: 'WB-1', version: 1 },
        fees: [{ line: 1, item: 'x', grossMinor, taxRate: '0.06' }],
      })
      return { id: `i${n}`, number: `INV-${n}`, lines }
    })
    const made = unwrap(ended({ feeBills: [a!, b!] }))
    expect(made.creditNotes.map(note => [note.number, note.grossMinor])).toEqual([
      ['INV-1', 1_200_000],
      ['INV-0', 800_000],
    ])
    expect(made.refundMinor).toBe(2_000_000)
  })

  test('a last day outside the term is refused', () => {
    expect(ended({ lastServiceDay: '2027-10-01' })).toMatchObject({ error: { code: 'billing.last-service-day' } })
    expect(ended({ lastServiceDay: '2026-09-29' }).ok).toBe(false)
  })
})
