import { defineRecord } from '../../table/record.ts'

export type Posting = { account: string; minor: number }
/** One journal entry: its postings sum to zero in its currency. `source` names what it records, once. */
export type JournalEntry = {
  id: string
  date: string
  memo: string
  currency: string
  client: string
  source: {
    kind: 'bill' | 'payment' | 'recognition' | 'credit-note' | 'settlement' | 'refund' | 'write-off'
    id: string
    label?: string
  }
  postings: Posting[]
}

/**
 * The append-only ledger, `P#J#<yyyy-mm>`/`<date>#<id>`. The id derives from what the entry records, so recording the same
 * thing twice meets an entry that is there.
 */
export const journalRecord = defineRecord<{ date: string; id: string }, JournalEntry>({
  type: 'journal',
  scope: 'provider',
  sv: 1,
  upcasts: [],
  key: ({ date, id }) => ({ part: `J#${date.slice(0, 7)}`, sort: `${date}#${id}` }),
})
