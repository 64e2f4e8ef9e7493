import { getProvider } from '@pactdesk/domain/tenancy/routes'
import { useApiQuery } from '../../api/query.ts'

/** The provider's currency; the contract's amounts carry their own. */
export const useProviderCurrency = (): string => useApiQuery(getProvider, {}).data?.value.card.currency ?? 'CNY'
