import { useWho } from '../auth/who.ts'
import { useProviderZone } from '../layout/zone.ts'
import { localDay } from '../parts/band/local-day.ts'
import { useNow } from '../time/use-now.ts'

/** The client whose owner is reading, today's local date, and as of when figures are told. */
export function useOwn(): { client: string; today: string; asOf: { instant: string; zone: string } } {
  const { membership } = useWho()
  const zone = useProviderZone()
  const now = useNow()
  const client = membership.client ?? ''
  return { client, today: localDay(now, zone), asOf: { instant: new Date(now).toISOString(), zone } }
}
