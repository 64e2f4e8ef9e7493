import { answer, type Fields, list, members } from './shape.ts'

export const ledger: Fields = {
  entries: answer(
    'journal',
    list('/items', ['date'], {
      date: '/date',
      postings: list('/postings', ['account'], { account: '/account', fen: '/minor' }),
    }),
  ),
  finalBalancesFen: answer('balances', members('/currencies/0/balances')),
}

export const balancesAtMonthInvoiceIssueFen = answer('balancesAtIssue', {
  asOf: '/asOf',
  balances: members('/currencies/0/balances'),
})
