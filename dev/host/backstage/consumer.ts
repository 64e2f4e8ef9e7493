import type { DatabaseSync } from 'node:sqlite'
import { transaction } from '../state.ts'
import type { MappingModel } from '../template/mappings.ts'
import { region } from '../template/names.ts'
import { failedItems } from './item-failures.ts'
import type { Message, QueueStore } from './queue-store.ts'

export type Invoke = (functionName: string, event: string) => Promise<string>

/** Reads one queue for one function: a batch at a time, failed messages alone go back. */
export class QueueConsumer {
  readonly mapping: MappingModel
  readonly #state: DatabaseSync
  readonly #store: QueueStore
  readonly #invoke: Invoke
  readonly #log: (line: string) => void
  /** A batch is with the function. */
  busy = false

  constructor(
    mapping: MappingModel,
    parts: { state: DatabaseSync; store: QueueStore; invoke: Invoke; log: (line: string) => void },
  ) {
    this.mapping = mapping
    this.#state = parts.state
    this.#store = parts.store
    this.#invoke = parts.invoke
    this.#log = parts.log
  }

  /** Takes a batch if one is visible; resolves to whether there was one, after it was settled. */
  async poll(): Promise<boolean> {
    const { sourceArn, batchSize, functionName, reportsItemFailures } = this.mapping
    const batch = transaction(this.#state, () => this.#store.receive(sourceArn, batchSize))
    if (batch.length === 0) return false
    this.busy = true
    try {
      const event =
        this.mapping.source === 'event'
          ? batch[0]!.body
          : JSON.stringify({ Records: batch.map(message => record(message, sourceArn)) })
      const ids = new Set(batch.map(message => message.messageId))
      const failed = await this.#invoke(functionName, event).then(
        result => failedItems(reportsItemFailures, result, ids),
        (error: Error) => ({ ids, reason: error.message }),
      )
      if (failed.ids.size > 0)
        this.#log(`${functionName} gave back ${failed.ids.size} of ${batch.length} messages: ${failed.reason}`)
      transaction(this.#state, () => {
        this.#store.delete(batch.filter(message => !failed.ids.has(message.messageId)))
        const back = batch.filter(message => failed.ids.has(message.messageId))
        this.#store.fail(sourceArn, back, failed.reason)
      })
    } finally {
      this.busy = false
    }
    return true
  }
}

/** An SQS record as Lambda hands it over. */
const record = (message: Message, queueArn: string) => ({
  messageId: message.messageId,
  receiptHandle: String(message.id),
  body: message.body,
  attributes: {
    ApproximateReceiveCount: String(message.receives),
    SentTimestamp: String(message.sentAt),
    SenderId: 'local',
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: queueArn,
  awsRegion: region,
})
