import type { TableCall } from './emulator.ts'

/** Shards of the due index: `DUE#00` … `DUE#15`. */
const shards = Array.from({ length: 16 }, (_, i) => `DUE#${String(i).padStart(2, '0')}`)

/**
 * Reads the sparse index of pending timers as the host itself: the earliest due instant, after `after` if given.
 * Sort keys are `<dueAt>#<pk>`; `$` sorts just after `#`, so it skips every timer of that instant.
 */
export function dueReader(call: TableCall, tableName: string): (after?: string) => Promise<string | undefined> {
  return async after => {
    const first = await Promise.all(shards.map(shard => earliest(call, tableName, shard, after)))
    return first.filter(due => due !== undefined).sort()[0]
  }
}

async function earliest(call: TableCall, TableName: string, shard: string, after?: string): Promise<string | undefined> {
  const { Items } = (await call('DynamoDB_20120810.Query', {
    TableName,
    IndexName: 'gsi3',
    Limit: 1,
    KeyConditionExpression: after === undefined ? 'gsi3pk = :shard' : 'gsi3pk = :shard AND gsi3sk > :after',
    ExpressionAttributeValues: { ':shard': { S: shard }, ...(after !== undefined && { ':after': { S: `${after}$` } }) },
  })) as { Items?: { gsi3sk: { S: string } }[] }
  return Items?.[0]?.gsi3sk.S.split('#')[0]
}
