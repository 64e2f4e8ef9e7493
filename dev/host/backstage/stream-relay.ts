import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { compilePattern } from '@pactdesk/domain/kernel/event-pattern'
import { HostFault } from '../fault.ts'
import type { MappingModel } from '../template/mappings.ts'
import { region } from '../template/names.ts'
import type { Invoke } from './consumer.ts'
import { failedItems } from './item-failures.ts'
import type { StreamReader, StreamRecord } from './stream-reader.ts'

type Parts = { state: DatabaseSync; reader: StreamReader; invoke: Invoke; log: (line: string) => void; stopping: AbortSignal }

/**
 * Hands the records of a stream to its function, in order, as the event source mapping says: filters, batches, partial
 * failures, bisection, bounded retries and age. What is given up is kept whole with its reason (the mapping's on-failure
 * destination). The checkpoint moves only after the function returned or the records were kept.
 */
export class StreamRelay {
  readonly mapping: MappingModel
  readonly #parts: Parts
  readonly #filters: ((record: unknown) => boolean)[]

  constructor(mapping: MappingModel, parts: Parts) {
    this.mapping = mapping
    this.#parts = parts
    this.#filters = mapping.filters.map(pattern => {
      const compiled = compilePattern(pattern)
      if (!compiled.ok) throw new HostFault(`Mapping ${mapping.id} has a bad filter: ${compiled.error.detail}`)
      return compiled.value
    })
  }

  /** Works off what one read brings; resolves to how many records that was (0 = the stream is idle). */
  async poll(): Promise<number> {
    const { reader } = this.#parts
    const read = await reader.read()
    if (!read) return 0
    const { shard, records } = read
    const wanted = records.filter(record => this.#filters.length === 0 || this.#filters.some(matches => matches(record)))
    for (let at = 0; at < wanted.length; at += this.mapping.batchSize) {
      const batch = wanted.slice(at, at + this.mapping.batchSize)
      await this.#deliver(batch, 0)
      reader.checkpoint(shard, batch.at(-1)!.dynamodb.SequenceNumber)
    }
    reader.checkpoint(shard, records.at(-1)!.dynamodb.SequenceNumber)
    return records.length
  }

  /** Moves given-up batches back through the function, oldest first; answers how many records were taken. */
  async redrive(): Promise<number> {
    const { state } = this.#parts
    const rows = state
      .prepare('SELECT id, records FROM host_failed_records WHERE mapping = ? ORDER BY id')
      .all(this.mapping.id) as unknown as { id: number; records: string }[]
    let taken = 0
    for (const { id, records } of rows) {
      const batch = JSON.parse(records) as StreamRecord[]
      const outcome = await this.#call(batch)
      if (outcome.from !== undefined) continue
      state.prepare('DELETE FROM host_failed_records WHERE id = ?').run(id)
      taken += batch.length
    }
    return taken
  }

  async #deliver(batch: StreamRecord[], attempt: number): Promise<void> {
    this.#parts.stopping.throwIfAborted()
    const { bisect, maximumRetries } = this.mapping
    const { from, reason } = await this.#call(batch)
    if (from === undefined) return
    const rest = batch.slice(from)
    if (from > 0) return this.#deliver(rest, attempt + 1)
    if (this.#tooOld(rest[0]!)) return this.#giveUp(rest, `too old: ${reason}`)
    if (bisect && rest.length > 1) {
      const middle = Math.ceil(rest.length / 2)
      await this.#deliver(rest.slice(0, middle), attempt)
      return this.#deliver(rest.slice(middle), attempt)
    }
    if (maximumRetries >= 0 && attempt >= maximumRetries) return this.#giveUp(rest, reason)
    await delay(Math.min(50 * 2 ** attempt, 2_000), undefined, { signal: this.#parts.stopping })
    return this.#deliver(rest, attempt + 1)
  }

  /** Index of the first record to be tried again; undefined when all were taken. */
  async #call(batch: StreamRecord[]): Promise<{ from: number | undefined; reason: string }> {
    const { functionName, sourceArn, reportsItemFailures } = this.mapping
    const Records = batch.map(record => ({
      ...record,
      awsRegion: region,
      eventSource: 'aws:dynamodb',
      eventSourceARN: sourceArn,
    }))
    try {
      const result = await this.#parts.invoke(functionName, JSON.stringify({ Records }))
      const sequences = batch.map(record => record.dynamodb.SequenceNumber)
      const { ids, reason } = failedItems(reportsItemFailures, result, new Set(sequences))
      const from = sequences.findIndex(sequence => ids.has(sequence))
      return { from: from === -1 ? undefined : from, reason }
    } catch (error) {
      return { from: 0, reason: error instanceof Error ? error.message : String(error) }
    }
  }

  #tooOld(record: StreamRecord): boolean {
    const { maximumAgeSeconds } = this.mapping
    const created = record.dynamodb.ApproximateCreationDateTime
    return maximumAgeSeconds >= 0 && created !== undefined && Date.now() / 1000 - created > maximumAgeSeconds
  }

  #giveUp(records: StreamRecord[], reason: string): void {
    const { state, log } = this.#parts
    log(`${this.mapping.functionName} did not take ${records.length} stream records, kept for redrive: ${reason}`)
    state
      .prepare('INSERT INTO host_failed_records (mapping, records, reason, failed_at) VALUES (?, ?, ?, ?)')
      .run(this.mapping.id, JSON.stringify(records), reason, Date.now())
  }
}
