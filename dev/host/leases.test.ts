import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { timerShard, timerShards } from '@pactdesk/platform/table/keys'
import { expect, it } from 'vitest'
import { caller } from './emulator.ts'
import { writeFixture } from './fixture/assembly.ts'
import { startFixture } from './fixture/host.ts'

const shards = Array.from({ length: timerShards }, (_, shard) => timerShard(shard))
const lease = (pk: string) => ({ pk: { S: pk }, sk: { S: 'lease' } })
/** Counts how often a timer has failed; no lease, though it stands beside them. */
const beside = { pk: { S: 'DUE#FAIL' }, sk: { S: '2027-03-04T01:00:00Z#P#p#K#k' } }

it('a host that starts on the folder of one killed within a tick releases its leases, and nothing else', async () => {
  const data = mkdtempSync(join(tmpdir(), 'pactdesk-data-'))
  const cdkOut = writeFixture()
  const first = spawn(process.execPath, [join(import.meta.dirname, 'fixture', 'run.ts'), data, cdkOut], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface(first.stdout), 'line')) as [string]
  const killed = caller((JSON.parse(line) as { table: string }).table, true)
  const until = { N: String(Date.now() + 3_600_000) }
  const TableName = 'notes'
  for (const pk of shards) {
    const item = { ...lease(pk), t: { S: 'lease' }, owner: { S: 'the one killed' }, until }
    await killed('DynamoDB_20120810.PutItem', { TableName, Item: item })
  }
  await killed('DynamoDB_20120810.PutItem', { TableName, Item: { ...beside, n: { N: '1' } } })
  first.kill('SIGKILL')
  await once(first, 'exit')

  const second = await startFixture({ data, cdkOut })
  try {
    const call = caller(second.table.endpoint, true)
    const kept = async (Key: object) => (await call('DynamoDB_20120810.GetItem', { TableName: second.table.name, Key })).Item
    for (const pk of shards) expect(await kept(lease(pk)), pk).toBeUndefined()
    expect(await kept(beside)).toMatchObject({ n: { N: '1' } })
  } finally {
    await second.stop()
  }
})
