import type { BindingContract } from '@pactdesk/domain/outsourcing/contract/index'
import { providerAggregate } from '@pactdesk/domain/tenancy/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { stripe } from '../../stripe/client.ts'
import { reportStep } from './steps.ts'

/**
 * A provider that takes payment through Stripe has each client there as a customer. Found by our ids in its metadata before it is
 * made, and made under a key of them, so that trying again never makes a second one. Other providers skip the step: bank transfer
 * suffices. Stripe is called before the commit; if it fails, the queue tries again.
 */
export async function linkStripeCustomer(uow: UnitOfWork, contract: BindingContract): Promise<void> {
  const of = { client: contract.client, contract: contract.id }
  if (contract.steps.some(({ step, status }) => step === 'stripe-customer' && status === 'done')) return
  const { provider: id } = uow.ctx
  const provider = await uow.find(providerAggregate, { id })
  const api = stripe()
  if (!api || !provider?.state.stripe) return reportStep(uow, of, 'stripe-customer', 'skipped', 'bank-transfer')
  const mark = `${id}/${contract.client}`
  const found = await api.customers.search({ query: `metadata['pactdesk']:'${mark}'`, limit: 1 })
  const customer =
    found.data[0] ??
    (await api.customers.create(
      { name: contract.terms.client.name, metadata: { pactdesk: mark, provider: id, client: contract.client } },
      { idempotencyKey: `customer-${id}-${contract.client}` },
    ))
  await reportStep(uow, of, 'stripe-customer', 'done', customer.id)
}
