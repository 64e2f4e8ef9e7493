import { logger } from '@pactdesk/platform/http/api'
import { HttpProblem, problemOf, problemResponse } from '@pactdesk/platform/http/problem'
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
    return problemResponse(
      new HttpProblem(400, 'webhook.signature', 'the signature does not fit, or is older than five minutes').problem,
    )
  }
  if (paying.has(verified.type)) {
    const session = (verified.data.object as { id: string }).id
    const requestId = event.requestContext.requestId
    try {
      await settleCheckout({ session, eventId: verified.id, clock: clockOf(context), correlationId: requestId })
    } catch (error) {
      logger.error('webhook failed', { requestId, event: verified.id, session, error: error as Error })
      return problemResponse({ ...problemOf(error), requestId })
    }
  }
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"received":true}' }
}
