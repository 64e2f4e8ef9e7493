import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { type Rebuilt, type Repair, rebuild as recompute } from '@pactdesk/platform/audit/rebuild'
import { aggregates } from '@pactdesk/platform/registry'
import { type OpenTable, openTable, readTable } from '../local/table.ts'
import type { Globals } from './main.ts'

/** Rounds on a table that others write to: each begins with a reading of its own. */
const mostRounds = 5

/**
 * Recomputes every projection from history: states, rows, index keys, feeds, registers, directory. Run again it changes nothing.
 * Answers the exit code: 1 when a history is broken, when there is none, or when others wrote faster than it could.
 */
export async function rebuild(
  { data, json }: Pick<Globals, 'data' | 'json'>,
  say: (line: string) => void = console.log,
): Promise<number> {
  const table = await openTable(data)
  try {
    let changed = 0
    for (let round = 1; ; round++) {
      await table.drain()
      const rebuilt = recompute(await readTable(table), aggregates)
      const missed = await write(table, rebuilt.repairs)
      changed += rebuilt.repairs.length - missed
      if (missed > 0 && round < mostRounds) continue
      report(rebuilt, changed, missed)
      return rebuilt.read > 0 && rebuilt.broken.length === 0 && missed === 0 ? 0 : 1
    }
  } finally {
    await table.close()
  }

  function report({ read, broken }: Rebuilt, changed: number, missed: number): void {
    if (json) {
      say(JSON.stringify({ aggregates: read, changed, broken, missed }))
      return
    }
    for (const pk of broken) say(`${pk}: its history is broken, nothing can be recomputed from it`)
    say(`${read} aggregates read, ${changed} items changed${missed > 0 ? `, ${missed} were changed by others meanwhile` : ''}`)
  }
}

/** Writes each item under the version it was read at; answers how many others had changed by then. */
async function write({ client, name }: OpenTable, repairs: readonly Repair[]): Promise<number> {
  let missed = 0
  for (const { item, was } of repairs) {
    const condition =
      was === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: '#v = :v', ExpressionAttributeNames: { '#v': 'v' }, ExpressionAttributeValues: { ':v': was } }
    try {
      await client.send(new PutCommand({ TableName: name, Item: item, ...condition }))
    } catch (error) {
      if ((error as Error).name !== 'ConditionalCheckFailedException') throw error
      missed += 1
    }
  }
  return missed
}
