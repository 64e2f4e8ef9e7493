import { createHmac } from 'node:crypto'
import type { DeliveryReport, StripeObject, WebhookTarget } from './api.ts'
import { hostEndpoint } from './events.ts'
import type { Store } from './store.ts'

/** Longest wait between two tries, and how long is tried at all, in ms; Stripe, too, gives up after three days. */
const longestWait = 10 * 60_000
const patience = 3 * 24 * 3600 * 1000
/** An endpoint that says nothing for so long has failed, in ms. */
const timeout = 10_000

interface Row {
  id: string
  event: string
  endpoint: string
  attempts: number
  begun: number
}

export interface DeliveryOptions {
  store: Store
  now: () => number
  retryMs: number
  webhook: (account: string) => WebhookTarget | undefined
}

/** `Stripe-Signature` over the payload: HMAC-SHA256 of `<t>.<payload>`; `seconds` since the epoch. */
const signatureHeader = (payload: string, secret: string, seconds: number): string =>
  `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${payload}`).digest('hex')}`

/**
 * Sends events to their endpoints, at least once, each with a signature of the moment. What fails is tried again with doubling waits;
 * tries and waits lie in `stripe_deliveries` and survive a restart.
 */
export class Deliveries {
  readonly #options: DeliveryOptions
  #running: Promise<unknown> = Promise.resolve()

  constructor(options: DeliveryOptions) {
    this.#options = options
  }

  #pending(until: number): Row[] {
    return this.#options.store.state
      .prepare(
        `SELECT id, event, endpoint, attempts, begun FROM stripe_deliveries WHERE state = 'pending' AND next <= ? ORDER BY n`,
      )
      .all(until) as unknown as Row[]
  }

  /** Tries what is due, in order of the events; one round at a time. */
  due(): Promise<DeliveryReport[]> {
    return this.#exclusively(() => this.#pending(this.#options.now()))
  }

  /** Tries everything undelivered, due or not, in the order given. */
  all(order?: (a: StripeObject, b: StripeObject) => number): Promise<DeliveryReport[]> {
    return this.#exclusively(() => {
      const rows = this.#pending(Number.MAX_SAFE_INTEGER)
      return order ? rows.sort((a, b) => order(this.#event(a).object, this.#event(b).object)) : rows
    })
  }

  /** Sends an event again to every endpoint that it was for. */
  again(eventId: string): Promise<DeliveryReport[]> {
    return this.#exclusively(
      () =>
        this.#options.store.state
          .prepare('SELECT id, event, endpoint, attempts, begun FROM stripe_deliveries WHERE event = ? ORDER BY n')
          .all(eventId) as unknown as Row[],
    )
  }

  /** Resolves when no delivery is under way. */
  async idle(): Promise<void> {
    await this.#running
  }

  #exclusively(rows: () => Row[]): Promise<DeliveryReport[]> {
    const round = this.#running.then(async () => {
      const reports: DeliveryReport[] = []
      for (const row of rows()) reports.push(await this.#attempt(row))
      return reports
    })
    this.#running = round.catch(() => undefined)
    return round
  }

  #event(row: Row) {
    return this.#options.store.owned(row.event)!
  }

  #target(row: Row, account: string): WebhookTarget | undefined {
    if (row.endpoint === hostEndpoint) return this.#options.webhook(account)
    const endpoint = this.#options.store.find(account, row.endpoint)
    return endpoint?.status === 'enabled' ? { url: String(endpoint.url), secret: String(endpoint.secret) } : undefined
  }

  async #attempt(row: Row): Promise<DeliveryReport> {
    const { account, object: event } = this.#event(row)
    const target = this.#target(row, account)
    const status = target ? await this.#post(target, JSON.stringify(event, null, 2)) : 0
    const delivered = status >= 200 && status < 300
    this.#record(row, status, delivered, target !== undefined)
    return { deliveryId: row.id, eventId: event.id, type: String(event.type), url: target?.url ?? '', status, delivered }
  }

  /** Status of the answer, 0 if there was none. Redirects are failures, as at Stripe. */
  async #post({ url, secret }: WebhookTarget, payload: string): Promise<number> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        body: payload,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
          'stripe-signature': signatureHeader(payload, secret, Math.floor(this.#options.now() / 1000)),
        },
      })
      await response.arrayBuffer()
      return response.status
    } catch {
      // Refused, cut off or silent: recorded as status 0 and tried again.
      return 0
    }
  }

  #record(row: Row, status: number, delivered: boolean, exists: boolean): void {
    const { store, now, retryMs } = this.#options
    const attempts = row.attempts + 1
    const next = now() + Math.min(longestWait, retryMs * 2 ** Math.min(row.attempts, 30))
    const over = !exists || next - row.begun > patience
    store.state
      .prepare(`UPDATE stripe_deliveries SET attempts = ?, status = ?, next = ?,
        state = CASE WHEN ? OR state = 'delivered' THEN 'delivered' ELSE ? END WHERE id = ?`)
      .run(attempts, status, next, delivered ? 1 : 0, over ? 'failed' : 'pending', row.id)
  }
}
