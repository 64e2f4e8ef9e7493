import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import { caller } from '../emulator.ts'
import { Sessions } from '../guard/sessions.ts'
import { type Endpoints, functionEnvironment } from '../runtime/environment.ts'
import { FunctionPool } from '../runtime/pool.ts'
import { openState } from '../state.ts'
import { findFunction, type HostModel, readModel } from '../template/model.ts'
import { createBus } from './bus.ts'
import { type Invoke, QueueConsumer } from './consumer.ts'
import { directMappings, directQueues } from './direct.ts'
import { startPruning } from './prune.ts'
import { Pump } from './pump.ts'
import { QueueStore } from './queue-store.ts'
import { Schedules } from './schedules.ts'
import { StreamReader } from './stream-reader.ts'
import { StreamRelay } from './stream-relay.ts'

export type BackstageInput = {
  cdkOut: string
  data: string
  hostKey: string
  table: { endpoint: string; embedded: boolean; databaseFile?: string }
  endpoints: Omit<Endpoints, 'bus'>
  environment: Record<string, string>
  businessOffsetMs: number
}

const pollMs = 100

/** Everything that happens after a commit: stream → relay → bus → queues → consumers, and schedules. */
export class Backstage {
  readonly #input: BackstageInput
  readonly #log: (line: string) => void
  readonly #model: HostModel
  readonly #state: DatabaseSync
  readonly #store: QueueStore
  readonly #bus: Server
  readonly #stopping = new AbortController()
  #pool!: FunctionPool
  #pump!: Pump
  #relays: StreamRelay[] = []
  #schedules!: Schedules
  #offset: number
  #polls: Promise<void> = Promise.resolve()
  #polling = 0
  #timer: NodeJS.Timeout | undefined
  #stopPruning: (() => void) | undefined

  constructor(input: BackstageInput, log: (line: string) => void) {
    this.#input = input
    this.#log = log
    this.#model = readModel(input.cdkOut)
    this.#state = openState(input.data)
    this.#store = new QueueStore(this.#state, [...this.#model.queues, ...directQueues(this.#model)])
    this.#offset = input.businessOffsetMs
    this.#bus = createBus({
      state: this.#state,
      store: this.#store,
      sessions: new Sessions(input.hostKey, this.#model.roles),
      buses: this.#model.buses,
      rules: this.#model.rules,
      stored: () => this.#pump.round(),
    })
  }

  /** Starts the bus and the polling; gives the bus's URL. */
  async start(): Promise<string> {
    const { hostKey, table, endpoints, environment } = this.#input
    this.#bus.listen(0, '127.0.0.1')
    await once(this.#bus, 'listening')
    const bus = `http://127.0.0.1:${(this.#bus.address() as AddressInfo).port}`
    this.#pool = new FunctionPool({
      functions: this.#model.functions,
      environment: functionEnvironment(new Sessions(hostKey, this.#model.roles), { ...endpoints, bus }, environment),
      businessOffsetMs: () => this.#offset,
      log: this.#log,
    })
    const invoke: Invoke = (name, event) => this.#pool.invoke(name, event)
    const parts = { state: this.#state, store: this.#store, invoke, log: this.#log }
    const mappings = [...this.#model.mappings.filter(mapping => mapping.source === 'queue'), ...directMappings(this.#model)]
    this.#pump = new Pump(
      this.#store,
      mappings.map(mapping => new QueueConsumer(mapping, parts)),
      this.#failed,
    )
    const call = caller(table.endpoint, table.embedded)
    this.#relays = this.#model.mappings
      .filter(mapping => mapping.source === 'stream')
      .map(mapping => {
        const reader = new StreamReader({ call, tableName: this.#model.table.name, state: this.#state, mapping: mapping.id })
        return new StreamRelay(mapping, { state: this.#state, reader, invoke, log: this.#log, stopping: this.#stopping.signal })
      })
    if (table.databaseFile) {
      const readers = this.#relays.map(relay => relay.mapping.id)
      this.#stopPruning = startPruning(table.databaseFile, this.#state, this.#model.table.name, readers, this.#failed)
    }
    this.#schedules = new Schedules(this.#model.schedules, invoke, this.#log)
    this.#schedules.start()
    this.#timer = setInterval(() => this.#round(), pollMs)
    return bus
  }

  /** Resolves when the stream is read to its end, the queues of consumers are empty and nothing is under way. */
  async drain(): Promise<void> {
    for (;;) {
      this.#stopping.signal.throwIfAborted()
      const records = await this.#poll()
      this.#pump.round()
      if (records > 0) continue
      if (!this.#pump.busy && this.pending() === 0 && (await this.#poll()) === 0) return
      await delay(5, undefined, { signal: this.#stopping.signal })
    }
  }

  async invoke(name: string, event: string): Promise<string> {
    return this.#pool.invoke(findFunction(this.#model, name).name, event)
  }

  /** Calls the scheduled functions once under this offset between business and wall time. */
  async tick(): Promise<void> {
    await this.#schedules.fireAll()
  }

  setOffset(businessOffsetMs: number): void {
    this.#offset = businessOffsetMs
  }

  async pauseSchedules(): Promise<void> {
    await this.#schedules.pause()
  }

  resumeSchedules(): void {
    this.#schedules.resume()
  }

  /** Messages waiting for a consumer or with one. */
  pending(): number {
    const consumed = this.#model.mappings.filter(mapping => mapping.source === 'queue').map(mapping => mapping.sourceArn)
    return this.#store.pending([...consumed, ...directQueues(this.#model).map(queue => queue.arn)])
  }

  deadLetters(): { queue: string; messages: number }[] {
    return this.#store.deadLetters()
  }

  failedRecords(): number {
    const rows = this.#state.prepare('SELECT records FROM host_failed_records').all() as unknown as { records: string }[]
    return rows.reduce((sum, row) => sum + (JSON.parse(row.records) as unknown[]).length, 0)
  }

  async redrive(): Promise<number> {
    let moved = this.#store.redrive()
    for (const relay of this.#relays) moved += await relay.redrive()
    this.#pump.round()
    return moved
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#stopping.abort()
    this.#bus.close()
    this.#bus.closeAllConnections()
    await Promise.race([
      Promise.all([this.#pump.stop(), this.#schedules.stop(), this.#polls]),
      delay(2_000, undefined, { ref: false }),
    ])
    await this.#pool.stop()
    this.#stopPruning?.()
    this.#state.close()
  }

  #round(): void {
    try {
      this.#pump.round()
    } catch (error) {
      this.#failed(error as Error)
    }
    if (this.#polling === 0) this.#poll().catch(this.#failed)
  }

  /** Works off one read of every stream; polls follow one another, so that no record is handed over twice. */
  #poll(): Promise<number> {
    this.#polling++
    const poll = this.#polls
      .then(async () => {
        let records = 0
        for (const relay of this.#relays) records += await relay.poll()
        return records
      })
      .finally(() => {
        this.#polling--
      })
    this.#polls = poll.then(
      () => {},
      () => {},
    )
    return poll
  }

  #failed = (error: Error): void => {
    if (!this.#stopping.signal.aborted) this.#log(`backstage: ${error.stack ?? error.message}`)
  }
}
