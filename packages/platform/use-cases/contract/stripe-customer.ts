import { contractAggregate, contractEvents, isBinding } from '@pactdesk/domain/outsourcing/contract/index'
import { providerAggregate } from '@pactdesk/domain/tenancy/index'
import { react } from '../../events/consumer.ts'
import { stripe } from '../../stripe/client.ts'
import { reportStep } from './steps.ts'

/**
 * A provider that takes payment through Stripe has each client there as a customer. Found by our ids in its metadata before it is
 * made, and made under a key of them, so that trying again never makes a second one. Other providers skip the step: bank transfer
 * suffices. Stripe is called before the commit; if it fails, the queue tries the whole step again.
 */
export const linkStripeCustomer = react(contractEvents.activated, async ({ uow, ctx, event: { data } }) => {
  const { client, contract } = data
  const { state } = await uow.load(contractAggregate, { client, id: contract })
  if (!isBinding(state) || state.steps.some(({ step, status }) => step === 'stripe-customer' && status === 'done')) return
  const provider = await uow.find(providerAggregate, { id: ctx.provider })
  const api = stripe()
  if (!api || !provider?.state.stripe) {
    await reportStep(uow, { client, contract }, 'stripe-customer', 'skipped', 'bank-transfer')
    return
  }
  const mark = `${ctx.provider}/${client}`
  const found = await api.customers.search({ query: `metadata['pactdesk']:'${mark}'`, limit: 1 })
  const customer =
    found.data[0] ??
    (await api.customers.create(
      { name: state.terms.client.name, metadata: { pactdesk: mark, provider: ctx.provider, client } },
      { idempotencyKey: `customer-${ctx.provider}-${client}` },
    ))
  await reportStep(uow, { client, contract }, 'stripe-customer', 'done', customer.id)
})
