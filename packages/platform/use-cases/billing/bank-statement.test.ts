import { describe, expect, it } from 'vitest'
import type { HttpProblem } from '../../http/problem.ts'
import { readStatement } from './bank-statement.ts'

const facts = { currency: 'CNY', account: '6222 0000 0000 0001', latest: '2027-04-02' }
const refusal = (csv: string, more = {}) => {
  try {
    readStatement(csv, { ...facts, ...more })
    return 'ok'
  } catch (error) {
    const { code, errors } = (error as HttpProblem).problem
    return [code, ...(errors ?? []).map(({ path }) => path)].join(' ')
  }
}
const lines = (...rows: string[]) => ['交易日期,金额,币种,本方账号', ...rows].join('\n')

describe('a bank statement', () => {
  it('is read by whatever names the bank gives its columns, with dates and amounts as banks write them', () => {
    expect(readStatement('日期,贷方发生额,对方户名,摘要,流水号\n2027/04/01,"12,600.50",蓝海,SI-1,s1', facts)).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        on: '2027-04-01',
        minor: 1_260_050,
        currency: 'CNY',
        payer: '蓝海',
        reference: 'SI-1',
      },
    ])
  })

  it('gives the same ids when read again, and equal lines ids of their own', () => {
    const csv = 'date,amount\n2027-04-01,1.00\n2027-04-01,1.00'
    const [a, b] = readStatement(csv, facts)
    expect(a!.id).not.toBe(b!.id)
    expect(readStatement(csv, facts).map(({ id }) => id)).toEqual([a!.id, b!.id])
  })

  it('may say its currency in words and its account with spaces', () => {
    expect(refusal(lines('2027-04-01,1.00,人民币,6222000000000001'))).toBe('ok')
    expect(refusal(lines('2027-04-01,1.00,rmb,'))).toBe('ok')
  })

  it('of another currency or account is refused, each line named', () => {
    expect(refusal(lines('2027-04-01,1.00,人民币,', '2027-04-01,1.00,美元,'))).toBe('bank.other-currency line 3')
    expect(refusal(lines('2027-04-01,1.00,,6222999999999999'))).toBe('bank.other-account line 2')
    expect(refusal(lines('2027-04-01,1.00,,6222999999999999'), { account: undefined })).toBe('ok')
  })

  it('with a day in the future or an amount beyond all sums is refused as a whole', () => {
    expect(refusal('date,amount\n2027-04-01,1.00\n2027-04-03,1.00\n1999-12-31,1.00')).toBe('bank.bad-lines line 3 line 4')
    expect(refusal('date,amount\n2027-04-01,100000000000.01')).toBe('bank.bad-lines line 2')
    expect(refusal('date,amount\n2027-04-01,-100000000000.00')).toBe('ok')
  })

  it('that is no text in UTF-8, or has a column twice, is refused', () => {
    expect(refusal('date,amount,payer\n2027-04-01,1.00,\uFFFD\uFFFD')).toBe('bank.bad-encoding')
    expect(refusal('date,amount,Amount\n2027-04-01,1.00,2.00')).toBe('bank.column-twice')
  })
})
