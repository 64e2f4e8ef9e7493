import { localDateOf } from '@pactdesk/domain/kernel/time'
import { type Contract, contractAggregate } from '@pactdesk/domain/outsourcing/contract/index'
import { clientAggregate, providerAggregate } from '@pactdesk/domain/tenancy/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { publishedProvider } from '../tenancy/records.ts'

export type BillingFacts = {
  clientName: { zh: string; en: string }
  zone: string
  /** Local date in the client's billing zone: bills, due days and payments are dated there. */
  today: string
}

export async function billingFacts(uow: UnitOfWork, client: string): Promise<BillingFacts> {
  const { state } = await uow.load(clientAggregate, { client, id: client })
  return { clientName: state.name, zone: state.billingZone, today: localDateOf(uow.env.now, state.billingZone) }
}

export async function contractOf(uow: UnitOfWork, client: string, contract: string): Promise<Contract> {
  return (await uow.load(contractAggregate, { client, id: contract })).state
}

/** Whether this provider takes payment through Stripe; a client's people read the published card. */
export async function takesStripe(uow: UnitOfWork): Promise<boolean> {
  if (!process.env.STRIPE_API_KEY) return false
  if (uow.ctx.kind === 'client') return (await uow.getRecord(publishedProvider, 'provider'))?.value.stripe ?? false
  return (await uow.load(providerAggregate, { id: uow.ctx.provider })).state.stripe
}
