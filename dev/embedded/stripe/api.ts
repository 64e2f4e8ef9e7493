import type { DatabaseSync } from 'node:sqlite'
import type { EmbeddedService } from '../service.ts'

/** A Stripe object or event as JSON. */
export type StripeObject = { id: string; object: string } & Record<string, unknown>

export type PaymentMethod = 'card' | 'alipay' | 'wechat_pay'

export interface WebhookTarget {
  url: string
  /** Signing secret, `whsec_…`. */
  secret: string
}

export interface StripeOptions {
  /** Shared state file; this part owns the tables `stripe_*`. */
  state: DatabaseSync
  baseUrl: string
  /** Prefix of the hosted pages, default `/_local/stripe`; the API itself is at `/v1/`, where the stripe package looks for it. */
  prefix?: string
  /** Where events of an account go besides the endpoints made through the API. */
  webhook?: (account: string) => WebhookTarget | undefined
  /** Name of the merchant on the hosted page where the session's metadata names none; default the account id. */
  merchant?: (account: string) => string
  /** Wall clock in ms since the epoch; default `Date.now`. */
  now?: () => number
  /** First wait before a delivery is tried again, in ms; doubles up to 10 min, for 3 days. Default 500. */
  retryMs?: number
  /** How long a delayed Alipay or WeChat payment takes, in ms. Default 5000. */
  settleMs?: number
  /** False: nothing is delivered or settled until `deliverPending` is called. Default true. */
  automatic?: boolean
}

export interface DeliveryReport {
  deliveryId: string
  eventId: string
  type: string
  url: string
  /** HTTP status of the answer; 0 when there was none. */
  status: number
  delivered: boolean
}

/** Stand-in for the part of Stripe that Pactdesk uses. An account is the one a key `sk_test_local_<name>` stands for. */
export interface StripeStandIn extends EmbeddedService {
  /** Tries every undelivered webhook now, in order of their events, or in the order given; also those whose retry is not yet due. */
  deliverPending(order?: (a: StripeObject, b: StripeObject) => number): Promise<DeliveryReport[]>
  /** Sends an event again to all its endpoints, delivered before or not: a duplicate. */
  redeliver(eventId: string): Promise<DeliveryReport[]>
  /** Pays an open session as its hosted page does. `later`: the wallet confirms only by `settle` or after `settleMs`. */
  pay(sessionId: string, method: PaymentMethod, options?: { later?: boolean }): StripeObject
  /** Confirms or refuses a delayed payment now. */
  settle(sessionId: string, outcome: 'succeeded' | 'failed'): StripeObject
  /** All events, oldest first; of one account if given. */
  events(account?: string): StripeObject[]
}
