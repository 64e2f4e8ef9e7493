import type { Result } from '../../kernel/result.ts'
import type { Account } from './accounts.ts'
import { type Entry, type EntryHead, entry, type Posting } from './journal.ts'

/** A bill's totals as the ledger needs them: net by kind of line, and the tax of all. */
export type BilledTotals = { grossMinor: number; taxMinor: number; netByKind: Partial<Record<BilledKind, number>> }
export type BilledKind = 'fee' | 'part' | 'out-of-scope' | 'late-fee'

/** The contract fee is prepaid: a liability until its days have passed. Everything else is revenue when billed. */
const creditedTo: [BilledKind, Account][] = [
  ['fee', 'contract-liability'],
  ['part', 'revenue-parts'],
  ['out-of-scope', 'revenue-service'],
  ['late-fee', 'revenue-late-fee'],
]

/** Issue of a bill, the contract fee or a month's extras. */
export const issueEntry = (head: EntryHead, bill: BilledTotals): Result<Entry> =>
  entry(head, 'journal.issue', [
    { account: 'receivable', minor: bill.grossMinor },
    ...creditedTo.map(([kind, account]): Posting => ({ account, minor: -(bill.netByKind[kind] ?? 0) })),
    { account: 'vat-output', minor: -bill.taxMinor },
  ])

/**
 * A credit note of finance takes back what its lines posted. Of the prepaid fee, `earnedNetMinor` is revenue already; the rest is
 * still a liability. What the client had paid is owed back and stands with the client's unapplied payments.
 */
export const creditEntry = (
  head: EntryHead,
  note: BilledTotals,
  split: { appliedMinor: number; owedMinor: number; earnedNetMinor: number },
): Result<Entry> => {
  const { fee = 0, ...others } = note.netByKind
  const net: [Account, number][] = creditedTo.map(([kind, account]) => [account, kind === 'fee' ? 0 : (others[kind] ?? 0)])
  return entry(head, 'journal.credit', [
    { account: 'contract-liability', minor: fee - split.earnedNetMinor },
    { account: 'revenue-service', minor: split.earnedNetMinor },
    ...net.map(([account, minor]): Posting => ({ account, minor })),
    { account: 'vat-output', minor: note.taxMinor },
    { account: 'receivable', minor: -split.appliedMinor },
    { account: 'client-advances', minor: -split.owedMinor },
  ])
}

/** What the client paid too much goes back by bank transfer. */
export const repaymentEntry = (head: EntryHead, minor: number): Result<Entry> =>
  entry(head, 'journal.repayment', [
    { account: 'client-advances', minor },
    { account: 'bank', minor: -minor },
  ])

/** Sums a bill's lines for `issueEntry`. */
export function billedTotals(
  lines: readonly { kind: BilledKind; grossMinor: number; taxMinor: number; netMinor: number }[],
): BilledTotals {
  const netByKind: Partial<Record<BilledKind, number>> = {}
  for (const { kind, netMinor } of lines) netByKind[kind] = (netByKind[kind] ?? 0) + netMinor
  return {
    netByKind,
    grossMinor: lines.reduce((sum, line) => sum + line.grossMinor, 0),
    taxMinor: lines.reduce((sum, line) => sum + line.taxMinor, 0),
  }
}

/** Where money of each kind lies until it is in the bank: a bill of exchange (票据) until it matures, a card with Stripe. */
export const paymentAccount = {
  bank: 'bank',
  stripe: 'stripe-clearing',
  note: 'notes-receivable',
  cash: 'cash',
} as const satisfies Record<string, Account>
export type PaymentMeans = keyof typeof paymentAccount

/** A payment on a bill; what the bill does not need stays the client's. */
export const paymentEntry = (
  head: EntryHead,
  via: PaymentMeans,
  paid: { appliedMinor: number; unappliedMinor: number },
): Result<Entry> =>
  entry(head, `journal.payment.${via}`, [
    { account: paymentAccount[via], minor: paid.appliedMinor + paid.unappliedMinor },
    { account: 'receivable', minor: -paid.appliedMinor },
    { account: 'client-advances', minor: -paid.unappliedMinor },
  ])

/** Money that arrives in the bank from Stripe or from a matured bill of exchange, or a bill of exchange that bounced. */
export const clearingEntry = (head: EntryHead, from: 'stripe' | 'note', minor: number): Result<Entry> =>
  entry(head, `journal.cleared.${from}`, [
    { account: 'bank', minor },
    { account: paymentAccount[from], minor: -minor },
  ])
export const bouncedNoteEntry = (head: EntryHead, minor: number): Result<Entry> =>
  entry(head, 'journal.note-bounced', [
    { account: 'receivable', minor },
    { account: 'notes-receivable', minor: -minor },
  ])

/** Revenue of days that passed, out of the contract liability; negative takes revenue back. */
export const recognitionEntry = (head: EntryHead, minor: number): Result<Entry> =>
  entry(head, 'journal.recognition', [
    { account: 'contract-liability', minor },
    { account: 'revenue-service', minor: -minor },
  ])

/** A small last remainder, such as the 0.50 a bank kept, given up by finance. */
export const writeOffEntry = (head: EntryHead, minor: number): Result<Entry> =>
  entry(head, 'journal.write-off', [
    { account: 'bank-charges', minor },
    { account: 'receivable', minor: -minor },
  ])
