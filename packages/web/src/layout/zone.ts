import { getProvider } from '@pactdesk/domain/tenancy/routes'
import { useApiQuery } from '../api/query.ts'
import { viewerZone } from '../format/zone.ts'

/** The provider's zone, in which bars and lists tell time where no contract says otherwise; the device's until it is known. */
export function useProviderZone(): string {
  const provider = useApiQuery(getProvider, {})
  return provider.data?.value.card.billingZone ?? viewerZone()
}
