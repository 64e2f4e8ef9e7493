import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unwrap } from '../../kernel/result.ts'
import { addDays } from '../../kernel/time.ts'
import { evaluate } from './explanation.ts'
import { accrueLateFee, type Overdue, type Reduction } from './late-fee.ts'
import { type DecidedLateFee, decideLateFee, explainClaim, type LateFeeChoice, undecidedLateFee } from './late-fee-decision.ts'

const bill = (reductions: Reduction[] = [], more: Partial<Overdue> = {}): Overdue => ({
  bill: { id: 'i1', number: 'INV-1' },
  grossMinor: 100_000,
  dueOn: '2026-10-08',
  reductions,
  ratePerDay: '0.01',
  ...more,
})
const paid = (on: string, minor: number, kind: Reduction['kind'] = 'payment'): Reduction => ({ id: `p-${on}`, kind, on, minor })

describe('what accrues', () => {
  test('nothing until the due day is over, then 1 % of what is unpaid at the end of each day', () => {
    expect(accrueLateFee(bill(), '2026-10-08')).toMatchObject({ days: 0, exactMinor: '0', segments: [] })
    expect(accrueLateFee(bill(), '2026-10-10')).toMatchObject({ firstLateDay: '2026-10-09', days: 2, exactMinor: '2000' })
  })

  test('a payment counts from its own day: paid on the first late day means no late day', () => {
    expect(accrueLateFee(bill([paid('2026-10-09', 100_000)]), '2026-10-31')).toMatchObject({ days: 0, exactMinor: '0' })
    expect(accrueLateFee(bill([paid('2026-10-10', 100_000)]), '2026-10-31')).toMatchObject({ days: 1, exactMinor: '1000' })
  })

  test('a small rest goes on accruing exactly: 0.50 unpaid for 11 days is 5.5, rounded once to 6', () => {
    const fee = accrueLateFee(bill([paid('2026-10-08', 99_950)]), '2026-10-19')
    expect([fee.exactMinor, fee.roundedMinor]).toEqual(['5.5', 6])
    expect(
      accrueLateFee(bill([paid('2026-10-08', 99_950, 'write-off')], { grossMinor: 99_950 }), '2026-10-19').roundedMinor,
    ).toBe(0)
  })

  test('never fee on fee, and never more than the cap of clause 7', () => {
    expect(accrueLateFee(bill(), '2026-11-07')).toMatchObject({ days: 30, exactMinor: '30000', capped: false })
    const capped = accrueLateFee(bill([], { capShare: '0.24' }), '2026-11-07')
    expect(capped).toMatchObject({ exactMinor: '24000', capped: true })
    expect(evaluate(capped.explanation).equals(24_000)).toBe(true)
  })

  test('in the other order a payment reaches the fee first, so principal stays overdue', () => {
    const reductions = [paid('2026-10-12', 50_000), paid('2026-10-20', 50_000)]
    expect(accrueLateFee(bill(reductions), '2026-10-31').principalOpenMinor).toBe(0)
    // 3 days × 1,000 = 3,000; 53,000 left × 8 days × 1 % = 4,240; 50,000 − 4,240 = 45,760 of it.
    expect(accrueLateFee(bill(reductions), '2026-10-20', 'late-fee-first')).toMatchObject({
      principalOpenMinor: 7_240,
      settledMinor: 7_240,
    })
  })

  test('the segments are whole days in a row and sum to the days and the fee, whatever was paid when', () => {
    const payments = fc.array(fc.tuple(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 40_000 })), { maxLength: 6 })
    fc.assert(
      fc.property(
        payments,
        fc.nat({ max: 60 }),
        fc.constantFrom('principal-first' as const, 'late-fee-first' as const),
        (list, late, order) => {
          const reductions = list.map(([day, minor], n) => ({ ...paid(addDays('2026-10-01', day), minor), id: `p${n}` }))
          const fee = accrueLateFee(bill(reductions), addDays('2026-10-08', late), order)
          expect(fee.segments.reduce((sum, segment) => sum + segment.days, 0)).toBe(fee.days)
          expect(evaluate(fee.explanation).equals(fee.roundedMinor)).toBe(true)
          fee.segments.slice(1).forEach((segment, index) => {
            expect(segment.firstDay > (fee.segments[index]?.lastDay ?? '')).toBe(true)
          })
        },
      ),
    )
  })
})

