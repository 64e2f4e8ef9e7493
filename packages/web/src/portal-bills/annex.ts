import type { WorkItemView } from '@pactdesk/domain/outsourcing/billing/month/routes'

export type CoveredItem = WorkItemView['item']

/** A row of the zero-value annex: one piece of covered work, or the devices of the whole month as one. */
export type AnnexRow =
  | { kind: 'work'; id: string; item: CoveredItem }
  | { kind: 'devices'; id: string; from: string; to: string; devices: number; days: number; clause: string }

const clauseOf = ({ state }: CoveredItem): string => ('clause' in state ? (state.clause ?? '') : '')

/** What the contract fee paid for, in the order of its days; the daily proof of the devices stands as one row at the end. */
export function annexOf(items: readonly CoveredItem[]): AnnexRow[] {
  const covered = items.filter(({ state }) => state.status === 'covered')
  const work = covered.filter(({ kind }) => kind !== 'device-day').sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id))
  const days = covered.filter(item => item.kind === 'device-day').sort((a, b) => compare(a.date, b.date))
  const [first, last] = [days[0], days.at(-1)]
  return [
    ...work.map(item => ({ kind: 'work' as const, id: item.id, item })),
    ...(first && last
      ? [
          {
            kind: 'devices' as const,
            id: 'devices',
            from: first.date,
            to: last.date,
            devices: Math.max(...days.map(({ devices }) => devices)),
            days: new Set(days.map(({ date }) => date)).size,
            clause: clauseOf(first),
          },
        ]
      : []),
  ]
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
