import { compareDates, type LocalDate } from '../../kernel/time.ts'
import type { WaitingFor } from '../metering/item-state.ts'
import type { SourceItem } from '../metering/source-item.ts'
import { totalsByState } from '../metering/totals.ts'
import type { MonthCounts } from './month/month.ts'

/** Something that keeps a month from closing: who must act, since when, about what. `kind` is a translation key. */
export type CloseBlock = {
  kind: string
  role: WaitingFor
  /** The person, where the work names one; else whoever holds the role. */
  who?: { id: string; name: string }
  since: LocalDate
  params: Record<string, string | number>
  refs: { kind: 'work' | 'ticket' | 'visit' | 'bill'; id: string }[]
}

/** A late fee of the fee's bill that finance neither claimed nor waived up to the month's last day. */
export type UndecidedLateFee = { bill: { id: string; number: string }; minor: number; since: LocalDate }

/**
 * What blocks the close: every waiting item, gathered by who must act and why, and undecided late fees. Disputed items do not
 * block, they are held off the bill; nothing can be overridden.
 */
export function closeBlocks(items: readonly SourceItem[], undecided: readonly UndecidedLateFee[]): CloseBlock[] {
  const blocks = new Map<string, CloseBlock>()
  for (const item of items) {
    if (item.state.status !== 'waiting') continue
    const { for: role, reason } = item.state
    const who = role === 'technician' ? item.who : undefined
    const key = [role, who?.id, reason.key].join('|')
    const held = blocks.get(key)
    const block = held ?? {
      kind: reason.key,
      role,
      ...(who && { who }),
      since: item.date,
      params: { ...reason.params },
      refs: [],
    }
    const refs = [...block.refs, { kind: 'work' as const, id: item.id }]
    const since = compareDates(item.date, block.since) < 0 ? item.date : block.since
    blocks.set(key, { ...block, since, refs, params: { ...block.params, count: refs.length } })
  }
  const lateFees = undecided.map(
    ({ bill, minor, since }): CloseBlock => ({
      kind: 'late-fee-undecided',
      role: 'finance',
      since,
      params: { number: bill.number, minor },
      refs: [{ kind: 'bill', id: bill.id }],
    }),
  )
  return [...blocks.values(), ...lateFees].sort((a, b) => compareDates(a.since, b.since))
}

/** Counts a month again from its items, for the record of the close. */
export function recount(items: readonly SourceItem[]): MonthCounts {
  const { delivered, byStatus } = totalsByState(items)
  const pick = (unit: 'items' | 'minutes') =>
    Object.fromEntries(Object.entries(byStatus).map(([status, units]) => [status, units[unit]]))
  return { items: pick('items'), minutes: pick('minutes'), total: delivered.items }
}

/** Text whose sha256 seals a close: every item with its state, a line each, sorted by id, whatever order they were read in. */
export const closeSealText = (items: readonly SourceItem[]): string =>
  items
    .map(item => canonical(item))
    .sort()
    .join('\n')

/** JSON with sorted keys, the id first, so that equal items give equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  const rank = (key: string) => (key === 'id' ? '' : key)
  entries.sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonical(held)}`).join(',')}}`
}
