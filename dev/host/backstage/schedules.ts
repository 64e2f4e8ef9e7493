import { randomUUID } from 'node:crypto'
import { account, region } from '../template/names.ts'
import type { ScheduleModel } from '../template/rules.ts'
import type { Invoke } from './consumer.ts'

/**
 * Calls scheduled functions at their rate, by wall clock. A call that is still under way is not doubled, and while the clock
 * is stepped nothing fires: the stepping calls the same functions itself.
 */
export class Schedules {
  readonly #schedules: ScheduleModel[]
  readonly #invoke: Invoke
  readonly #log: (line: string) => void
  readonly #timers: NodeJS.Timeout[] = []
  readonly #running = new Map<string, Promise<void>>()
  #paused = 0

  constructor(schedules: ScheduleModel[], invoke: Invoke, log: (line: string) => void) {
    this.#schedules = schedules
    this.#invoke = invoke
    this.#log = log
  }

  start(): void {
    for (const schedule of this.#schedules) {
      this.#timers.push(
        setInterval(() => {
          if (this.#paused === 0 && !this.#running.has(schedule.name)) this.#fire(schedule)
        }, schedule.everySeconds * 1000),
      )
    }
  }

  /** Calls every scheduled function once, now, and waits for them; rejects when one fails. */
  async fireAll(): Promise<void> {
    for (const schedule of this.#schedules) await this.#invoke(schedule.functionName, eventOf(schedule))
  }

  /** No more calls until `resume`; resolves when those under way are done. */
  async pause(): Promise<void> {
    this.#paused++
    await Promise.all(this.#running.values())
  }

  resume(): void {
    this.#paused--
  }

  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    await Promise.all(this.#running.values())
  }

  #fire(schedule: ScheduleModel): void {
    const run = this.#invoke(schedule.functionName, eventOf(schedule))
      .then(
        () => {},
        (error: Error) => this.#log(`scheduled ${schedule.functionName} failed: ${error.message}`),
      )
      .finally(() => this.#running.delete(schedule.name))
    this.#running.set(schedule.name, run)
  }
}

const eventOf = ({ name, input }: ScheduleModel): string =>
  input ??
  JSON.stringify({
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account,
    time: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    region,
    resources: [`arn:aws:events:${region}:${account}:rule/${name}`],
    detail: {},
  })
