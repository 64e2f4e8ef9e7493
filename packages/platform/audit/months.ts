import { createHash } from 'node:crypto'
import { closeSealText } from '@pactdesk/domain/outsourcing/billing/close'
import { monthEvents } from '@pactdesk/domain/outsourcing/billing/month/events'
import type { Month } from '@pactdesk/domain/outsourcing/billing/month/month'
import type { SourceItem } from '@pactdesk/domain/outsourcing/metering/index'
import { type Check, check } from './check.ts'
import type { Held, Table } from './table.ts'

/** What was closed is as it was counted: nothing came into the month or left it, and no item changed but by being billed. */
export function monthChecks(table: Table): Check[] {
  const closed = table
    .of<Month>('billing-month')
    .flatMap(month => (month.value.status === 'closed' ? [{ ...month, value: month.value }] : []))
  const byMonth = Map.groupBy(table.of<SourceItem>('work'), ({ provider, client, pk }) => `${provider} ${client} ${pk.slice(-7)}`)
  const itemsOf = ({ provider, client, value }: Held<Month>) => byMonth.get(`${provider} ${client} ${value.month}`) ?? []
  return [
    check(
      'a closed month holds what was counted at its close',
      found => {
        for (const held of closed) {
          const { client, value } = held
          const items = itemsOf(held).map(({ value: item }) => item)
          if (items.length !== value.counts.total)
            found(`${client} ${value.month}: ${value.counts.total} items were counted, ${items.length} are there`)
          else if (!decidedSince(items) && !seals(items).includes(value.hash))
            found(`${client} ${value.month}: the items are not those that were sealed`)
        }
        return closed.length
      },
      [monthEvents.closed],
    ),
    check(
      'no month is stuck in closing',
      found => {
        const months = table.of<Month>('billing-month')
        for (const { client, value } of months) if (value.status === 'closing') found(`${client} ${value.month} is still closing`)
        return months.length
      },
      [monthEvents.closingStarted],
    ),
  ]
}

/** Write-offs and disputes after the close are decisions of people, which the seal cannot know. */
const decidedSince = (items: readonly SourceItem[]) =>
  items.some(({ state }) => state.status === 'written-off' || state.status === 'disputed')

/** Between close and now items may have been claimed by a draft and billed; the seal knew them as billable, or as claimed. */
function seals(items: readonly SourceItem[]): string[] {
  const billable = items.map((item): SourceItem => {
    const { state } = item
    if (state.status !== 'claimed' && state.status !== 'billed') return item
    const { clause, reason, rate } = state
    return { ...item, state: { status: 'billable', clause, reason, rate } }
  })
  return [items, billable].map(list => createHash('sha256').update(closeSealText(list)).digest('hex'))
}
