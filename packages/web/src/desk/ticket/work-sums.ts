import { type Money, times } from '@pactdesk/domain/kernel/money'
import type { ItemState } from '@pactdesk/domain/outsourcing/metering/item-state'
import type { PartItem } from '@pactdesk/domain/outsourcing/metering/source-item'
import type { TicketWork } from '@pactdesk/domain/service-support/incident/views'
import type { UnitState } from '../../parts/marks/UnitStateChip.tsx'

/** Minutes worked on a ticket, travel included. */
export const minutesOf = (work: readonly TicketWork[]): number =>
  work.reduce((sum, { item }) => sum + ('minutes' in item ? item.minutes : 0), 0)

/** Purchase cost of all pieces; undefined until the cost is known. */
export const costOf = ({ unitCost, quantity }: Pick<PartItem, 'unitCost' | 'quantity'>): Money | undefined =>
  unitCost && times(unitCost, quantity)

/** The one state as the month's close shows it: what a draft bill has claimed is still to be billed. */
export const stateOf = ({ status }: ItemState): UnitState => (status === 'claimed' ? 'billable' : status)
