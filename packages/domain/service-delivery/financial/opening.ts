import type { Result } from '../../kernel/result.ts'
import { type Entry, type EntryHead, entry } from './journal.ts'

/**
 * Takes over a contract that ran before the product knew it: what clients still owe and what is prepaid but not yet earned, against
 * the opening balance. History before is not posted again.
 */
export const openingEntry = (head: EntryHead, open: { receivableMinor: number; contractLiabilityMinor: number }): Result<Entry> =>
  entry(head, 'journal.opening', [
    { account: 'receivable', minor: open.receivableMinor },
    { account: 'contract-liability', minor: -open.contractLiabilityMinor },
    { account: 'opening-balance', minor: open.contractLiabilityMinor - open.receivableMinor },
  ])
