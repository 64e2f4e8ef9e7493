import { listClients } from '@pactdesk/domain/tenancy/routes'
import { useApiPages } from '../../api/query.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage } from '../../i18n/i18n.ts'
import { useProviderZone } from '../../layout/zone.ts'
import { localDay } from '../../parts/band/local-day.ts'
import { useNow } from '../../time/use-now.ts'

/** The provider's local date now. */
export function useToday(): string {
  const zone = useProviderZone()
  return localDay(useNow(), zone)
}

export type ClientName = { id: string; name: string; mark?: string | undefined }

/** The clients this person serves, by key: lists of bills carry keys alone. */
export function useClients(): { clients: readonly ClientName[]; nameOf: (client: string) => ClientName } {
  const language = useLanguage()
  const pages = useApiPages(listClients, { query: { limit: 200 } }, value => value)
  const clients = (pages.items ?? []).map(({ id, name, mark }) => ({ id, name: inLanguage(name, language), mark }))
  return { clients, nameOf: client => clients.find(({ id }) => id === client) ?? { id: client, name: client } }
}
