import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { Envelope } from '@pactdesk/domain/kernel/event'
import { canonical } from '@pactdesk/platform/run/canonical'
import type { Database } from '@pactdesk/platform/table/database'

/** Every item of the table. */
export async function contentOf({ client, table }: Database): Promise<Item[]> {
  const items: Item[] = []
  let after: Record<string, unknown> | undefined
  do {
    const page = await client.send(new ScanCommand({ TableName: table, ...(after && { ExclusiveStartKey: after }) }))
    items.push(...((page.Items ?? []) as Item[]))
    after = page.LastEvaluatedKey
  } while (after)
  return items
}

type Item = { pk: string; sk: string; t: string; data?: unknown; row?: unknown; dueAt?: string }

/** Ids and hashes are fresh in each run; what they stand for is the same. */
const masked = (text: string) =>
  text
    .replace(/[0-9a-f]{64}/g, '<hash>')
    .replace(/[0-9a-f]{16}(?=\.pdf)/g, '<hash>')
    .replace(/(?<![0-9a-z])[0-9a-z]{20}(?![0-9a-z])/g, '<id>')

/** What the table says now, free of the order in which it came about: each state with its row, index keys and timer, and how many events of each type. */
export async function projectionsOf(database: Database): Promise<{ states: string[]; events: Record<string, number> }> {
  const items = await contentOf(database)
  const events: Record<string, number> = {}
  for (const { t, data } of items) {
    if (t !== 'event') continue
    const { type } = data as Envelope
    events[type] = (events[type] ?? 0) + 1
  }
  const states = items.flatMap(({ t, ...item }) => {
    if (t === 'event' || t === 'once') return []
    // The shard of a timer follows from its key, which holds a fresh id.
    const { hash: _hash, gsi3pk: _shard, ...shown } = item as Omit<Item, 't'> & { hash?: string; gsi3pk?: string }
    return [masked(`${t} ${canonical(shown)}`)]
  })
  return { states: states.sort(), events }
}
