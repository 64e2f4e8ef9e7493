import { hasRole, type TenantContext } from '@pactdesk/domain/kernel/context'
import { DomainFailure, unwrap } from '@pactdesk/domain/kernel/result'
import type { ResponseOf } from '@pactdesk/domain/kernel/route'
import { type Provider, type ProviderSettings, providerAggregate, providerCard } from '@pactdesk/domain/tenancy/index'
import { changeProvider as decideChange, createProvider as decideCreate } from '@pactdesk/domain/tenancy/provider/aggregate'
import * as routes from '@pactdesk/domain/tenancy/routes'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { readCard } from './provider-card.ts'
import { publishedProvider } from './records.ts'

/** Makes a provider, in a unit of work under its own id; used by the operator's provisioning. */
export function createProvider(uow: UnitOfWork, settings: ProviderSettings): Provider {
  const { provider: id } = uow.ctx
  const created = uow.create(providerAggregate, { id }, unwrap(decideCreate(id, settings)))
  uow.putRecord(publishedProvider, 'provider', providerCard(created.state), 'any')
  return created.state
}

const view = (ctx: TenantContext, provider: Provider): ResponseOf<typeof routes.getProvider> => {
  const { id: _id, ...settings } = provider
  return { card: providerCard(provider), settings, actions: hasRole(ctx, 'admin') ? ['change'] : [] }
}

const getProvider = handle(routes.getProvider, async ({ ctx, uow, etag }) => {
  if (ctx.kind === 'client') {
    const card = await readCard(uow)
    if (!card) throw missing()
    return { card, actions: [] }
  }
  const { state, version } = await uow.load(providerAggregate, { id: ctx.provider })
  etag(version)
  return view(ctx, state)
})

const changeProvider = handle(routes.changeProvider, async ({ ctx, uow, body, etag }) => {
  const loaded = await uow.subject(providerAggregate, { id: ctx.provider })
  const changed = uow.append(loaded, unwrap(decideChange(loaded.state, body)))
  uow.putRecord(publishedProvider, 'provider', providerCard(changed.state), 'any')
  etag(changed.version)
  return view(ctx, changed.state)
})

const missing = () => new DomainFailure({ code: 'tenancy.not-found', kind: 'not-found', detail: 'the provider is not here' })

export const providerHandlers = [getProvider, changeProvider]
