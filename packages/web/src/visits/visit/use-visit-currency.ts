import { listContractsOfClient } from '@pactdesk/domain/outsourcing/contract/routes'
import type { VisitView } from '@pactdesk/domain/outsourcing/field-service/views'
import { useApiQuery } from '../../api/query.ts'
import { useProviderCurrency } from '../../desk/ticket/use-currency.ts'
import { ticketRef, useTicket } from '../../ticket/use-ticket.ts'

/** The currency in which parts of a visit are bought and billed: that of its contract, or of its ticket's; else the provider's. */
export function useVisitCurrency({ client, contract, tickets }: VisitView): string {
  const own = useProviderCurrency()
  const [first] = tickets
  const ticket = useTicket(ticketRef(first ?? `${client}-0`), contract === undefined && first !== undefined).data?.value
  const pinned = contract?.id ?? (ticket?.contract?.outcome === 'chosen' ? ticket.contract.contract : undefined)
  const rows = useApiQuery(
    listContractsOfClient,
    { params: { client }, query: { limit: 100 } },
    { enabled: pinned !== undefined },
  )
  return rows.data?.value.items.find(({ id }) => id === pinned)?.total.currency ?? own
}
