import type { DatabaseSync } from 'node:sqlite'
import type { TableCall } from '../emulator.ts'

export type StreamRecord = {
  eventID: string
  eventName: string
  dynamodb: { SequenceNumber: string; ApproximateCreationDateTime?: number } & Record<string, unknown>
} & Record<string, unknown>

const streams = 'DynamoDBStreams_20120810'
/** Records a read brings at most; DynamoDB's own limit. */
const perRead = 1000
const describeEveryMs = 60_000

/**
 * Reads the table's stream from a durable checkpoint a shard, oldest shard first. An open shard of the emulator reports an
 * ending sequence number, so no shard is ever taken as closed.
 */
export class StreamReader {
  readonly #call: TableCall
  readonly #tableName: string
  readonly #state: DatabaseSync
  readonly #mapping: string
  readonly #iterators = new Map<string, string>()
  #arn: string | undefined
  #shards: string[] = []
  #describedAt = 0

  constructor(parts: { call: TableCall; tableName: string; state: DatabaseSync; mapping: string }) {
    this.#call = parts.call
    this.#tableName = parts.tableName
    this.#state = parts.state
    this.#mapping = parts.mapping
  }

  /** The next records of the first shard that has any; undefined when all are read. Move on with `checkpoint`. */
  async read(): Promise<{ shard: string; records: StreamRecord[] } | undefined> {
    for (const shard of await this.#knownShards()) {
      const records = await this.#readShard(shard)
      if (records.length > 0) return { shard, records }
    }
    return undefined
  }

  checkpoint(shard: string, sequence: string): void {
    this.#state
      .prepare(
        `INSERT INTO host_checkpoints (mapping, shard, sequence) VALUES (?, ?, ?)
         ON CONFLICT (mapping, shard) DO UPDATE SET sequence = excluded.sequence`,
      )
      .run(this.#mapping, shard, sequence)
  }

  async #readShard(shard: string): Promise<StreamRecord[]> {
    const iterator = this.#iterators.get(shard) ?? (await this.#iteratorAfterCheckpoint(shard))
    this.#iterators.delete(shard)
    const answer = await this.#call(`${streams}.GetRecords`, { ShardIterator: iterator, Limit: perRead })
    if (typeof answer.NextShardIterator === 'string') this.#iterators.set(shard, answer.NextShardIterator)
    return (answer.Records ?? []) as StreamRecord[]
  }

  async #iteratorAfterCheckpoint(shard: string): Promise<string> {
    const row = this.#state
      .prepare('SELECT sequence FROM host_checkpoints WHERE mapping = ? AND shard = ?')
      .get(this.#mapping, shard) as { sequence: string } | undefined
    const answer = await this.#call(`${streams}.GetShardIterator`, {
      StreamArn: this.#arn,
      ShardId: shard,
      ...(row
        ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: row.sequence }
        : { ShardIteratorType: 'TRIM_HORIZON' }),
    })
    return String(answer.ShardIterator)
  }

  async #knownShards(): Promise<string[]> {
    if (this.#shards.length > 0 && Date.now() - this.#describedAt < describeEveryMs) return this.#shards
    this.#arn ??= await this.#streamArn()
    const { StreamDescription } = (await this.#call(`${streams}.DescribeStream`, { StreamArn: this.#arn })) as {
      StreamDescription: { Shards?: { ShardId: string }[] }
    }
    this.#shards = (StreamDescription.Shards ?? []).map(shard => shard.ShardId)
    this.#describedAt = Date.now()
    return this.#shards
  }

  async #streamArn(): Promise<string> {
    const { Table } = (await this.#call('DynamoDB_20120810.DescribeTable', { TableName: this.#tableName })) as {
      Table: { LatestStreamArn?: string }
    }
    if (!Table.LatestStreamArn) throw new Error(`table ${this.#tableName} has no stream`)
    return Table.LatestStreamArn
  }
}
