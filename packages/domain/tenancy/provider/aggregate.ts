import { defineAggregate } from '../../kernel/aggregate.ts'
import { invalid, ok, type Result } from '../../kernel/result.ts'
import { type ProviderEvent, providerEvents } from './events.ts'
import type { Provider, ProviderSettings } from './provider.ts'

/** One a provider; its id is the provider's, in the provider's own scope: clients read `ProviderCard` instead. */
export const providerAggregate = defineAggregate<Provider, ProviderEvent>({
  type: 'provider',
  module: 'tenancy',
  key: 'PRV',
  scope: 'provider',
  sv: 1,
  upcasts: [],
  events: providerEvents,
  evolve: (_state, { data }) => ({ id: data.provider, ...data.settings }),
  project: () => ({}),
})

export const createProvider = (id: string, settings: ProviderSettings): Result<ProviderEvent[]> =>
  ok([providerEvents.providerCreated.of({ provider: id, settings })])

/** The series' next number only moves forward: a number is never given twice. Another prefix is another series. */
export function changeProvider(provider: Provider, settings: ProviderSettings): Result<ProviderEvent[]> {
  const [old, wanted] = [provider.invoiceSeries, settings.invoiceSeries]
  if (old.prefix === wanted.prefix && wanted.next < old.next) {
    return invalid('tenancy.series-backwards', `series ${old.prefix} is at ${old.next}; it cannot go back to ${wanted.next}`, {
      prefix: old.prefix,
      next: old.next,
    })
  }
  return ok([providerEvents.providerChanged.of({ provider: provider.id, settings })])
}
