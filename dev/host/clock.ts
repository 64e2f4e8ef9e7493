import type { DatabaseSync } from 'node:sqlite'
import { Temporal } from 'temporal-polyfill'
import type { StepReport } from './api.ts'
import { HostFault } from './fault.ts'
import { keepSetting, setting } from './state.ts'

export type ClockParts = {
  state: DatabaseSync
  /** Earliest pending due instant after `after` (ISO UTC), if any; without `after` the earliest of all. */
  nextDue: (after?: string) => Promise<string | undefined>
  /** Tells every process the new offset between business and wall time. */
  spread: (offsetMs: number) => Promise<void>
  /** Fires what is due at business now. */
  tick: () => Promise<void>
  drain: () => Promise<void>
  pause: () => Promise<void>
  resume: () => Promise<void>
  wallNow?: () => number
}

/** Ticks at one instant until nothing more becomes due there; a longer chain is left to later steps. */
const ticksPerInstant = 50

/**
 * Business time of a data folder: wall time plus an offset that is kept with the data. It only moves forward: also over
 * restarts, where it goes on from the offset, never back behind the latest instant that was shown.
 */
export class BusinessClock {
  readonly #parts: ClockParts
  readonly #wallNow: () => number
  #offset: number
  #stepping: Promise<unknown> = Promise.resolve()

  constructor(parts: ClockParts, at?: string) {
    this.#parts = parts
    this.#wallNow = parts.wallNow ?? Date.now
    this.#offset = Number(setting(parts.state, 'business-offset-ms') ?? 0)
    if (at !== undefined) this.#startAt(instant(at))
  }

  get offsetMs(): number {
    return this.#offset
  }

  /** Business now, whole seconds: `2026-10-04T03:30:00Z`. */
  now(): string {
    return iso(this.#wallNow() + this.#offset)
  }

  /** Steps forward, stopping at every instant at which something is due to fire it there and drain what follows. */
  step(target: { to: string } | { by: string }): Promise<StepReport> {
    const step = this.#stepping.then(() => this.#step(target))
    this.#stepping = step.catch(() => {})
    return step
  }

  async #step(target: { to: string } | { by: string }): Promise<StepReport> {
    const { drain, nextDue, pause, resume } = this.#parts
    const from = this.now()
    const to = 'to' in target ? iso(instant(target.to)) : later(from, target.by)
    if (to < from) throw new HostFault(`Business time is ${from} and only moves forward; ${to} is before it.`)
    let steps = 0
    await pause()
    try {
      await drain()
      // What is overdue already fires where business time stands.
      for (let due = await nextDue(); due !== undefined && due <= to; due = await nextDue(this.now())) {
        if (due > this.now()) {
          await this.#moveTo(due)
          steps++
        }
        await this.#fire()
      }
      await this.#moveTo(to)
      await this.#fire()
      return { from, to: this.now(), steps, stuck: await this.#overdue() }
    } finally {
      await resume()
    }
  }

  /** Ticks and drains while the earliest due instant still moves: one timer may make the next one due. */
  async #fire(): Promise<void> {
    const { tick, drain, nextDue } = this.#parts
    for (let i = 0; i < ticksPerInstant; i++) {
      const before = await this.#overdue()
      await tick()
      await drain()
      const after = await nextDue()
      if (after === undefined || after > this.now()) return
      if (before.length > 0 && JSON.stringify(before) === JSON.stringify(await this.#overdue())) return
    }
  }

  /** Due instants that have passed, oldest first, at most 20. */
  async #overdue(): Promise<string[]> {
    const now = this.now()
    const overdue: string[] = []
    for (let due = await this.#parts.nextDue(); due !== undefined && due <= now && overdue.length < 20; ) {
      overdue.push(due)
      due = await this.#parts.nextDue(due)
    }
    return overdue
  }

  async #moveTo(target: string): Promise<void> {
    const offset = Math.max(this.#offset, instant(target) - this.#wallNow())
    await this.#keep(offset)
    await this.#parts.spread(offset)
  }

  #startAt(at: number): void {
    const { state } = this.#parts
    const reached = setting(state, 'business-floor')
    if (reached !== undefined && at < instant(reached))
      throw new HostFault(
        `This data folder has reached ${reached}; business time only moves forward, so --at ${iso(at)} can't be.`,
      )
    void this.#keep(at - this.#wallNow())
  }

  async #keep(offset: number): Promise<void> {
    this.#offset = offset
    keepSetting(this.#parts.state, 'business-offset-ms', String(offset))
    this.remember()
  }

  /** Keeps the business instant reached: the floor below which no later start may begin. */
  remember(): void {
    keepSetting(this.#parts.state, 'business-floor', this.now())
  }
}

const iso = (ms: number) => new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z')

function instant(text: string): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch (cause) {
    throw new HostFault(`${text} is not an instant; write it in UTC, like 2026-10-04T03:30:00Z.`, { cause })
  }
}

function later(from: string, by: string): string {
  try {
    const duration = Temporal.Duration.from(by)
    if (duration.sign < 0) throw new RangeError('it is negative')
    return iso(Temporal.Instant.from(from).toZonedDateTimeISO('UTC').add(duration).epochMilliseconds)
  } catch (cause) {
    throw new HostFault(`${by} is not a duration forward; write it like PT2H or P1D.`, { cause })
  }
}
