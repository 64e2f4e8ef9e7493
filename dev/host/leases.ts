import { timerShard, timerShards } from '@pactdesk/platform/table/keys'
import type { TableCall } from './emulator.ts'

/**
 * The folder's lock is ours, so a lease that is still there belongs to a host that was killed within a tick: its timers are due now,
 * not when the lease would have lapsed. Firing is by state, so a timer that had fired fires nothing.
 */
export async function releaseLeases(call: TableCall, table: string): Promise<void> {
  for (let shard = 0; shard < timerShards; shard++) {
    await call('DynamoDB_20120810.DeleteItem', { TableName: table, Key: { pk: { S: timerShard(shard) }, sk: { S: 'lease' } } })
  }
}
