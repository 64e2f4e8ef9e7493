import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TableCall } from '../emulator.ts'
import { openState } from '../state.ts'
import type { MappingModel } from '../template/mappings.ts'
import { StreamReader, type StreamRecord } from './stream-reader.ts'
import { StreamRelay } from './stream-relay.ts'

const base: MappingModel = {
  id: 'm',
  functionName: 'relay',
  sourceArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/notes/stream/local',
  source: 'stream',
  batchSize: 10,
  reportsItemFailures: true,
  filters: [{ eventName: ['INSERT'] }],
  bisect: true,
  maximumRetries: 2,
  maximumAgeSeconds: 3600,
}
const insert = (sequence: number, eventName = 'INSERT', age = 0): StreamRecord => ({
  eventID: String(sequence),
  eventName,
  dynamodb: { SequenceNumber: String(sequence), ApproximateCreationDateTime: Date.now() / 1000 - age },
})

/** A stream of these records, with one open shard that reports an ending sequence number as the emulator does. */
function streamOf(records: StreamRecord[]): TableCall {
  return async (target, input) => {
    if (target.endsWith('DescribeTable')) return { Table: { LatestStreamArn: 'arn' } }
    if (target.endsWith('DescribeStream'))
      return { StreamDescription: { Shards: [{ ShardId: 's', SequenceNumberRange: { EndingSequenceNumber: '3' } }] } }
    if (target.endsWith('GetShardIterator')) return { ShardIterator: String(input.SequenceNumber ?? 0) }
    const after = Number(input.ShardIterator)
    const found = records.filter(record => Number(record.dynamodb.SequenceNumber) > after)
    return { Records: found, NextShardIterator: found.at(-1)?.dynamodb.SequenceNumber ?? String(after) }
  }
}

function relayOf(records: StreamRecord[], take: (ids: number[]) => number[] | Error, change: Partial<MappingModel> = {}) {
  const state = openState(mkdtempSync(join(tmpdir(), 'pactdesk-data-')))
  const calls: number[][] = []
  const invoke = async (_name: string, event: string) => {
    const ids = (JSON.parse(event) as { Records: StreamRecord[] }).Records.map(record => Number(record.dynamodb.SequenceNumber))
    calls.push(ids)
    const failed = take(ids)
    if (failed instanceof Error) throw failed
    return JSON.stringify({ batchItemFailures: failed.map(id => ({ itemIdentifier: String(id) })) })
  }
  const mapping = { ...base, ...change }
  const call = streamOf(records)
  const make = () =>
    new StreamRelay(mapping, {
      state,
      reader: new StreamReader({ call, tableName: 'notes', state, mapping: mapping.id }),
      invoke,
      log: () => {},
      stopping: new AbortController().signal,
    })
  const kept = () =>
    (
      state.prepare('SELECT records, reason FROM host_failed_records').all() as unknown as { records: string; reason: string }[]
    ).map(row => ({
      ids: (JSON.parse(row.records) as StreamRecord[]).map(record => Number(record.dynamodb.SequenceNumber)),
      reason: row.reason,
    }))
  return { relay: make(), again: make, calls, kept }
}

describe('the stream mapping', () => {
  it('hands over filtered records in batches and goes on after a restart where it was', async () => {
    const records = [insert(1), insert(2, 'MODIFY'), insert(3), insert(4)]
    const { relay, again, calls } = relayOf(records, () => [], { batchSize: 2 })
    expect(await relay.poll()).toBe(4)
    expect(await relay.poll()).toBe(0)
    records.push(insert(5))
    expect(await again().poll()).toBe(1)
    expect(calls).toEqual([[1, 3], [4], [5]])
  })

  it('moves the checkpoint past records that no filter wants', async () => {
    const { relay, again } = relayOf([insert(1, 'REMOVE'), insert(2, 'REMOVE')], () => [])
    expect(await relay.poll()).toBe(2)
    expect(await again().poll()).toBe(0)
  })

  it('goes on from the first record that failed', async () => {
    let sick = true
    const { relay, calls, kept } = relayOf([insert(1), insert(2), insert(3)], ids => {
      if (!sick || !ids.includes(2)) return []
      sick = false
      return [2]
    })
    await relay.poll()
    expect(calls).toEqual([
      [1, 2, 3],
      [2, 3],
    ])
    expect(kept()).toEqual([])
  })

  it('splits a batch that throws until the poison stands alone, keeps that, and delivers the rest', async () => {
    const { relay, calls, kept } = relayOf([insert(1), insert(2), insert(3), insert(4)], ids =>
      ids.includes(3) ? new Error('poison') : [],
    )
    await relay.poll()
    expect(calls).toEqual([[1, 2, 3, 4], [1, 2], [3, 4], [3], [3], [3], [4]])
    expect(kept()).toEqual([{ ids: [3], reason: 'poison' }])
  })

  it('gives up a record that is too old at its next failure', async () => {
    const { relay, calls, kept } = relayOf([insert(1, 'INSERT', 7200)], () => [1])
    await relay.poll()
    expect(calls).toEqual([[1]])
    expect(kept()[0]?.reason).toContain('too old')
  })

  it('takes an unknown identifier as a failure of the whole batch', async () => {
    const { relay, kept } = relayOf([insert(1), insert(2)], () => [99], { bisect: false, maximumRetries: 0 })
    await relay.poll()
    expect(kept()).toMatchObject([{ ids: [1, 2] }])
  })

  it('redrives what was kept once the function takes it', async () => {
    let well = false
    const { relay, kept } = relayOf([insert(1)], () => (well ? [] : [1]), { maximumRetries: 0 })
    await relay.poll()
    expect(await relay.redrive()).toBe(0)
    well = true
    expect(await relay.redrive()).toBe(1)
    expect(kept()).toEqual([])
  })

  it('refuses to start with a bad filter', () => {
    expect(() => relayOf([], () => [], { filters: [{ eventName: [] }] })).toThrow('Mapping m has a bad filter')
  })
})
