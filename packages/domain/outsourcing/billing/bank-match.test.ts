import { describe, expect, test } from 'vitest'
import { type BankLine, matchBankLine, type OpenBill } from './bank-match.ts'

const open = (number: string, openMinor = 1000, more: Partial<OpenBill> = {}): OpenBill => ({
  client: 'LANHAI',
  bill: number,
  number,
  currency: 'CNY',
  openMinor,
  payerNames: ['蓝海贸易有限公司'],
  ...more,
})
const line = (reference: string, minor = 1000, more: Partial<BankLine> = {}): BankLine => ({
  id: 'b1',
  on: '2026-10-12',
  minor,
  currency: 'CNY',
  payer: 'Somebody',
  reference,
  ...more,
})
const bills = [open('INV-2026-0001'), open('INV-2026-00010'), open('INV-2026-0002', 500)]

describe('a reference that names one bill', () => {
  test.each(['INV-2026-0001', 'inv 2026 0001', '货款 ＩＮＶ－２０２６－０００１ 谢谢', 'INV20260001', 'ref:INV-2026-0001;'])(
    'is certain: %s',
    reference => {
      expect(matchBankLine(line(reference), bills)).toMatchObject({
        outcome: 'exact',
        bill: { number: 'INV-2026-0001' },
        openAfterMinor: 0,
      })
    },
  )

  test('is not found inside another number', () => {
    expect(matchBankLine(line('INV-2026-00010'), bills)).toMatchObject({ outcome: 'exact', bill: { number: 'INV-2026-00010' } })
    expect(matchBankLine(line('XINV-2026-0001', 7), bills).outcome).toBe('nothing')
  })

  test('may be paid in part or over', () => {
    expect(matchBankLine(line('INV-2026-0001', 950), bills)).toMatchObject({
      outcome: 'part',
      openAfterMinor: 50,
      unappliedMinor: 0,
    })
    expect(matchBankLine(line('INV-2026-0001', 1200), bills)).toMatchObject({
      outcome: 'over',
      openAfterMinor: 0,
      unappliedMinor: 200,
    })
  })

  test('but is paid already, or in another currency, pays nothing', () => {
    expect(matchBankLine(line('INV-9'), [open('INV-9', 0)])).toMatchObject({ outcome: 'nothing', reason: 'bank.nothing-open' })
    expect(matchBankLine(line('INV-2026-0001', 1000, { currency: 'USD' }), bills)).toMatchObject({
      reason: 'bank.other-currency',
    })
  })
})

describe('what is not certain is for a person', () => {
  test('two numbers, or one number of two clients', () => {
    expect(matchBankLine(line('INV-2026-0001, INV-2026-0002', 1500), bills)).toMatchObject({
      outcome: 'ambiguous',
      reason: 'bank.several-numbers',
    })
    const twins = [open('A-1'), open('A-1', 1000, { client: 'OTHER' })]
    expect(matchBankLine(line('A-1'), twins)).toMatchObject({ outcome: 'ambiguous', reason: 'bank.number-of-several-clients' })
  })

  test('an amount or a payer alone only suggests', () => {
    expect(matchBankLine(line('thanks', 500), bills)).toMatchObject({
      outcome: 'ambiguous',
      candidates: [{ number: 'INV-2026-0002' }],
    })
    const payer = { payer: '蓝海贸易有限公司' }
    expect(matchBankLine(line('', 7, payer), bills)).toMatchObject({ outcome: 'ambiguous', reason: 'bank.only-payer-fits' })
    expect(matchBankLine(line('', 500, payer), bills)).toMatchObject({ candidates: [{ number: 'INV-2026-0002' }] })
  })

  test('nothing fits, and money that went out pays no bill', () => {
    expect(matchBankLine(line('rent', 7), bills)).toMatchObject({ outcome: 'nothing', reason: 'bank.no-match', candidates: [] })
    expect(matchBankLine(line('INV-2026-0001', -1000), bills)).toMatchObject({ outcome: 'nothing', reason: 'bank.not-incoming' })
  })
})
