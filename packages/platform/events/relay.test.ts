import { EventBridgeClient, type PutEventsCommand, type PutEventsCommandOutput } from '@aws-sdk/client-eventbridge'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { logger } from '../http/api.ts'
import { relay } from './relay.ts'

/** Ids that each PutEvents carried, and what the bus makes of a call. */
let calls: string[][]
let bus: (ids: string[], call: number) => (string | undefined)[] | Error

beforeEach(() => {
  vi.stubEnv('BUS_NAME', 'pactdesk')
  vi.spyOn(logger, 'warn').mockReturnValue()
  vi.spyOn(logger, 'error').mockReturnValue()
  calls = []
  bus = ids => ids.map(() => undefined)
  vi.spyOn(EventBridgeClient.prototype, 'send').mockImplementation((async ({ input }: PutEventsCommand) => {
    const ids = input.Entries!.map(entry => (JSON.parse(entry.Detail!) as { id: string }).id)
    calls.push(ids)
    const answer = bus(ids, calls.length)
    if (answer instanceof Error) throw answer
    const Entries = answer.map((ErrorCode, at) => (ErrorCode ? { ErrorCode } : { EventId: ids[at] }))
    return { FailedEntryCount: answer.filter(Boolean).length, Entries } as PutEventsCommandOutput
  }) as never)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

const record = (id: string, item: object = { t: 'event' }, eventName: DynamoDBRecord['eventName'] = 'INSERT'): DynamoDBRecord => {
  const data = { id, type: 'test.note-written.v1', occurredAt: '2026-10-08T02:00:00Z' }
  const image = marshall({ pk: 'P#one#C#LANHAI#NOTE#n1', sk: 'E#1', data, ...item })
  return { eventName, dynamodb: { SequenceNumber: `s-${id}`, NewImage: image as never } }
}
const batch = (...records: DynamoDBRecord[]): DynamoDBStreamEvent => ({ Records: records })
const many = (count: number) => Array.from({ length: count }, (_, at) => record(`e${at + 1}`))
const ids = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => `e${from + at}`)

describe('the relay', () => {
  test('puts events alone, ten to a call, in stream order', async () => {
    const others = [record('x1', { t: 'ticket' }), record('x2', {}, 'MODIFY'), record('x3', {}, 'REMOVE')]
    expect(await relay(batch(...others, ...many(12)))).toEqual({ batchItemFailures: [] })
    expect(calls).toEqual([ids(1, 10), ids(11, 12)])
  })

  test('puts again only what the bus refused', async () => {
    bus = (sent, call) => sent.map(id => (call === 1 && (id === 'e2' || id === 'e4') ? 'ThrottlingException' : undefined))
    expect(await relay(batch(...many(5)))).toEqual({ batchItemFailures: [] })
    expect(calls).toEqual([ids(1, 5), ['e2', 'e4']])
  })

  test('what stays refused goes back to the stream, and nothing before it', async () => {
    bus = sent => sent.map(id => (id === 'e13' ? 'InternalFailure' : undefined))
    expect(await relay(batch(...many(25)))).toEqual({ batchItemFailures: [{ itemIdentifier: 's-e13' }] })
    expect(calls).toEqual([ids(1, 10), ids(11, 20), ['e13'], ['e13']])
  })

  test('a call that fails sends back its own events, not those the bus has', async () => {
    bus = (sent, call) => (call > 1 ? new Error('connection reset') : sent.map(() => undefined))
    expect(await relay(batch(...many(15)))).toEqual({ batchItemFailures: [{ itemIdentifier: 's-e11' }] })
    expect(calls).toEqual([ids(1, 10), ids(11, 15), ids(11, 15), ids(11, 15)])
  })

  test('a record that is no item fails the batch, so that the stream can single it out', async () => {
    const broken: DynamoDBRecord = { eventName: 'INSERT', dynamodb: { SequenceNumber: 's', NewImage: { t: { X: '' } as never } } }
    await expect(relay(batch(record('e1'), broken))).rejects.toThrow()
    expect(calls).toEqual([])
  })
})
