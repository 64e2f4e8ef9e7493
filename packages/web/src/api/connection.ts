import { useSyncExternalStore } from 'react'
import { ticker } from '../time/ticker.ts'

const probeEvery = 5_000

/**
 * Whether the server can be reached. While it can't, clocks stand still at the last known moment and the server is asked
 * every five seconds, so that the screen comes back by itself.
 */
class Connection {
  private lostAt: number | undefined
  private timer: ReturnType<typeof setInterval> | undefined
  private readonly listeners = new Set<() => void>()

  /** Business time (ms) of the last contact while the connection is lost, else `undefined`. */
  get since(): number | undefined {
    return this.lostAt
  }

  lost(): void {
    if (this.lostAt !== undefined) return
    this.lostAt = ticker.now()
    ticker.freeze(this.lostAt)
    this.timer = setInterval(() => void this.probe(), probeEvery)
    this.tell()
  }

  works(): void {
    if (this.lostAt === undefined) return
    this.lostAt = undefined
    clearInterval(this.timer)
    ticker.freeze(undefined)
    this.tell()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private async probe(): Promise<void> {
    const answer = await fetch('/api/health', { cache: 'no-store' }).catch(() => undefined)
    if (answer?.ok) this.works()
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}

export const connection = new Connection()

/** Business time (ms) as of which everything on the screen is known; `undefined` while connected. */
export const useLostSince = (): number | undefined => useSyncExternalStore(connection.subscribe, () => connection.since)
