import { type ItemStatus, itemStatuses } from './item-state.ts'
import { isTime, type SourceItem } from './source-item.ts'

/** Units of one state: how many items, their recorded minutes, their device-days. */
export type UnitTotals = { items: number; minutes: number; deviceDays: number }

/** Six states that sum to what was delivered: every item is in exactly one of them. */
export type StateTotals = { delivered: UnitTotals; byStatus: Record<ItemStatus, UnitTotals> }

/** Rows of the close matrix: time entries, visits, parts, device-days. */
export const unitKinds = ['time', 'visit', 'part', 'device-day'] as const
export type UnitKind = (typeof unitKinds)[number]

export const unitKindOf = (item: SourceItem): UnitKind => (isTime(item) ? 'time' : item.kind)

/** Counts a list from the items themselves, never from stored sums. */
export function totalsByState(items: readonly SourceItem[]): StateTotals {
  const byStatus = Object.fromEntries(
    itemStatuses.map(status => [status, totals(items.filter(item => item.state.status === status))]),
  ) as Record<ItemStatus, UnitTotals>
  return { delivered: totals(items), byStatus }
}

/** The close matrix: one row a kind of unit. */
export const totalsByKind = (items: readonly SourceItem[]): Record<UnitKind, StateTotals> =>
  Object.fromEntries(unitKinds.map(kind => [kind, totalsByState(items.filter(item => unitKindOf(item) === kind))])) as Record<
    UnitKind,
    StateTotals
  >

const totals = (items: readonly SourceItem[]): UnitTotals => ({
  items: items.length,
  minutes: items.reduce((sum, item) => sum + (isTime(item) ? item.minutes : 0), 0),
  deviceDays: items.reduce((sum, item) => sum + (item.kind === 'device-day' ? item.devices : 0), 0),
})
