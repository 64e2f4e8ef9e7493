import type Stripe from 'stripe'
import { stripe } from './client.ts'

export type CheckoutRequest = {
  provider: string
  /** Whom the client pays, as the client knows them: several providers may share the account, whose own name Stripe shows. */
  merchant: string
  client: string
  bill: string
  number: string
  description: string
  currency: string
  minor: number
  /** How many payments the bill has: a new remainder is a new checkout. */
  payments: number
  email?: string
  locale: 'zh' | 'en'
  returnUrl: string
}

export type Checkout = { session: string; url: string; minor: number }

/**
 * A hosted payment page for what is open on a bill. Asked twice it is the same page: the key derives from our ids, and a page that
 * is already there is found by our id in its metadata, since Stripe forgets keys after a day.
 */
export async function openCheckout(request: CheckoutRequest, known?: Checkout): Promise<Checkout> {
  const client = stripe()
  if (!client) throw new Error('Stripe is not set up')
  if (known && known.minor === request.minor) {
    const session = await client.checkout.sessions.retrieve(known.session)
    if (session.status === 'open' && session.url) return known
  }
  const key = `checkout-${request.provider}-${request.client}-${request.bill}-${request.minor}-${request.payments}-${known?.session ?? 'first'}`
  const session = await client.checkout.sessions.create(parametersOf(request), { idempotencyKey: key })
  if (!session.url) throw new Error(`Stripe gave no page for session ${session.id}`)
  return { session: session.id, url: session.url, minor: request.minor }
}

function parametersOf(request: CheckoutRequest): Stripe.Checkout.SessionCreateParams {
  const metadata = { provider: request.provider, client: request.client, bill: request.bill, merchant: request.merchant }
  const payee = { zh: `收款方：${request.merchant}`, en: `You pay ${request.merchant}.` }[request.locale]
  return {
    mode: 'payment',
    client_reference_id: `${request.client}-${request.bill}`.slice(0, 200),
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: request.currency.toLowerCase(),
          unit_amount: request.minor,
          product_data: { name: `${request.number} · ${request.description}`.slice(0, 250) },
        },
      },
    ],
    metadata,
    custom_text: { submit: { message: payee } },
    payment_intent_data: { metadata },
    locale: request.locale,
    success_url: `${request.returnUrl}?paid=1`,
    cancel_url: request.returnUrl,
    ...(request.email && { customer_email: request.email }),
  }
}

export type PaidSession = {
  provider: string
  client: string
  bill: string
  minor: number
  currency: string
  paymentIntent: string
}

/** The session as it is now, when it is paid and ours; events only say that something may have changed. */
export async function paidSession(id: string): Promise<PaidSession | undefined> {
  const client = stripe()
  if (!client) return undefined
  const session = await client.checkout.sessions.retrieve(id).catch((error: unknown) => {
    if ((error as { code?: string }).code === 'resource_missing') return undefined
    throw error
  })
  if (!session) return undefined
  const { provider, client: company, bill } = session.metadata ?? {}
  const intent = typeof session.payment_intent === 'string' ? session.payment_intent : session.payment_intent?.id
  if (session.payment_status !== 'paid' || !provider || !company || !bill || !intent) return undefined
  return {
    provider,
    client: company,
    bill,
    minor: session.amount_total ?? 0,
    currency: (session.currency ?? '').toUpperCase(),
    paymentIntent: intent,
  }
}
