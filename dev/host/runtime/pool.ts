import { randomUUID } from 'node:crypto'
import type { FunctionModel } from '../template/functions.ts'
import { FunctionError, FunctionWorker } from './function-worker.ts'

export type PoolParts = {
  functions: ReadonlyMap<string, FunctionModel>
  environment: (model: FunctionModel) => Record<string, string>
  /** Business time minus wall time, in ms, handed to every invocation. */
  businessOffsetMs: () => number
  log: (line: string) => void
}

/** Runs functions in worker threads, each started at its first call; a dead or stuck thread is replaced at the next call. */
export class FunctionPool {
  readonly #parts: PoolParts
  readonly #workers = new Map<string, FunctionWorker>()
  readonly #retiring = new Set<FunctionWorker>()
  #stopped = false

  constructor(parts: PoolParts) {
    this.#parts = parts
  }

  /**
   * Calls a function with an event (JSON text) and gives its result (JSON text). Rejects with `FunctionError` when it throws,
   * dies, or takes longer than its timeout (at most `limitMs`, counted from
   * when its bundle is imported, as Lambda does): then its thread takes no more calls and is ended.
   */
  async invoke(name: string, event: string, limitMs = Number.POSITIVE_INFINITY): Promise<string> {
    const model = this.#parts.functions.get(name)
    if (this.#stopped) throw new Error(`the host is stopping; ${name} was not called`)
    if (!model) throw new Error(`no function ${name} in the template`)
    const worker = this.#workerOf(model)
    await worker.ready
    const id = randomUUID()
    const timeout = Math.min(model.timeoutSeconds * 1000, limitMs)
    const timer = setTimeout(() => this.#timedOut(model, worker, id, timeout), timeout)
    try {
      return await worker.call({ id, event, deadline: Date.now() + timeout, businessOffsetMs: this.#parts.businessOffsetMs() })
    } finally {
      clearTimeout(timer)
      if (this.#retiring.has(worker) && worker.busy === 0) this.#end(worker)
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    const workers = [...this.#workers.values(), ...this.#retiring]
    this.#workers.clear()
    await Promise.all(workers.map(worker => worker.stop()))
  }

  #workerOf(model: FunctionModel): FunctionWorker {
    const known = this.#workers.get(model.name)
    if (known && !known.retired) return known
    const worker = new FunctionWorker(model, this.#parts.environment(model), this.#parts.log)
    this.#workers.set(model.name, worker)
    return worker
  }

  #timedOut(model: FunctionModel, worker: FunctionWorker, id: string, timeout: number): void {
    worker.retired = true
    this.#retiring.add(worker)
    this.#parts.log(`${model.name} timed out after ${timeout} ms`)
    const errorMessage = `Task timed out after ${(timeout / 1000).toFixed(2)} seconds`
    worker.abandon(id, new FunctionError({ errorType: 'Sandbox.Timedout', errorMessage }))
  }

  #end(worker: FunctionWorker): void {
    this.#retiring.delete(worker)
    worker.stop().catch((error: Error) => this.#parts.log(`a stuck function could not be ended: ${error.message}`))
  }
}
