import type { Role } from '@pactdesk/domain/kernel/context'
import type { ClauseLine } from '@pactdesk/domain/outsourcing/contract/living'
import { exists } from '../../screens.ts'

type Place = { client: string; contract: string; portal: boolean; roles: readonly Role[] }
export type Opening = {
  to: string
  search?: Record<string, string>
  word: 'bill' | 'tickets' | 'visits' | 'arrivals' | 'devices'
}

const finance: readonly Role[] = ['finance', 'admin']

/** Where the records behind a line can be opened by this reader; absent where there is no such page for them. */
export function openingOf({ opens }: ClauseLine, { client, portal, roles }: Place): Opening | undefined {
  if (!opens) return undefined
  if (portal) {
    if (opens.kind === 'bill' && opens.id && exists('portal-bills/Bill')) return { to: `/portal/bills/${opens.id}`, word: 'bill' }
    if ((opens.kind === 'tickets' || opens.kind === 'arrivals') && exists('portal/Requests'))
      return { to: '/portal/requests', word: opens.kind }
    return undefined
  }
  switch (opens.kind) {
    case 'bill':
      return opens.id && exists('finance/Invoice') && roles.some(role => finance.includes(role))
        ? { to: `/finance/invoices/${opens.id}`, search: { client }, word: 'bill' }
        : undefined
    case 'tickets':
    case 'arrivals':
      return exists('desk/Queue') ? { to: '/desk', search: { client }, word: opens.kind } : undefined
    case 'visits':
      return exists('visits/Visits') ? { to: '/visits', search: { client }, word: 'visits' } : undefined
    case 'devices':
      return { to: `/clients/${client}`, search: { tab: 'devices' }, word: 'devices' }
    default:
      return undefined
  }
}
