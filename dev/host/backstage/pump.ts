import type { QueueConsumer } from './consumer.ts'
import type { QueueStore } from './queue-store.ts'

/** Consumers that work at once; more of them take the front's time. */
const atOnce = 4

/** Starts consumers whose queue holds something visible, in turn, at most four at once. */
export class Pump {
  readonly #store: QueueStore
  readonly #consumers: QueueConsumer[]
  readonly #failed: (error: Error) => void
  readonly #running = new Set<Promise<void>>()
  #turn = 0
  #stopped = false

  constructor(store: QueueStore, consumers: QueueConsumer[], failed: (error: Error) => void) {
    this.#store = store
    this.#consumers = consumers
    this.#failed = failed
  }

  get busy(): boolean {
    return this.#running.size > 0
  }

  /** Looks once at all queues and starts what it may. */
  round(): void {
    if (this.#stopped || this.#running.size >= atOnce) return
    const due = this.#store.visibleQueues()
    if (due.size === 0) return
    const start = this.#turn++
    for (let i = 0; i < this.#consumers.length && this.#running.size < atOnce; i++) {
      const consumer = this.#consumers[(start + i) % this.#consumers.length]!
      if (!consumer.busy && due.has(consumer.mapping.sourceArn)) this.#run(consumer)
    }
  }

  /** Starts nothing more and waits for what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#running)
  }

  #run(consumer: QueueConsumer): void {
    const run: Promise<void> = consumer
      .poll()
      .then(() => {}, this.#failed)
      .then(() => {
        this.#running.delete(run)
        this.round()
      })
    this.#running.add(run)
  }
}
