import { randomUUID } from 'node:crypto'
import * as checkout from '@pactdesk/platform/stripe/checkout'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import Stripe from 'stripe'
import { vi } from 'vitest'
import { handler } from '../../functions/webhooks.ts'

const secret = 'whsec_test'
const apiKey = 'sk_test_faults'

/** Stripe says that a hosted page was paid; each call is the same signed webhook again. */
export function payByCard(
  { client, bill, minor }: { client: string; bill: string; minor: number },
  context: () => Context,
): () => Promise<unknown> {
  const session = `cs_${client}`
  const paid = { provider: 'one', client, bill, minor, currency: 'CNY', paymentIntent: `pi_${client}` }
  vi.spyOn(checkout, 'paidSession').mockResolvedValue(paid)
  const type = 'checkout.session.completed'
  const body = JSON.stringify({
    id: `evt_${client}`,
    object: 'event',
    type,
    data: { object: { id: session, object: 'checkout.session' } },
  })
  const signature = new Stripe(apiKey).webhooks.generateTestHeaderString({ payload: body, secret })
  const event = {
    headers: { 'stripe-signature': signature },
    body,
    requestContext: { requestId: randomUUID() },
  } as unknown as APIGatewayProxyEventV2
  return async () => {
    Object.assign(process.env, { STRIPE_API_KEY: apiKey, STRIPE_WEBHOOK_SECRET: secret })
    const answer = handler(event, context())
    // The signature is checked before the first pause; other use cases here know no Stripe.
    delete process.env.STRIPE_API_KEY
    const { statusCode } = await answer
    if (statusCode !== 200) throw new Error(`the webhook answered ${statusCode}`)
    return statusCode
  }
}
