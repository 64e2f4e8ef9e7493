import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EventBridgeClient, type PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { marshall } from '@aws-sdk/util-dynamodb'
import { relay } from '@pactdesk/platform/events/relay'
import { logger } from '@pactdesk/platform/http/api'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { StreamReader, type StreamRecord } from '../../dev/host/backstage/stream-reader.ts'
import { StreamRelay } from '../../dev/host/backstage/stream-relay.ts'
import type { TableCall } from '../../dev/host/emulator.ts'
import { openState } from '../../dev/host/state.ts'

/** Ids that the bus has taken, and one that it never will. */
let taken: string[] = []
const poison = 'e7'

beforeAll(() => {
  vi.stubEnv('BUS_NAME', 'pactdesk')
  for (const level of ['error', 'warn'] as const) vi.spyOn(logger, level).mockReturnValue()
  vi.spyOn(Math, 'random').mockReturnValue(0.01)
  vi.spyOn(EventBridgeClient.prototype, 'send').mockImplementation((async ({ input }: PutEventsCommand) => {
    const ids = input.Entries!.map(({ Detail }) => (JSON.parse(Detail!) as { id: string }).id)
    taken.push(...ids.filter(id => id !== poison))
    return { Entries: ids.map(id => (id === poison ? { ErrorCode: 'InternalFailure' } : { EventId: id })) }
  }) as never)
})
afterAll(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

const record = (sequence: number): StreamRecord => {
  const data = { id: `e${sequence}`, type: 'test.note-written.v1', occurredAt: '2026-10-08T02:00:00Z' }
  const NewImage = marshall({ pk: 'P#one#C#A#NOTE#n', sk: `E#${sequence}`, t: 'event', data })
  const dynamodb = { SequenceNumber: String(sequence), ApproximateCreationDateTime: Date.now() / 1000, NewImage }
  return { eventID: String(sequence), eventName: 'INSERT', dynamodb } as StreamRecord
}

/** A stream that holds these records in one open shard. */
const streamOf =
  (records: StreamRecord[]): TableCall =>
  async (target, input) => {
    if (target.endsWith('DescribeTable')) return { Table: { LatestStreamArn: 'arn' } }
    if (target.endsWith('DescribeStream')) return { StreamDescription: { Shards: [{ ShardId: 's', SequenceNumberRange: {} }] } }
    if (target.endsWith('GetShardIterator')) return { ShardIterator: String(input.SequenceNumber ?? 0) }
    const found = records.filter(({ dynamodb }) => Number(dynamodb.SequenceNumber) > Number(input.ShardIterator))
    return { Records: found, NextShardIterator: found.at(-1)?.dynamodb.SequenceNumber ?? String(input.ShardIterator) }
  }

test('an event that the bus never takes ends in the failure store whole; all others reach the bus, and the shard goes on', async () => {
  const records = Array.from({ length: 12 }, (_, at) => record(at + 1))
  const state = openState(mkdtempSync(join(tmpdir(), 'pactdesk-data-')))
  const mapping = {
    id: 'm',
    functionName: 'relay',
    sourceArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/notes/stream/local',
    source: 'stream' as const,
    batchSize: 100,
    reportsItemFailures: true,
    filters: [{ eventName: ['INSERT'] }],
    bisect: true,
    maximumRetries: 2,
    maximumAgeSeconds: 3600,
  }
  const stream = new StreamRelay(mapping, {
    state,
    reader: new StreamReader({ call: streamOf(records), tableName: 'notes', state, mapping: mapping.id }),
    invoke: async (_name, event) => JSON.stringify(await relay(JSON.parse(event) as DynamoDBStreamEvent)),
    log: () => {},
    stopping: new AbortController().signal,
  })
  await stream.poll()
  const kept = state.prepare('SELECT records FROM host_failed_records').all() as unknown as { records: string }[]
  expect(kept.map(row => JSON.parse(row.records) as StreamRecord[])).toEqual([[records[6]]])
  expect([...new Set(taken)]).toEqual(records.map(({ eventID }) => `e${eventID}`).filter(id => id !== poison))
  // Before the poison nothing is put twice; behind it, what shared its call may be, and the inbox knows it.
  expect(taken.filter(id => Number(id.slice(1)) < 7)).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e6'])

  records.push(record(13))
  taken = []
  await stream.poll()
  expect(taken).toEqual(['e13'])
})
