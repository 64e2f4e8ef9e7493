import { serverClock } from './server-clock.ts'

const minute = 60_000
/** Within this of a deadline the words change each second. */
const lastMinutes = 5 * minute

/**
 * Milliseconds from `now` to the next change of any words on the screen: the next full second while some deadline is
 * within five minutes, else the next full minute or the moment when the nearest deadline comes that close.
 */
export function untilNextTick(now: number, deadlines: Iterable<number>): number {
  const toMinute = minute - (now % minute)
  let next = toMinute
  for (const deadline of deadlines) {
    const left = deadline - now
    if (left <= 0) continue
    if (left <= lastMinutes) return 1000 - (now % 1000)
    next = Math.min(next, left - lastMinutes)
  }
  return next
}

/** What a watcher with this deadline shows now: whole seconds in its last five minutes, else whole minutes. */
export function shownNow(now: number, deadline?: number): number {
  const left = deadline === undefined ? Number.POSITIVE_INFINITY : deadline - now
  const step = left > 0 && left <= lastMinutes ? 1000 : minute
  return Math.floor(now / step) * step
}

/** The one timer of the app. It stands still while the connection is lost, so that clocks don't claim what nobody knows. */
class Ticker {
  private readonly watchers = new Map<() => void, number | undefined>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private frozenAt: number | undefined

  now(): number {
    return this.frozenAt ?? serverClock.at(Date.now())
  }

  watch(listener: () => void, deadline?: number): () => void {
    this.watchers.set(listener, deadline)
    this.arm()
    return () => {
      this.watchers.delete(listener)
      if (this.watchers.size === 0) this.disarm()
    }
  }

  /** Stops at the last moment that is known; `undefined` lets it run again. */
  freeze(at: number | undefined): void {
    this.frozenAt = at
    this.announce()
  }

  /** Business time was learnt anew, perhaps stepped. */
  announce(): void {
    for (const listener of [...this.watchers.keys()]) listener()
    this.arm()
  }

  private arm(): void {
    this.disarm()
    if (this.watchers.size === 0 || this.frozenAt !== undefined) return
    const deadlines = [...this.watchers.values()].filter(deadline => deadline !== undefined)
    // Two milliseconds past the edge: a timer may fire a fraction early and would then show the old minute.
    this.timer = setTimeout(() => this.announce(), untilNextTick(this.now(), deadlines) + 2)
  }

  private disarm(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }
}

export const ticker = new Ticker()
