import { listContracts } from '@pactdesk/domain/outsourcing/contract/routes'
import { useParams, useSearch } from '@tanstack/react-router'
import { useApiQuery } from '../api/query.ts'

/** Which client a contract belongs to: said by `?client=`, else found in the list by id or number. */
export function useContractPlace() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { client } = useSearch({ strict: false }) as { client?: string }
  const list = useApiQuery(listContracts, { query: { limit: 200 } }, { enabled: client === undefined })
  const row = list.data?.value.items.find(one => one.id === id || one.number === id)
  const place = client ? { client, contract: id } : row && { client: row.client, contract: row.id }
  return { place, list, missing: client === undefined && list.data !== undefined && row === undefined }
}
