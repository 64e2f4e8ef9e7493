import { listStaff } from '@pactdesk/domain/tenancy/routes'
import { useApiQuery } from '../../api/query.ts'
import { inLanguage } from '../../format/language.ts'
import { useLanguage } from '../../i18n/i18n.ts'

const working = ['service-desk', 'technician', 'service-manager', 'admin'] as const

/** Active people who work on tickets of a client: to assign and to send. The name kept with a ticket is the Chinese one. */
export function useStaff(client: string | undefined) {
  const language = useLanguage()
  const answer = useApiQuery(listStaff, { query: { limit: 200 } })
  return (answer.data?.value.items ?? [])
    .filter(({ status, roles, clients }) => {
      const serves = clients === '*' || client === undefined || clients.includes(client)
      return status === 'active' && serves && working.some(role => roles.includes(role))
    })
    .map(({ id, name, roles }) => ({ id, name: name.zh, label: inLanguage(name, language), roles }))
}

/** The name of a person of the staff in the reader's language; what the ticket kept, where the person is not known any more. */
export function useStaffNames(): (who: { id: string; name: string } | undefined) => string | undefined {
  const language = useLanguage()
  const answer = useApiQuery(listStaff, { query: { limit: 200 } })
  const names = new Map((answer.data?.value.items ?? []).map(({ id, name }) => [id, inLanguage(name, language)]))
  return who => who && (names.get(who.id) ?? who.name)
}
