import type { ContractRow } from '@pactdesk/domain/outsourcing/contract/views'

/** Views of the list; each count is the number of rows the view shows. */
export const contractViews = ['needs', 'signature', 'draft', 'active', 'ended', 'all'] as const
export type ContractViewName = (typeof contractViews)[number]

const calm: readonly ContractRow['need'][] = ['none', 'nothing-more']

export function inView(row: ContractRow, view: ContractViewName): boolean {
  switch (view) {
    case 'needs':
      return !calm.includes(row.need)
    case 'signature':
      return row.status === 'offered' || row.status === 'signed-by-provider'
    case 'ended':
      return row.status === 'ended' || row.status === 'discarded'
    case 'all':
      return true
    default:
      return row.status === view
  }
}

export const countsOf = (rows: readonly ContractRow[]): Record<ContractViewName, number> =>
  Object.fromEntries(contractViews.map(view => [view, rows.filter(row => inView(row, view)).length])) as Record<
    ContractViewName,
    number
  >