describe('what finance decides', () => {
  const decide = (choice: LateFeeChoice, earlier: DecidedLateFee[] = [], of = bill()) =>
    decideLateFee(of, earlier, choice, '2026-11-02')
  const decided = (id: string, choice: LateFeeChoice, earlier: DecidedLateFee[] = [], of = bill()): DecidedLateFee => ({
    id,
    ...unwrap(decide(choice, earlier, of)),
  })

  test('a claim up to the month’s last day, and the rest later, are together the whole', () => {
    const first = decided('a', { action: 'claim', through: '2026-10-20' })
    expect(first).toMatchObject({ from: '2026-10-09', days: 12, minor: 12_000 })
    const second = decided('b', { action: 'claim', through: '2026-10-31' }, [first])
    expect(second).toMatchObject({ from: '2026-10-21', days: 11, exactMinor: '11000', minor: 11_000 })
  })

  test('claims are rounded together, so two halves of a unit do not become two units', () => {
    const odd = bill([paid('2026-10-08', 99_950)])
    const first = decided('a', { action: 'claim', through: '2026-10-09' }, [], odd)
    const second = decided('b', { action: 'claim', through: '2026-10-10' }, [first], odd)
    expect([first.exactMinor, first.minor, second.minor]).toEqual(['0.5', 1, 0])
    expect(evaluate(explainClaim(odd.bill, [first, second], 'b')!).equals(0)).toBe(true)
  })

  test('a part claimed settles its days for good, a waiver claims nothing and needs a reason', () => {
    const half = decided('a', { action: 'claim', part: '0.5', through: '2026-10-20' })
    expect(half).toMatchObject({ exactMinor: '12000', minor: 6_000 })
    expect(undecidedLateFee(bill(), [half], '2026-10-20').minor).toBe(0)
    expect(decide({ action: 'waive', through: '2026-10-20' })).toMatchObject({
      error: { code: 'billing.late-fee-waiver-reason' },
    })
    const waived = decided('b', { action: 'waive', through: '2026-10-31', reason: 'goodwill' }, [half])
    expect(waived).toMatchObject({ minor: 0, exactMinor: '11000', part: '0' })
    expect(explainClaim(bill().bill, [half, waived], 'b')).toBeUndefined()
  })

  test.each<[string, LateFeeChoice, string]>([
    ['a day that is not over', { action: 'claim', through: '2026-11-02' }, 'billing.late-fee-day-not-over'],
    ['more than the whole', { action: 'claim', part: '1.01', through: '2026-10-31' }, 'billing.late-fee-part'],
    ['days decided before', { action: 'claim', through: '2026-10-20' }, 'billing.late-fee-decided'],
  ])('%s is refused', (_, choice, code) => {
    const earlier = [decided('a', { action: 'claim', through: '2026-10-20' })]
    expect(decide(choice, earlier)).toMatchObject({ ok: false, error: { code } })
  })

  test('nothing accrued, nothing to decide: also when a payment dated earlier turns up after a claim', () => {
    expect(decide({ action: 'claim', through: '2026-10-08' })).toMatchObject({ error: { code: 'billing.late-fee-nothing' } })
    const claim = decided('a', { action: 'claim', through: '2026-10-20' })
    const backdated = bill([paid('2026-10-09', 100_000)])
    expect(decide({ action: 'claim', through: '2026-10-31' }, [claim], backdated)).toMatchObject({
      error: { code: 'billing.late-fee-nothing' },
    })
    expect(undecidedLateFee(backdated, [claim], '2026-10-31').minor).toBe(0)
  })
})
