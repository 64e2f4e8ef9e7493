import { type Account, accounts } from '@pactdesk/domain/service-delivery/financial/accounts'
import { journalWords } from '@pactdesk/domain/service-delivery/financial/journal-words'
import type { JournalEntryView } from '@pactdesk/domain/service-delivery/financial/routes'
import type { Words } from '../../explain/labels.ts'
import { billPlace, moneyPlace, type Place } from '../address.ts'

type Posting = JournalEntryView['postings'][number]

export const accountName = (account: string): Words => accounts[account as Account] ?? { zh: account, en: account }
export const memoOf = (memo: string): Words => (journalWords as Record<string, Words>)[memo] ?? { zh: memo, en: memo }

/** A posting stands on one side: debit positive, credit negative, both written without a sign. */
export const sidesOf = ({ minor }: Posting): { debit?: number; credit?: number } =>
  minor >= 0 ? { debit: minor } : { credit: -minor }

/** Whether an entry sums to zero; the server refuses any other, so a false is a defect and is shown. */
export const balanced = ({ postings }: JournalEntryView): boolean => postings.reduce((sum, { minor }) => sum + minor, 0) === 0

type Source = Pick<JournalEntryView, 'memo' | 'client' | 'source'>

/** What an entry records and where it is looked at: the bill, the money of the contract; nothing for what is gone. */
export function sourcePlace({ memo, client, source: { kind, id } }: Source): Place {
  const ofContract = kind === 'recognition' || kind === 'opening' || kind === 'settlement'
  // A refund is of a settlement, except the one that returns what a bill was paid too much.
  if (ofContract || (kind === 'refund' && memo !== 'journal.repayment')) return moneyPlace(client, id)
  return billPlace(client, id)
}

/** Balances in the order of the chart of accounts, unknown accounts last. */
export function inChartOrder(balances: Readonly<Record<string, number>>): { account: string; minor: number }[] {
  const order = Object.keys(accounts)
  const place = (account: string): number => {
    const at = order.indexOf(account)
    return at < 0 ? order.length : at
  }
  return Object.entries(balances)
    .map(([account, minor]) => ({ account, minor }))
    .sort((a, b) => place(a.account) - place(b.account))
}
