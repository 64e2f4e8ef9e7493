import * as z from 'zod'
import { Currency, Minor } from '../../kernel/money.ts'
import { invalid, ok, type Result } from '../../kernel/result.ts'
import { LocalDate } from '../../kernel/time.ts'
import { type Account, accountNames } from './accounts.ts'
import type { JournalMemo } from './journal-words.ts'

/** Debit positive, credit negative, in minor units. */
export const Posting = z
  .object({ account: z.enum(accountNames as [Account, ...Account[]]), minor: Minor })
  .meta({ id: 'JournalPosting' })
export type Posting = z.infer<typeof Posting>

/** What an entry records; the entry's id derives from it, so that nothing is recorded twice. */
export const EntrySource = z.object({
  kind: z.enum(['bill', 'payment', 'recognition', 'credit-note', 'settlement', 'refund', 'write-off', 'opening']),
  id: z.string(),
  label: z.string().optional(),
})
export type EntrySource = z.infer<typeof EntrySource>

/** One entry of the append-only ledger, in one currency: at least two postings that sum to zero. `memo` is a translation key. */
export const Entry = z
  .object({
    id: z.string(),
    date: LocalDate,
    memo: z.string(),
    currency: Currency,
    client: z.string(),
    source: EntrySource,
    postings: z.array(Posting).min(2),
  })
  .refine(entry => sumOf(entry.postings) === 0, 'an entry sums to zero')
  .meta({ id: 'LedgerEntry' })
export type Entry = z.infer<typeof Entry>

/** Where an entry belongs: what every builder needs besides its amounts. */
export type EntryHead = { id: string; date: LocalDate; currency: string; client: string; source: EntrySource }

/**
 * Builds an entry: postings of zero are left out, those of one account are kept apart in the order given. Refused when it does not
 * sum to zero, or when nothing is left to post.
 */
export function entry(head: EntryHead, memo: JournalMemo, postings: readonly Posting[]): Result<Entry> {
  const posted = postings.filter(({ minor }) => minor !== 0)
  const difference = sumOf(posted)
  if (difference !== 0)
    return invalid('financial.unbalanced', `entry ${head.id} is off by ${difference}`, { id: head.id, difference })
  if (posted.length === 0) return invalid('financial.empty-entry', `entry ${head.id} moves nothing`, { id: head.id })
  return ok({ ...head, memo, postings: posted })
}

/** Balances of one currency derived from entries dated up to a day, that day included; accounts never posted to are absent. */
export function balances(entries: readonly Entry[], currency: string, asOf?: LocalDate): Partial<Record<Account, number>> {
  const sums: Partial<Record<Account, number>> = {}
  for (const { date, currency: of, postings } of entries) {
    if (of !== currency || (asOf !== undefined && date > asOf)) continue
    for (const { account, minor } of postings) sums[account] = (sums[account] ?? 0) + minor
  }
  return sums
}

/** What is wrong with a ledger: entries that don't sum to zero, ids used twice. An empty list for a sound one. */
export function ledgerFaults(entries: readonly Entry[]): { id: string; fault: 'unbalanced' | 'id-twice' }[] {
  const seen = new Set<string>()
  return entries.flatMap(({ id, postings }) => {
    const repeated = seen.has(id)
    seen.add(id)
    return [
      ...(sumOf(postings) === 0 ? [] : [{ id, fault: 'unbalanced' as const }]),
      ...(repeated ? [{ id, fault: 'id-twice' as const }] : []),
    ]
  })
}

const sumOf = (postings: readonly Posting[]) => postings.reduce((total, { minor }) => total + minor, 0)
