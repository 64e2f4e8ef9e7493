import { PutCommand } from '@aws-sdk/lib-dynamodb'
import type { StoredItem } from '@pactdesk/platform/audit/check'
import { fold, histories, projected } from '@pactdesk/platform/audit/history'
import { aggregates } from '@pactdesk/platform/registry'
import { canonical } from '@pactdesk/platform/run/canonical'
import { openTable, scan } from '../local/table.ts'
import type { Globals } from './main.ts'

/** Recomputes state, rows and index keys of every aggregate from its history. Running it twice changes nothing the second time. */
export async function rebuild(globals: Globals): Promise<number> {
  const table = await openTable(globals.data)
  try {
    const items: StoredItem[] = []
    for await (const item of scan(table)) items.push(item)
    const all = histories(items, aggregates)
    let changed = 0
    for (const { pk, aggregate, stored, events } of all) {
      const state = fold({ aggregate, events })
      const { sk, t, v, hash } = stored
      const item = { pk, sk, t, sv: aggregate.sv, v, data: state, hash, ...projected(pk, aggregate, state) }
      if (canonical(item) === canonical(stored)) continue
      await table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: item,
          ConditionExpression: '#v = :v',
          ExpressionAttributeNames: { '#v': 'v' },
          ExpressionAttributeValues: { ':v': v },
        }),
      )
      changed += 1
    }
    console.log(
      globals.json ? JSON.stringify({ aggregates: all.length, changed }) : `${all.length} aggregates read, ${changed} changed`,
    )
    return all.length > 0 ? 0 : 1
  } finally {
    await table.close()
  }
}
