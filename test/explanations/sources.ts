import type { Api, ProblemError } from '@pactdesk/domain/kernel/client'
import type { SourceRef } from '@pactdesk/domain/outsourcing/billing/explanation'
import * as months from '@pactdesk/domain/outsourcing/billing/month/routes'
import * as bills from '@pactdesk/domain/outsourcing/billing/routes'
import * as contracts from '@pactdesk/domain/outsourcing/contract/routes'
import * as visits from '@pactdesk/domain/outsourcing/field-service/routes'
import * as devices from '@pactdesk/domain/service-support/configuration/routes'
import * as tickets from '@pactdesk/domain/service-support/incident/routes'

/** Opens what an explanation rests on, as one reader; `absent` says why a reader does not find it. */
export type Opened = 'opens' | `absent: ${string}`
type Reader = { api: Api; client: string; month: string }

/** A source by the request that shows it to its reader, once for each. */
export function openerFor({ api, client, month }: Reader) {
  const params = { client }
  const known = new Map<string, Promise<Opened>>()
  const billsOf = once(async () => {
    const { items } = (await api.call(bills.listBills, { params })).value
    return Promise.all(items.map(async ({ id }) => (await api.call(bills.getBill, { params: { client, bill: id } })).value))
  })
  const workOf = once(
    async () => (await api.call(months.listWork, { params: { client, month }, query: { limit: 200 } })).value.items,
  )

  const open = async ({ kind, id }: SourceRef): Promise<unknown> => {
    switch (kind) {
      case 'ticket':
        return api.call(tickets.getTicket, { params: { client, ticket: id } })
      case 'visit':
        return api.call(visits.getVisit, { params: { client, visit: id } })
      case 'contract':
        return api.call(contracts.getContract, { params: { client, contract: id } })
      case 'device':
        return api.call(devices.getDevice, { params: { client, device: id } })
      case 'invoice':
      case 'credit-note':
        return api.call(bills.getBill, { params: { client, bill: id } })
      case 'payment':
        return (await billsOf()).find(({ payments }) => payments.some(payment => payment.id === id))
      case 'late-fee':
        return (await billsOf()).find(({ lateFees }) => lateFees.some(decision => decision.id === id))
      case 'work':
      case 'part':
        return (await workOf()).find(({ item }) => item.id === id)
      case 'quote':
        return quoteNamed(id)
    }
  }
  const quoteNamed = async (id: string) => {
    for (const { item } of await workOf()) {
      if (!item.ticket) continue
      const { quotes } = (await api.call(tickets.getTicket, { params: { client, ticket: item.ticket } })).value
      if (quotes.some(quote => quote.id === id)) return quotes
    }
    return undefined
  }

  return (source: SourceRef): Promise<Opened> => {
    const name = `${source.kind} ${source.id}`
    const opened =
      known.get(name) ??
      open(source).then(
        (found): Opened => (found ? 'opens' : 'absent: not among what is shown'),
        ({ problem }: ProblemError): Opened => `absent: ${problem.status} ${problem.code}`,
      )
    known.set(name, opened)
    return opened
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
