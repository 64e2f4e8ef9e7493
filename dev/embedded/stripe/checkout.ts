import { atomically } from '../state.ts'
import type { PaymentMethod, StripeObject } from './api.ts'
import { type Circumstances, emit } from './events.ts'
import { noSuch, StripeFailure } from './failure.ts'
import { type Charge, type Intent, make, paymentMethodDetails, type Session } from './objects.ts'
import { newId, type Owned, type Store } from './store.ts'

export interface CheckoutOptions {
  store: Store
  now: () => number
  hasHostEndpoint: (account: string) => boolean
  /** How long a delayed payment takes, in ms. */
  settleMs: number
}

/** Kept beside a session under an id of its own. */
export interface CheckoutDetails {
  lineItems: StripeObject[]
  /** Fields of the payment intent to be. */
  intent: Record<string, unknown>
}

/** Id under which the details of a session are kept. */
export const detailsId = (sessionId: string): string => `${sessionId}_details`

/** What happens to a checkout session after it was made: it is paid, at once or later, or lapses. Each step is one transaction and happens once. */
export class Checkout {
  readonly #options: CheckoutOptions

  constructor(options: CheckoutOptions) {
    this.#options = options
  }

  /** The session as it is now: one past its time is expired first. */
  find(id: string): Owned<Session> | undefined {
    const owned = this.#options.store.owned(id)
    if (owned?.object.object !== 'checkout.session') return undefined
    const session = owned.object as Session
    if (session.status !== 'open' || session.expires_at * 1000 > this.#options.now())
      return { account: owned.account, object: session }
    return { account: owned.account, object: this.expire(id) }
  }

  #open(id: string): Owned<Session> {
    const owned = this.find(id)
    if (!owned) throw noSuch('checkout.session', id)
    return owned
  }

  #emit(type: string, object: StripeObject, account: string): void {
    const { store, hasHostEndpoint, now } = this.#options
    emit(store, hasHostEndpoint, type, object, { account, now: now() })
  }

  #seconds = () => Math.floor(this.#options.now() / 1000)

  /** Pays an open session. One that is complete stays as it is: a second click pays nothing. */
  pay(id: string, method: PaymentMethod, later = false): Session {
    const { store, now, settleMs } = this.#options
    return atomically(store.state, () => {
      const { account, object: session } = this.#open(id)
      if (session.status === 'complete') return session
      if (session.status === 'expired') throw new StripeFailure('This Checkout Session has expired and cannot be paid.')
      if (!session.payment_method_types.includes(method)) {
        throw new StripeFailure(`This Checkout Session does not take ${method}.`, { param: 'payment_method_types' })
      }
      if (later && method === 'card') throw new StripeFailure('A card payment is never delayed.')
      const intent = this.#createIntent(account, session, method)
      const paid = { ...session, status: 'complete' as const, url: null, payment_intent: intent.id }
      if (later) {
        this.#emit('payment_intent.processing', store.put(account, { ...intent, status: 'processing' as const }), account)
        store.put(account, paid, now() + settleMs)
        this.#emit('checkout.session.completed', paid, account)
        return paid
      }
      this.#succeed(account, intent, method)
      const complete = store.put(account, { ...paid, payment_status: 'paid' as const })
      this.#emit('checkout.session.completed', complete, account)
      return complete
    })
  }

  #createIntent(account: string, session: Session, method: PaymentMethod): Intent {
    const id = newId('pi')
    const intent = make<Intent>('payment_intent', id, this.#seconds(), {
      amount: session.amount_total,
      amount_capturable: 0,
      amount_received: 0,
      capture_method: 'automatic_async',
      client_secret: newId(`${id}_secret`),
      confirmation_method: 'automatic',
      currency: session.currency,
      customer: session.customer,
      payment_method: newId('pm'),
      payment_method_types: [method],
      payment_method_options: {},
      status: 'requires_payment_method',
      ...this.details(session.id).intent,
    })
    this.#emit('payment_intent.created', this.#options.store.put(account, intent), account)
    return intent
  }

  /** Line items and wishes for the payment, which are no fields of the session itself. */
  details(sessionId: string): CheckoutDetails {
    return this.#options.store.owned(detailsId(sessionId))!.object as unknown as CheckoutDetails
  }

  #succeed(account: string, intent: Intent, method: string): void {
    const { store } = this.#options
    const charge = make<Charge>('charge', newId('ch'), this.#seconds(), {
      amount: intent.amount,
      amount_captured: intent.amount,
      amount_refunded: 0,
      balance_transaction: newId('txn'),
      billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
      captured: true,
      currency: intent.currency,
      customer: intent.customer,
      description: intent.description,
      disputed: false,
      fraud_details: {},
      metadata: intent.metadata,
      outcome: { type: 'authorized', network_status: 'approved_by_network', seller_message: 'Payment complete.' },
      paid: true,
      payment_intent: intent.id,
      payment_method: intent.payment_method,
      payment_method_details: paymentMethodDetails(method),
      refunded: false,
      status: 'succeeded',
    })
    this.#emit('charge.succeeded', store.put(account, charge), account)
    const succeeded = { ...intent, status: 'succeeded' as const, amount_received: intent.amount, latest_charge: charge.id }
    this.#emit('payment_intent.succeeded', store.put(account, succeeded), account)
  }

  /** Ends a delayed payment. One that is settled already stays as it is. */
  settle(id: string, outcome: 'succeeded' | 'failed'): Session {
    const { store } = this.#options
    return atomically(store.state, () => {
      const { account, object: session } = this.#open(id)
      const intent = session.payment_intent ? (store.find(account, session.payment_intent) as Intent) : undefined
      if (intent?.status !== 'processing') return session
      if (outcome === 'failed') {
        const failed = { ...intent, status: 'requires_payment_method' as const }
        this.#emit('payment_intent.payment_failed', store.put(account, failed), account)
        this.#emit('checkout.session.async_payment_failed', store.put(account, session), account)
        return session
      }
      this.#succeed(account, intent, (intent.payment_method_types as string[])[0]!)
      const paid = store.put(account, { ...session, payment_status: 'paid' as const })
      this.#emit('checkout.session.async_payment_succeeded', paid, account)
      return paid
    })
  }

  /** Expires an open session; throws if it is not open. */
  expire(id: string, circumstances?: Circumstances): Session {
    const { store, hasHostEndpoint, now } = this.#options
    return atomically(store.state, () => {
      const { account, object } = store.owned(id) as Owned<Session>
      if (object.status !== 'open') {
        throw new StripeFailure(
          `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of "${object.status}".`,
        )
      }
      const expired = store.put(account, { ...object, status: 'expired' as const, url: null })
      emit(store, hasHostEndpoint, 'checkout.session.expired', expired, circumstances ?? { account, now: now() })
      return expired
    })
  }

  /** Lets what is due happen: sessions lapse, delayed payments arrive. */
  advance(): void {
    for (const { object } of this.#options.store.due(this.#options.now())) {
      if ((object as Session).status === 'open') this.find(object.id)
      else this.settle(object.id, 'succeeded')
    }
  }
}
