import { logger } from '@pactdesk/platform/http/api'
import { clockOf } from '@pactdesk/platform/http/request-context'
import { verifiedEvent } from '@pactdesk/platform/stripe/client'
import { settleCheckout } from '@pactdesk/platform/use-cases/billing/settle-checkout'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'

/** Events that can mean that a hosted page was paid. All others are acknowledged and forgotten. */
const paying = new Set(['checkout.session.completed', 'checkout.session.async_payment_succeeded'])

/** Stripe's webhook: raw body, verified; the event's id is claimed in the same commit as its effect; an error is retried by Stripe. */
export async function handler(event: APIGatewayProxyEventV2, context: Context): Promise<APIGatewayProxyStructuredResultV2> {
  const raw = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '')
  const signature = event.headers['stripe-signature'] ?? ''
  let verified: ReturnType<typeof verifiedEvent>
  try {
    verified = verifiedEvent(raw, signature)
  } catch (error) {
    logger.warn('webhook refused', { reason: (error as Error).message })
    return { statusCode: 400, body: JSON.stringify({ message: 'the signature does not fit' }) }
  }
  if (paying.has(verified.type)) {
    const session = (verified.data.object as { id: string }).id
    await settleCheckout({
      session,
      eventId: verified.id,
      clock: clockOf(context),
      correlationId: event.requestContext.requestId,
    })
  }
  return { statusCode: 200, body: '{"received":true}' }
}
