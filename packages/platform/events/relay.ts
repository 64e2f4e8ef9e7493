import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Envelope } from '@pactdesk/domain/kernel/event'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { env } from '../table/database.ts'

const bridge = new EventBridgeClient({})
const perCall = 10

/**
 * Stream → bus: every committed event item is put on the custom bus, in stream order. On the first entry the bus refuses,
 * the rest of the batch goes back to the stream from there (ReportBatchItemFailures).
 */
export async function relay(batch: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const entries = batch.Records.flatMap(record => {
    const image = record.dynamodb?.NewImage
    if (record.eventName !== 'INSERT' || !image) return []
    const item = unmarshall(image as Parameters<typeof unmarshall>[0])
    return item.t === 'event' ? [{ sequence: record.dynamodb!.SequenceNumber!, envelope: item.data as Envelope }] : []
  })
  for (let at = 0; at < entries.length; at += perCall) {
    const slice = entries.slice(at, at + perCall)
    const failed = await put(slice.map(entry => entry.envelope))
    if (failed !== undefined) return { batchItemFailures: [{ itemIdentifier: slice[failed]!.sequence }] }
  }
  return { batchItemFailures: [] }
}

/** Index of the first entry that was not taken, if any. */
async function put(envelopes: Envelope[]): Promise<number | undefined> {
  const answer = await bridge.send(
    new PutEventsCommand({
      Entries: envelopes.map(envelope => ({
        EventBusName: env('BUS_NAME'),
        Source: `pactdesk.${envelope.type.split('.')[0]}`,
        DetailType: envelope.type,
        Time: new Date(envelope.occurredAt),
        Detail: JSON.stringify(envelope),
      })),
    }),
  )
  const failed = answer.Entries?.findIndex(entry => entry.ErrorCode) ?? -1
  return failed === -1 ? undefined : failed
}
