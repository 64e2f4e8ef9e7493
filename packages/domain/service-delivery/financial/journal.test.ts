import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unwrap } from '../../kernel/result.ts'
import {
  type BilledKind,
  billedTotals,
  bouncedNoteEntry,
  clearingEntry,
  creditEntry,
  issueEntry,
  paymentEntry,
  repaymentEntry,
  writeOffEntry,
} from './entries.ts'
import { balances, Entry, entry, ledgerFaults } from './journal.ts'
import { openingEntry } from './opening.ts'
import { earnedOfCredit, recognisedBefore, recognisedThrough, recognitionOf, recognitionSchedule } from './recognition.ts'
import { refundEntry, settlementEntries } from './settlement-entries.ts'

const head = (id: string, date = '2026-10-01') => ({
  id,
  date,
  currency: 'CNY',
  client: 'LANHAI',
  source: { kind: 'bill' as const, id },
})
const minor = fc.integer({ min: 1, max: 1e9 })

describe('entries', () => {
  test('that do not sum to zero, or move nothing, are refused', () => {
    expect(entry(head('a'), 'journal.issue', [{ account: 'bank', minor: 1 }])).toMatchObject({
      error: { code: 'financial.unbalanced' },
    })
    expect(entry(head('a'), 'journal.issue', [{ account: 'bank', minor: 0 }])).toMatchObject({
      error: { code: 'financial.empty-entry' },
    })
  })

  test('sum to zero, every builder, whatever the amounts', () => {
    const kinds = fc.constantFrom<BilledKind>('fee', 'part', 'out-of-scope', 'late-fee')
    const line = fc
      .record({ kind: kinds, netMinor: minor, taxMinor: fc.nat({ max: 1e8 }) })
      .map(l => ({ ...l, grossMinor: l.netMinor + l.taxMinor }))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), minor, fc.nat(), (lines, a, b) => {
        const built = [
          issueEntry(head('issue'), billedTotals(lines)),
          paymentEntry(head('pay'), 'bank', { appliedMinor: a, unappliedMinor: b }),
          clearingEntry(head('clear'), 'stripe', a),
          bouncedNoteEntry(head('bounce'), a),
          writeOffEntry(head('off'), a),
          refundEntry(head('refund'), -a),
          repaymentEntry(head('repay'), a),
          creditEntry(head('credit'), billedTotals(lines), {
            appliedMinor: 1,
            owedMinor: billedTotals(lines).grossMinor - 1,
            earnedNetMinor: b,
          }),
          openingEntry(head('open'), { receivableMinor: a, contractLiabilityMinor: b }),
        ].map(unwrap)
        const settled = unwrap(
          settlementEntries({
            settlement: 's',
            date: '2026-12-31',
            currency: 'CNY',
            client: 'LANHAI',
            creditNotes: [{ id: 'c', number: 'CN-1', netMinor: a, taxMinor: b, grossMinor: a + b }],
            penaltyByClientMinor: a,
            penaltyByProviderMinor: 0,
            setOff: [{ bill: 'i', number: 'INV-1', minor: b }],
          }),
        )
        const all = [...built, ...settled]
        expect(all.every(each => Entry.safeParse(each).success)).toBe(true)
        expect(ledgerFaults(all)).toEqual([])
        expect(Object.values(balances(all, 'CNY')).reduce((sum, balance) => sum + balance, 0)).toBe(0)
      }),
    )
  })

  test('go where the money lies: a bill of exchange until it matures, and back to the receivable if it bounces', () => {
    const note = unwrap(paymentEntry(head('n'), 'note', { appliedMinor: 100, unappliedMinor: 20 }))
    expect(balances([note], 'CNY')).toEqual({ 'notes-receivable': 120, receivable: -100, 'client-advances': -20 })
    const bounced = unwrap(bouncedNoteEntry(head('b'), 100))
    expect(balances([note, bounced], 'CNY')).toMatchObject({ 'notes-receivable': 20, receivable: 0 })
  })

  test('a credit note of a whole bill leaves nothing of what its issue posted; what was paid is owed to the client', () => {
    const bill = billedTotals([
      { kind: 'part', grossMinor: 38600, taxMinor: 4441, netMinor: 34159 },
      { kind: 'out-of-scope', grossMinor: 24000, taxMinor: 1358, netMinor: 22642 },
      { kind: 'late-fee', grossMinor: 236, taxMinor: 13, netMinor: 223 },
    ])
    const paid = paymentEntry(head('pay'), 'bank', { appliedMinor: 30000, unappliedMinor: 0 })
    const split = { appliedMinor: bill.grossMinor - 30000, owedMinor: 30000, earnedNetMinor: 0 }
    const entries = [issueEntry(head('issue'), bill), paid, creditEntry(head('credit'), bill, split)].map(unwrap)
    expect(balances(entries, 'CNY')).toEqual({
      bank: 30000,
      'client-advances': -30000,
      receivable: 0,
      'revenue-parts': 0,
      'revenue-service': 0,
      'revenue-late-fee': 0,
      'vat-output': 0,
    })
    const returned = [...entries, unwrap(repaymentEntry(head('repay'), 30000))]
    expect(balances(returned, 'CNY')).toMatchObject({ bank: 0, 'client-advances': 0 })
  })

  test('a credit of the prepaid fee takes back what past days had earned of it; the days to come earn the rest', () => {
    const term = { from: '2026-10-01', to: '2027-10-01' }
    const fee = { netMinor: 3396226, term }
    const lower = { netMinor: 3396226 - 1811321, term }
    const october = recognitionOf(fee, '2026-10')
    const earned = earnedOfCredit(fee, 1811321, '2026-10-31')
    expect(october.minor - earned).toBe(recognitionOf(lower, '2026-10').minor)
    const rest = recognitionSchedule(lower).slice(1)
    expect(october.minor - earned + rest.reduce((sum, each) => sum + each.minor, 0)).toBe(lower.netMinor)
    const note = { netByKind: { fee: 1811321 }, taxMinor: 108679, grossMinor: 1920000 }
    const { postings } = unwrap(creditEntry(head('c'), note, { appliedMinor: 1920000, owedMinor: 0, earnedNetMinor: earned }))
    expect(postings).toEqual([
      { account: 'contract-liability', minor: 1811321 - earned },
      { account: 'revenue-service', minor: earned },
      { account: 'vat-output', minor: 108679 },
      { account: 'receivable', minor: -1920000 },
    ])
  })

  test('a penalty owed by the provider is an expense, and the client is owed more', () => {
    const [penalty] = unwrap(
      settlementEntries({
        settlement: 's',
        date: '2026-12-31',
        currency: 'CNY',
        client: 'LANHAI',
        creditNotes: [],
        penaltyByClientMinor: 0,
        penaltyByProviderMinor: 360_000,
        setOff: [],
      }),
    )
    expect(penalty?.postings).toEqual([
      { account: 'other-expense-penalty', minor: 360_000 },
      { account: 'settlement-with-client', minor: -360_000 },
    ])
  })
})

