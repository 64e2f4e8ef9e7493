import type { StripeObject } from './api.ts'
import { apiVersion, blank } from './data.ts'
import { newId } from './store.ts'

type Metadata = Record<string, string>

export interface LineItem {
  description: string
  quantity: number
  unit_amount: number
  amount_total: number
}

export type Session = StripeObject & {
  status: 'open' | 'complete' | 'expired'
  payment_status: 'unpaid' | 'paid'
  amount_total: number
  currency: string
  customer: string | null
  customer_email: string | null
  payment_intent: string | null
  payment_method_types: string[]
  success_url: string
  cancel_url: string | null
  locale: string | null
  expires_at: number
  metadata: Metadata
}

export type Intent = StripeObject & {
  status: 'requires_payment_method' | 'processing' | 'succeeded'
  amount: number
  currency: string
  latest_charge: string | null
}

export type Charge = StripeObject & { amount: number; amount_refunded: number; payment_intent: string; currency: string }

/** An object with every field of its kind; those not given are null. */
export const make = <T extends StripeObject = StripeObject>(
  kind: string,
  id: string,
  created: number,
  fields: Record<string, unknown>,
): T => ({ ...blank(kind), id, object: kind, created, livemode: false, metadata: {}, ...fields }) as unknown as T

/** An event about an object as it is now. `account` is said only of connected accounts. */
export function makeEvent(
  type: string,
  object: StripeObject,
  { account, created, requestId, key }: { account: string; created: number; requestId?: string; key?: string },
): StripeObject {
  const event = make('event', newId('evt'), created, {
    api_version: apiVersion,
    data: { object },
    pending_webhooks: 0,
    request: { id: requestId ?? null, idempotency_key: key ?? null },
    type,
    ...(!account.startsWith('acct_local_') && { account }),
  })
  const { metadata: _, ...rest } = event
  return rest as StripeObject
}

/** What Stripe says of a payment method of each kind. */
export function paymentMethodDetails(method: string): Record<string, unknown> {
  if (method !== 'card') return { type: method, [method]: {} }
  return {
    type: 'card',
    card: { brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2034, country: 'US', funding: 'credit', network: 'visa' },
  }
}
