import { localDateOf } from '@pactdesk/domain/kernel/time'
import { clientAggregate } from '@pactdesk/domain/tenancy/index'
import { systemContext } from '../../events/consumer.ts'
import { logger } from '../../http/api.ts'
import { type Clock, execute } from '../../run/execute.ts'
import { paidSession } from '../../stripe/checkout.ts'
import { takePayment } from './record-payment.ts'

/**
 * A hosted page was paid, says Stripe's event: the session is fetched as it is now, and its payment goes onto the bill it was
 * opened for. The event's id is claimed in the same commit; duplicates and late arrivals change nothing.
 */
export async function settleCheckout(said: {
  session: string
  eventId: string
  clock: Clock
  correlationId: string
}): Promise<void> {
  const paid = await paidSession(said.session)
  if (!paid) {
    logger.info('a session that is not paid or not ours', { session: said.session })
    return
  }
  const ctx = systemContext(paid.provider, { kind: 'system', id: 'stripe', name: 'Stripe' })
  await execute(
    { ctx, clock: said.clock, correlationId: said.correlationId, inbox: { consumer: 'stripe', eventId: said.eventId } },
    async uow => {
      const client = await uow.load(clientAggregate, { client: paid.client, id: paid.client })
      await takePayment(
        uow,
        { client: paid.client, bill: paid.bill },
        {
          on: localDateOf(uow.env.now, client.state.billingZone),
          minor: paid.minor,
          currency: paid.currency,
          via: 'stripe',
          source: `stripe:${paid.paymentIntent}`,
          reference: paid.paymentIntent,
        },
      )
    },
  )
}
