import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Envelope } from '@pactdesk/domain/kernel/event'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { logger } from '../http/api.ts'
import { env } from '../table/database.ts'

const bridge = new EventBridgeClient({})
const perCall = 10
const attempts = 3

type Entry = { sequence: string; envelope: Envelope }

/**
 * Stream → bus: every committed event item is put on the custom bus, in stream order. Entries that the bus refuses are put again by
 * themselves; what it keeps refusing, or a call that fails, sends the batch back to the stream from there
 * (ReportBatchItemFailures), so nothing before it is put twice.
 */
export async function relay(batch: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const entries = batch.Records.flatMap(record => {
    const image = record.dynamodb?.NewImage
    if (record.eventName !== 'INSERT' || !image) return []
    const item = unmarshall(image as Parameters<typeof unmarshall>[0])
    return item.t === 'event' ? [{ sequence: record.dynamodb!.SequenceNumber!, envelope: item.data as Envelope }] : []
  })
  for (let at = 0; at < entries.length; at += perCall) {
    const refused = await take(entries.slice(at, at + perCall))
    if (refused) return { batchItemFailures: [{ itemIdentifier: refused.sequence }] }
  }
  return { batchItemFailures: [] }
}

/** The first of these entries that the bus did not take, after trying again what it refused. */
async function take(entries: readonly Entry[]): Promise<Entry | undefined> {
  let left = entries
  for (let attempt = 1; attempt <= attempts && left.length > 0; attempt++) {
    if (attempt > 1) await new Promise(resolve => setTimeout(resolve, Math.random() * 40 * 2 ** attempt))
    left = await put(left)
  }
  return left[0]
}

/** Puts up to ten entries; answers those that were not taken: all of them when the call itself failed. */
async function put(entries: readonly Entry[]): Promise<readonly Entry[]> {
  try {
    const answer = await bridge.send(new PutEventsCommand({ Entries: entries.map(({ envelope }) => onBus(envelope)) }))
    const refused = entries.filter((_, at) => answer.Entries?.[at]?.ErrorCode)
    if (refused.length > 0) {
      const reasons = answer.Entries?.flatMap(({ ErrorCode = [] }) => ErrorCode)
      logger.warn('the bus refused events', { events: refused.map(({ envelope }) => envelope.id), reasons })
    }
    return refused
  } catch (error) {
    logger.error('the bus took no events', { error: error as Error })
    return entries
  }
}

const onBus = (envelope: Envelope) => ({
  EventBusName: env('BUS_NAME'),
  Source: `pactdesk.${envelope.type.split('.')[0]}`,
  DetailType: envelope.type,
  Time: new Date(envelope.occurredAt),
  Detail: JSON.stringify(envelope),
})
