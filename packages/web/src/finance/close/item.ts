import type { WorkItemView } from '@pactdesk/domain/outsourcing/billing/month/routes'
import type { Words } from '../../explain/labels.ts'
import { reasonOf } from '../../explain/sentence.ts'

export type WorkItem = WorkItemView['item']

/** What it was done for: the ticket, else the visit. */
export const subjectOf = (item: WorkItem): string => item.ticket ?? ('visit' in item ? item.visit : undefined) ?? ''

/** Why the unit is in its state: the metering reason, or the words of whoever decided. */
export function whyOf(item: WorkItem, currency: string): Words {
  const { state } = item
  if ('reason' in state) return reasonOf(state.reason, currency)
  return { zh: state.text, en: state.text }
}

export function clauseOf({ state }: WorkItem): string | undefined {
  if (state.status === 'disputed') return state.heldCharge.clause
  return 'clause' in state ? state.clause : undefined
}

export type Price = { minor: string; per: 'hour' | 'piece'; currency: string }

/** The price snapshot of a chargeable unit, before rounding up and discount are applied to its ticket. */
export function priceOf({ state }: WorkItem): Price | undefined {
  const rate = state.status === 'disputed' ? state.heldCharge.rate : 'rate' in state ? state.rate : undefined
  if (!rate) return undefined
  const { currency } = rate
  return rate.basis === 'hourly'
    ? { minor: rate.listMinorPerHour, per: 'hour', currency }
    : { minor: String(rate.unitMinor), per: 'piece', currency }
}
