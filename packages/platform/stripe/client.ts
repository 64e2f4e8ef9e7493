import Stripe from 'stripe'

let cached: Stripe | undefined

/** Stripe, or its stand-in where `STRIPE_API_BASE` names one. Undefined: this installation takes bank transfers alone. */
export function stripe(): Stripe | undefined {
  const key = process.env.STRIPE_API_KEY
  if (!key) return undefined
  if (cached) return cached
  const base = process.env.STRIPE_API_BASE ? new URL(process.env.STRIPE_API_BASE) : undefined
  cached = new Stripe(key, {
    maxNetworkRetries: 2,
    timeout: 10_000,
    telemetry: false,
    ...(base && { host: base.hostname, port: Number(base.port || 80), protocol: base.protocol === 'https:' ? 'https' : 'http' }),
  })
  return cached
}

/** Verifies a webhook's signature over its raw body (300 s of clock difference, wall time) and parses it; throws otherwise. */
export function verifiedEvent(raw: string, signature: string): Stripe.Event {
  const secret = process.env.STRIPE_WEBHOOK_SECRET
  const client = stripe()
  if (!client || !secret) throw new Error('Stripe is not set up')
  return client.webhooks.constructEvent(raw, signature, secret)
}
