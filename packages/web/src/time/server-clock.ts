/**
 * The server's business time, estimated from its answers: promises are shown in it, never in the device's time.
 * One estimate for the whole app; the best is the one with the shortest round trip of the last few minutes.
 */
type Estimate = { offset: number; trip: number; at: number }

const keepFor = 5 * 60_000
/** A difference beyond this is no jitter: the business clock was stepped, so older estimates are worthless. */
const stepped = 5_000

export class ServerClock {
  private best: Estimate | undefined

  /** `businessNow` as the header gave it; `sentAt` and `receivedAt` in ms of the device's clock. */
  observe(businessNow: string, sentAt: number, receivedAt: number): void {
    const server = Date.parse(businessNow)
    if (Number.isNaN(server)) return
    const trip = receivedAt - sentAt
    const fresh: Estimate = { offset: server - (sentAt + trip / 2), trip, at: receivedAt }
    const old = this.best
    const replace =
      !old ||
      fresh.trip <= old.trip ||
      receivedAt - old.at > keepFor ||
      Math.abs(fresh.offset - old.offset) > stepped + fresh.trip
    if (replace) this.best = fresh
  }

  /** Business time in whole ms since the epoch, for a moment of the device's clock; half a round trip may be half a millisecond. */
  at(device: number): number {
    return Math.round(device + (this.best?.offset ?? 0))
  }
}

export const serverClock = new ServerClock()
