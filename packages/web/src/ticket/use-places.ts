import { listDevices } from '@pactdesk/domain/service-support/configuration/routes'
import { listClients, listSites } from '@pactdesk/domain/tenancy/routes'
import { useApiQuery } from '../api/query.ts'
import { inLanguage } from '../format/language.ts'
import { useLanguage } from '../i18n/i18n.ts'

const slow = { limit: 200 } as const

/** Sites of a client by id, with names in the reader's language. */
export function useSites(client: string | undefined) {
  const language = useLanguage()
  const answer = useApiQuery(listSites, { params: { client: client ?? '-' }, query: slow }, { enabled: client !== undefined })
  const sites = (answer.data?.value.items ?? []).map(site => ({ ...site, label: inLanguage(site.name, language) }))
  return { sites, nameOf: (id: string | undefined) => sites.find(site => site.id === id)?.label ?? id ?? '' }
}

/** Devices of a client. */
export function useDevices(client: string | undefined, enabled = true) {
  const answer = useApiQuery(
    listDevices,
    { params: { client: client ?? '-' }, query: slow },
    { enabled: enabled && client !== undefined },
  )
  const devices = answer.data?.value.items ?? []
  return { devices, deviceOf: (id: string | undefined) => devices.find(device => device.id === id) }
}

/** Clients that the staff serve: name and mark for rows. */
export function useClients() {
  const language = useLanguage()
  const answer = useApiQuery(listClients, { query: slow })
  const clients = (answer.data?.value.items ?? []).map(client => ({ ...client, label: inLanguage(client.name, language) }))
  const clientOf = (id: string) => clients.find(client => client.id === id) ?? { id, label: id, mark: undefined }
  return { clients, clientOf, loading: answer.isPending, error: answer.error, retry: () => void answer.refetch() }
}
