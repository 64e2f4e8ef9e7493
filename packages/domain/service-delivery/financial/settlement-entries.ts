import { ok, type Result } from '../../kernel/result.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { type Entry, type EntryHead, type EntrySource, entry } from './journal.ts'

/** The unearned part of a prepaid fee goes back: out of the contract liability and the VAT, owed to the client. */
export const creditNoteEntry = (
  head: EntryHead,
  note: { netMinor: number; taxMinor: number; grossMinor: number },
): Result<Entry> =>
  entry(head, 'journal.credit-note', [
    { account: 'contract-liability', minor: note.netMinor },
    { account: 'vat-output', minor: note.taxMinor },
    { account: 'settlement-with-client', minor: -note.grossMinor },
  ])

/** The penalty of clause 4, outside VAT: income when the client owes it, expense when the provider does. */
export const penaltyEntry = (head: EntryHead, owedBy: 'client' | 'provider', minor: number): Result<Entry> =>
  owedBy === 'client'
    ? entry(head, 'journal.penalty.client', [
        { account: 'settlement-with-client', minor },
        { account: 'other-income-penalty', minor: -minor },
      ])
    : entry(head, 'journal.penalty.provider', [
        { account: 'other-expense-penalty', minor },
        { account: 'settlement-with-client', minor: -minor },
      ])

/** An open bill is set off against what the client is owed. */
export const setOffEntry = (head: EntryHead, minor: number): Result<Entry> =>
  entry(head, 'journal.set-off', [
    { account: 'settlement-with-client', minor },
    { account: 'receivable', minor: -minor },
  ])

/** The net of a settlement is paid: positive to the client, negative by the client. */
export const refundEntry = (head: EntryHead, netToClientMinor: number): Result<Entry> =>
  entry(head, netToClientMinor >= 0 ? 'journal.refund' : 'journal.settlement-received', [
    { account: 'settlement-with-client', minor: netToClientMinor },
    { account: 'bank', minor: -netToClientMinor },
  ])

export type SettlementPosting = {
  settlement: string
  date: LocalDate
  currency: string
  client: string
  creditNotes: readonly { id: string; number: string; netMinor: number; taxMinor: number; grossMinor: number }[]
  penaltyByClientMinor: number
  penaltyByProviderMinor: number
  setOff: readonly { bill: string; number: string; minor: number }[]
}

/**
 * All entries of a settlement on its day, in order: credit notes, penalty, set-off. Afterwards only the net is owed. Fee earned,
 * tax and revenue are each rounded by their own rule, so a unit of contract liability may be left; the preview says it, and no
 * entry is invented for it.
 */
export function settlementEntries(made: SettlementPosting): Result<Entry[]> {
  const head = (id: string, source: EntrySource): EntryHead => {
    const { date, currency, client } = made
    return { id, date, currency, client, source }
  }
  const own: EntrySource = { kind: 'settlement', id: made.settlement }
  const built = [
    ...made.creditNotes.map(note =>
      creditNoteEntry(head(`credit-${note.id}`, { kind: 'credit-note', id: note.id, label: note.number }), note),
    ),
    ...(made.penaltyByClientMinor > 0
      ? [penaltyEntry(head(`penalty-${made.settlement}`, own), 'client', made.penaltyByClientMinor)]
      : []),
    ...(made.penaltyByProviderMinor > 0
      ? [penaltyEntry(head(`penalty-${made.settlement}`, own), 'provider', made.penaltyByProviderMinor)]
      : []),
    ...made.setOff
      .filter(({ minor }) => minor > 0)
      .map(({ bill, number, minor }) =>
        setOffEntry(head(`setoff-${made.settlement}-${bill}`, { kind: 'settlement', id: made.settlement, label: number }), minor),
      ),
  ]
  const entries: Entry[] = []
  for (const result of built) {
    if (!result.ok) return result
    entries.push(result.value)
  }
  return ok(entries)
}
