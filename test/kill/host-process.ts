import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { descendantsOf, isAlive } from './processes.ts'

/** The command line's script. */
export const main = join(import.meta.dirname, '..', '..', 'dev', 'cli', 'main.ts')
/** How long a start may take, and the kernel to end what belonged to a killed host, in ms. */
const patience = { start: 300_000, end: 5_000 }

/** A product in a process of its own, started by the command line on one data folder and one port, that can be killed outright. */
export class HostProcess {
  readonly data: string
  readonly port: number
  /** How often it was started. */
  lives = 0
  readonly #compiled: string
  #child: ChildProcess | undefined

  /** `compiled`: folder where Node keeps what it made of the sources, so that the next start is quicker. */
  constructor(data: string, port: number, compiled: string) {
    this.data = data
    this.port = port
    this.#compiled = compiled
  }

  get url(): string {
    return `http://localhost:${this.port}`
  }

  /** What the host tells the owner of its folder; the secret is another in each life. */
  get secret(): string {
    return (JSON.parse(readFileSync(join(this.data, 'local.json'), 'utf8')) as { secret: string }).secret
  }

  /** Starts it and resolves when it says that it is ready; `at` is the business time of the first start, on an empty folder. */
  async start(at?: string): Promise<void> {
    await this.launch(at ? ['--empty', '--at', at] : [], 'Pactdesk is ready')
    this.lives++
  }

  /** Starts it with more options, until it says a line that begins like this; resolves to what it said so far. */
  async launch(options: string[], until: string): Promise<string[]> {
    const args = [main, '--data', this.data, 'start', '--port', String(this.port), ...options]
    const env = { ...process.env, NODE_COMPILE_CACHE: this.#compiled }
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env })
    this.#child = child
    const said: string[] = []
    const waited = new Promise<string[]>((resolve, reject) => {
      createInterface(child.stdout).on('line', line => {
        said.push(line)
        if (line.startsWith(until)) resolve(said)
      })
      child.once('exit', (code, signal) => reject(new Error(`the host ended before it said "${until}" (${signal ?? code})`)))
    })
    return Promise.race([waited, expired(patience.start, `the host did not say "${until}" in time`)])
  }

  /**
   * SIGKILL, from one moment to the next. Resolves when the process is gone and answers which of its children outlived it by
   * more than a moment: none, when all is well.
   */
  async kill(): Promise<{ children: number; survivors: number[] }> {
    const child = this.#child!
    const children = descendantsOf(child.pid!)
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    const deadline = Date.now() + patience.end
    while (children.some(isAlive) && Date.now() < deadline) await delay(2)
    return { children: children.length, survivors: children.filter(isAlive).map(({ pid }) => pid) }
  }

  /** Ends it as a person does, and answers its exit code. */
  async stop(): Promise<number | null> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    const [code] = (await gone) as [number | null]
    return code
  }
}

async function expired(ms: number, problem: string): Promise<never> {
  await delay(ms, undefined, { ref: false })
  throw new Error(problem)
}

/** A port that was free a moment ago, for a host that must come back to the same one. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
