import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { StoredItem } from '@pactdesk/platform/audit/check'

/** What lies in a data folder whose host does not run. */
export type Left = {
  items: StoredItem[]
  /** Event records of the stream behind the relay's checkpoint: committed, and not on the bus. */
  unrelayed: number
  /** Messages on the bus that no consumer has finished. */
  messages: number
  /** Dead letters, and stream records given up. */
  givenUp: number
}

/** Reads the emulator's database and the host's state, changing nothing. */
export function readLeft(data: string): Left {
  const state = new DatabaseSync(join(data, 'state.db'), { readOnly: true, timeout: 10_000 })
  const table = new DatabaseSync(join(data, 'table.db'), { readOnly: true, timeout: 10_000 })
  const one = (sql: string) => (state.prepare(sql).get() as { n: number | null }).n ?? 0
  try {
    const checkpoint = one('SELECT min(CAST(sequence AS INTEGER)) AS n FROM host_checkpoints')
    const behind = table
      .prepare(
        `SELECT new_image AS json FROM _stream_records WHERE event_name = 'INSERT' AND CAST(sequence_number AS INTEGER) > ?`,
      )
      .all(checkpoint) as unknown as Row[]
    const stored = table.prepare('SELECT item_json AS json FROM pactdesk').all() as unknown as Row[]
    return {
      items: stored.map(itemOf),
      unrelayed: behind.map(itemOf).filter(({ t }) => t === 'event').length,
      messages: one('SELECT count(*) AS n FROM host_messages WHERE source IS NULL'),
      givenUp:
        one('SELECT count(*) AS n FROM host_messages WHERE source IS NOT NULL') +
        one('SELECT count(*) AS n FROM host_failed_records'),
    }
  } finally {
    table.close()
    state.close()
  }
}

type Row = { json: string }
const itemOf = ({ json }: Row) => unmarshall(JSON.parse(json) as Record<string, AttributeValue>) as StoredItem
