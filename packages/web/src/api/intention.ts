/**
 * One intention of a person = one idempotency key. Pressing again while it runs, or after a failure whose outcome is
 * unknown, repeats the key, so it takes effect once; changed input, success or a clear refusal begin a new intention.
 */
export class Intention {
  private current: { input: string; key: string } | undefined
  private readonly newKey: () => string

  constructor(newKey: () => string = () => crypto.randomUUID()) {
    this.newKey = newKey
  }

  keyFor(input: unknown): string {
    const text = JSON.stringify(input) ?? ''
    if (this.current?.input !== text) this.current = { input: text, key: this.newKey() }
    return this.current.key
  }

  /** The outcome is known: done, or refused. */
  settle(): void {
    this.current = undefined
  }
}
