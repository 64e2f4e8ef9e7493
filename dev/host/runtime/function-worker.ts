import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FunctionModel } from '../template/functions.ts'
import type { Failure, Invocation, Loaded, Reply } from './messages.ts'

/** The function threw, or could not be run: name and message as the handler gave them. */
export class FunctionError extends Error {
  override name = 'FunctionError'
  readonly errorType: string
  constructor({ errorType, errorMessage, trace }: Failure) {
    super(errorMessage)
    this.errorType = errorType
    if (trace) this.stack = trace
  }
}

type Pending = { resolve: (result: string) => void; reject: (error: Error) => void }

/** One thread of one function. Dies with a crash or when it is told to; its calls under way are then rejected. */
export class FunctionWorker {
  readonly #worker: Worker
  readonly #pending = new Map<string, Pending>()
  /** Settles when the bundle is imported; rejects when it can't be. */
  readonly ready: Promise<void>
  #imported!: { resolve: () => void; reject: (error: Error) => void }
  /** No new calls: a call timed out in here, or the thread is gone. */
  retired = false

  constructor(model: FunctionModel, env: Record<string, string>, log: (line: string) => void) {
    const { file, handler, name, arn, memoryMb } = model
    const workerData: Loaded = { file, handler, name, arn, memoryMb }
    this.ready = new Promise((resolve, reject) => {
      this.#imported = { resolve, reject }
    })
    this.ready.catch(() => {})
    this.#worker = new Worker(join(import.meta.dirname, 'bootstrap.ts'), {
      workerData,
      env,
      execArgv: ['--enable-source-maps'],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: Math.max(memoryMb, 256) },
    })
    for (const stream of [this.#worker.stdout, this.#worker.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => log(`${name} ${text.trimEnd()}`))
    }
    this.#worker.on('message', (message: Reply | 'ready') => {
      if (message === 'ready') this.#imported.resolve()
      else this.#settle(message)
    })
    this.#worker.on('error', error =>
      this.#died({ errorType: error.name, errorMessage: error.message, trace: error.stack ?? '' }),
    )
    this.#worker.on('exit', code =>
      this.#died({ errorType: 'Runtime.ExitError', errorMessage: `the function's thread ended (${code})` }),
    )
    this.#worker.unref()
  }

  get busy(): number {
    return this.#pending.size
  }

  call(invocation: Invocation): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#pending.set(invocation.id, { resolve, reject })
      this.#worker.postMessage(invocation)
    })
  }

  /** Forgets a call that took too long; its late answer is dropped. */
  abandon(id: string, error: Error): void {
    this.#pending.get(id)?.reject(error)
    this.#pending.delete(id)
  }

  async stop(): Promise<void> {
    this.retired = true
    await this.#worker.terminate()
  }

  #settle(reply: Reply): void {
    const pending = this.#pending.get(reply.id)
    this.#pending.delete(reply.id)
    if ('result' in reply) pending?.resolve(reply.result)
    else pending?.reject(new FunctionError(reply.failure))
  }

  #died(failure: Failure): void {
    this.retired = true
    this.#imported.reject(new FunctionError(failure))
    for (const pending of this.#pending.values()) pending.reject(new FunctionError(failure))
    this.#pending.clear()
  }
}
