import { monthOf } from '@pactdesk/domain/kernel/time'
import { listWork } from '@pactdesk/domain/outsourcing/billing/month/routes'
import type { SourceItem } from '@pactdesk/domain/outsourcing/metering/source-item'
import type { World } from '../world.ts'

/** All source items of recorded time of the month. */
async function timeOfMonth({ as, inputs, names: { client } }: World) {
  const params = { client, month: monthOf(inputs.month.firstDay) }
  const items = []
  let cursor: string | undefined
  do {
    const query = { kind: 'time', limit: 200, ...(cursor && { cursor }) }
    const { value } = await as.finance.call(listWork, { params, query })
    items.push(...value.items)
    cursor = value.next
  } while (cursor)
  return items
}

/** Gives the source items that were just born, of one ticket or visit, their names in the file, by their kind. */
export async function nameNewWork(
  world: World,
  byKind: Record<string, string>,
  mine: (item: SourceItem) => boolean,
): Promise<void> {
  for (const { ref, item } of await timeOfMonth(world)) {
    const name = byKind[item.kind]
    if (name && mine(item) && !world.names.work.has(ref)) world.names.work.set(ref, name)
  }
}