describe('balances', () => {
  const entries = [
    unwrap(paymentEntry(head('a', '2026-10-01'), 'bank', { appliedMinor: 5, unappliedMinor: 0 })),
    unwrap(paymentEntry(head('b', '2026-10-02'), 'bank', { appliedMinor: 7, unappliedMinor: 0 })),
  ]
  test('are of a day, that day included, and of one currency', () => {
    expect(balances(entries, 'CNY', '2026-10-01')).toEqual({ bank: 5, receivable: -5 })
    expect(balances(entries, 'JPY')).toEqual({})
  })

  test('an altered posting and a repeated entry are noticed', () => {
    const [first, second] = entries
    const altered = { ...first!, postings: [{ account: 'bank' as const, minor: 6 }, first!.postings[1]!] }
    expect(ledgerFaults([altered, second!, second!])).toEqual([
      { id: 'a', fault: 'unbalanced' },
      { id: 'b', fault: 'id-twice' },
    ])
  })
})

describe('recognition by day', () => {
  const term = { from: '2026-10-15', to: '2027-10-15' }

  test('of all months sums to the net, first and last month by their days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), netMinor => {
        const months = recognitionSchedule({ netMinor, term })
        expect(months.reduce((sum, each) => sum + each.minor, 0)).toBe(netMinor)
        expect(months.reduce((sum, each) => sum + each.days, 0)).toBe(365)
        for (const { month, date, minor: amount } of months) {
          expect(recognitionOf({ netMinor, term }, month).minor).toBe(amount)
          expect(date.startsWith(month)).toBe(true)
        }
      }),
    )
    const months = recognitionSchedule({ netMinor: 36500, term })
    expect([months[0], months.at(-1)]).toMatchObject([
      { month: '2026-10', date: '2026-10-31', days: 17, minor: 1700 },
      { month: '2027-10', date: '2027-10-14', days: 14, minor: 1400 },
    ])
  })

  test('ends with the last service day, dated that day', () => {
    const fee = { netMinor: 36500, term, lastServiceDay: '2026-12-10' }
    expect(recognitionSchedule(fee).at(-1)).toMatchObject({ month: '2026-12', date: '2026-12-10', days: 10 })
    expect(recognisedThrough(fee, '2027-06-30')).toBe(recognisedThrough(fee, '2026-12-10'))
    expect(recognitionOf(fee, '2027-01')).toMatchObject({ days: 0, minor: 0 })
  })
})

test('of a month in which a contract was recorded, the earlier books hold the days before', () => {
  const fee = { netMinor: 36500, term: { from: '2026-01-01', to: '2027-01-01' } }
  const of = (month: string) => recognisedBefore(fee, month, '2026-11-05')
  expect(['2026-01', '2026-10', '2026-11', '2026-12'].map(of)).toEqual([3100, 3100, 400, 0])
  expect(recognisedBefore(fee, '2026-01', '2026-01-01')).toBe(0)
})
