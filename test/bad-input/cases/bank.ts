import { importBankStatement, settleBankLine } from '@pactdesk/domain/outsourcing/billing/routes'
import type { Case } from '../case.ts'
import { ask } from '../request.ts'

const head = 'date,amount,payer,reference,id'
const statement =
  (csv: string, changes: object = {}): Case['request'] =>
  () =>
    ask(importBankStatement, { csv, currency: 'CNY', ...changes }, { who: 'finance' })

const refused: [what: string, csv: string, code: string, field?: string][] = [
  ['with a quote that never ends', `${head}\n2027-04-01,10.00,"Lanhai,BL-1,s1\n`, 'bank.bad-csv'],
  ['whose lines are of different length', `${head}\n2027-04-01,10.00\n`, 'bank.bad-csv'],
  ['of line ends alone', '\n\n', 'bank.empty'],
  ['of a heading alone', `${head}\n`, 'bank.empty'],
  [
    'of 10,000 lines',
    [head, ...Array.from({ length: 10_000 }, (_, n) => `2027-04-01,1.00,x,y,${n}`)].join('\n'),
    'bank.too-long',
  ],
  ['without the amount', 'date,payer\n2027-04-01,x\n', 'bank.no-column'],
  ['with the amount twice', 'date,amount,amount\n2027-04-01,1.00,2.00\n', 'bank.column-twice'],
  ['read in the wrong encoding', `${head}\n2027-04-01,10.00,\uFFFD\uFFFD\uFFFD,BL-1,s1\n`, 'bank.bad-encoding'],
  ['on 31 June', `${head}\n2027-06-31,10.00,x,BL-1,s1\n`, 'bank.bad-lines', 'line 2'],
  ['of next month', `${head}\n2027-04-01,10.00,x,BL-1,s1\n2027-05-01,10.00,x,BL-2,s2\n`, 'bank.bad-lines', 'line 3'],
  ['of 1970', `${head}\n1970-01-01,10.00,x,BL-1,s1\n`, 'bank.bad-lines', 'line 2'],
  ['with an amount in words', `${head}\n2027-04-01,ten,x,BL-1,s1\n`, 'bank.bad-lines', 'line 2'],
  ['with an amount in thirds of a fen', `${head}\n2027-04-01,10.333,x,BL-1,s1\n`, 'bank.bad-lines', 'line 2'],
  ['with an amount beyond all sums', `${head}\n2027-04-01,900000000000000,x,BL-1,s1\n`, 'bank.bad-lines', 'line 2'],
  ['whose second line is bad', `${head}\n2027-04-01,10.00,x,BL-1,s1\nyesterday,10.00,x,BL-1,s2\n`, 'bank.bad-lines', 'line 3'],
  ['whose lines say another currency', `${head},currency\n2027-04-01,10.00,x,BL-1,s1,USD\n`, 'bank.other-currency', 'line 2'],
  ['of another account', `${head},本方账号\n2027-04-01,10.00,x,BL-1,s1,6222999999999999\n`, 'bank.other-account', 'line 2'],
]

const line = '0123456789abcdef0123456789abcdef'

/** Bank statements, and what is said of their lines. */
export const bank: readonly Case[] = [
  ...refused.map(
    ([what, csv, code, field]): Case => ({
      what: `a bank statement ${what}`,
      request: statement(csv),
      status: 422,
      code,
      ...(field && { field }),
    }),
  ),
  { what: 'an empty bank statement', request: statement(''), status: 422, code: 'http.bad-body', field: 'csv' },
  {
    what: 'a bank statement in a currency that is none',
    request: statement(`${head}\n2027-04-01,10.00,x,BL-1,s1\n`, { currency: 'RMB' }),
    status: 422,
    code: 'http.bad-body',
    field: 'currency',
  },
  {
    what: 'a bank statement without its currency',
    request: statement(`${head}\n2027-04-01,10.00,x,BL-1,s1\n`, { currency: undefined }),
    status: 422,
    code: 'http.bad-body',
    field: 'currency',
  },
  {
    what: 'a bank statement by the desk',
    request: () => ask(importBankStatement, { csv: `${head}\n2027-04-01,10.00,x,BL-1,s1\n`, currency: 'CNY' }, { who: 'desk' }),
    status: 403,
    code: 'tenancy.role',
  },
  {
    what: 'a bank line that is not there settled',
    request: () => ask(settleBankLine, { as: 'ignored', reason: 'x' }, { params: { line }, who: 'finance' }),
    status: 404,
    code: 'billing.not-found',
  },
  {
    what: 'a bank line with a # settled',
    request: () => ask(settleBankLine, { as: 'ignored', reason: 'x' }, { params: { line: 'a#b' }, who: 'finance' }),
    status: 404,
    code: 'table.bad-id',
  },
  {
    what: 'a bank line settled as a gift',
    request: () => ask(settleBankLine, { as: 'gift' }, { params: { line }, who: 'finance' }),
    status: 422,
    code: 'http.bad-body',
    field: 'as',
  },
]
