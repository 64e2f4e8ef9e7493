import type { StripeObject } from './api.ts'
import { notHere, StripeFailure } from './failure.ts'
import { type Charge, type Intent, make } from './objects.ts'
import { pageOf } from './paging.ts'
import { type ApiRequest, announce, created, find, mergeMetadata, type Operation } from './request.ts'
import { newId } from './store.ts'

function chargeToRefund(request: ApiRequest): Charge {
  const { payment_intent, charge } = request.parameters
  if ((payment_intent === undefined) === (charge === undefined)) {
    throw new StripeFailure('One of the following params should be provided for this request: payment_intent or charge.')
  }
  if (charge !== undefined) return find(request, 'charge', String(charge), 'charge') as Charge
  const intent = find(request, 'payment_intent', String(payment_intent), 'payment_intent') as Intent
  if (!intent.latest_charge)
    throw new StripeFailure(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
      param: 'payment_intent',
    })
  return find(request, 'charge', intent.latest_charge) as Charge
}

function refund(request: ApiRequest): StripeObject {
  const { parameters, store, at } = request
  const foreign = Object.keys(parameters).find(
    name => !['amount', 'charge', 'payment_intent', 'metadata', 'reason', 'expand'].includes(name),
  )
  if (foreign) throw notHere(foreign)
  const charge = chargeToRefund(request)
  const left = charge.amount - charge.amount_refunded
  const amount = (parameters.amount as number | undefined) ?? left
  if (left === 0) throw new StripeFailure(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  if (amount < 1 || amount > left) {
    throw new StripeFailure(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left}) or not positive`, {
      param: 'amount',
    })
  }
  const made = make('refund', newId('re'), created(request), {
    amount,
    balance_transaction: newId('txn'),
    charge: charge.id,
    currency: charge.currency,
    metadata: mergeMetadata({}, parameters.metadata),
    payment_intent: charge.payment_intent,
    reason: parameters.reason ?? null,
    status: 'succeeded',
  })
  const amount_refunded = charge.amount_refunded + amount
  const refunded = { ...charge, amount_refunded, refunded: amount_refunded === charge.amount }
  store.put(at.account, made)
  announce(request, 'charge.refunded', store.put(at.account, refunded))
  announce(request, 'refund.created', made)
  return made
}

const listOf =
  (kind: string, filters: string[] = []) =>
  ({ store, at, path, parameters }: ApiRequest): StripeObject => {
    const wanted = filters.filter(name => parameters[name] !== undefined)
    const objects = store.list(kind, at.account).filter(object => wanted.every(name => object[name] === parameters[name]))
    return pageOf(path, objects, parameters)
  }

/** Without API payment pages there is nothing that Stripe would let one do with an intent but read it. */
export const payments: Operation[] = [
  { method: 'GET', path: '/v1/payment_intents', schema: 'PaymentIntentList', run: listOf('payment_intent', ['customer']) },
  {
    method: 'GET',
    path: '/v1/payment_intents/:id',
    schema: 'Retrieve',
    run: request => find(request, 'payment_intent', request.ids[0]!),
  },
  { method: 'GET', path: '/v1/charges/:id', schema: 'Retrieve', run: request => find(request, 'charge', request.ids[0]!) },
  { method: 'POST', path: '/v1/refunds', schema: 'RefundCreateParams', run: refund },
  { method: 'GET', path: '/v1/refunds', schema: 'RefundList', run: listOf('refund', ['payment_intent', 'charge']) },
  { method: 'GET', path: '/v1/refunds/:id', schema: 'Retrieve', run: request => find(request, 'refund', request.ids[0]!) },
]
