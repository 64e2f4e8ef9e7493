/** Wrong passwords in a row before one has to wait. */
const free = 5
/** Longest wait, in ms. */
const longest = 5 * 60_000

/**
 * Slows guessing down: after five wrong passwords for a key (an e-mail address) each further one costs a wait, 1 s at first,
 * doubling to 5 minutes. Kept in memory: a restart forgives. Forgets the oldest beyond 10,000 keys.
 */
export class Attempts {
  readonly #now: () => number
  readonly #failures = new Map<string, { count: number; until: number }>()

  constructor(now: () => number) {
    this.#now = now
  }

  /** Seconds to wait before the next try, 0 if none. */
  waitSeconds(key: string): number {
    const until = this.#failures.get(key)?.until ?? 0
    return Math.max(0, Math.ceil((until - this.#now()) / 1000))
  }

  failed(key: string): void {
    const count = (this.#failures.get(key)?.count ?? 0) + 1
    const wait = count < free ? 0 : Math.min(longest, 1000 * 2 ** (count - free))
    this.#failures.delete(key)
    this.#failures.set(key, { count, until: this.#now() + wait })
    if (this.#failures.size > 10_000) this.#failures.delete(this.#failures.keys().next().value!)
  }

  succeeded(key: string): void {
    this.#failures.delete(key)
  }
}
