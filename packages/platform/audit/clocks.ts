import type { ContractTerms } from '@pactdesk/domain/outsourcing/contract/index'
import { type Ticket, ticketEvents } from '@pactdesk/domain/service-support/incident/index'
import { serviceChange, unchanged } from '@pactdesk/domain/service-support/incident/service'
import { canonical } from '../run/canonical.ts'
import { policyUnder } from '../use-cases/desk/policy.ts'
import { type Check, check } from './check.ts'
import { type Held, indexed, type Table } from './table.ts'

/** What a ticket shows of its promises, and the timers it set, follow from the log of its clocks under its pinned contract. */
export function clockChecks(table: Table): Check[] {
  const tickets = table.of<Ticket>('ticket')
  const versions = indexed(
    table.of<{ version: number; terms: ContractTerms }>('contract-version'),
    ({ pk, value }) => `${pk} ${value.version}`,
  )
  const termsOf = ({ provider, client, value: { contract } }: Held<Ticket>) =>
    contract.outcome === 'chosen'
      ? versions.get(`P#${provider}#C#${client}#K#${contract.contract} ${contract.version}`)?.value.terms
      : undefined
  return [
    check(
      'a ticket pins a contract version that is kept',
      found => {
        for (const held of tickets)
          if (held.value.contract.outcome === 'chosen' && !termsOf(held))
            found(
              `${held.value.number} pins version ${held.value.contract.version} of ${held.value.contract.contract}, which is not kept`,
            )
        return tickets.length
      },
      [ticketEvents.ticketOpened],
    ),
    check(
      'promise shown and timers set = derived from the clocks',
      found => {
        for (const held of tickets) {
          const { value: ticket } = held
          const terms = termsOf(held)
          const policy = terms && policyUnder(terms, ticket.site)
          const derived = serviceChange(ticket, unchanged(ticket.clocks), policy, ticket.updatedAt)
          if (canonical(derived.promise) !== canonical(ticket.promise))
            found(`${ticket.number} shows another promise than its clocks give`)
          if (canonical(derived.timers) !== canonical(ticket.timers))
            found(`${ticket.number} has other timers than its clocks give`)
        }
        return tickets.length
      },
      [ticketEvents.ticketOpened],
    ),
    check(
      'ticket numbers were all given by their sequence',
      found => {
        const given = new Map(
          table.items.flatMap(item => (item.t === 'sequence' && item.pk.endsWith('#SEQ#T') ? [[item.pk, item.n as number]] : [])),
        )
        for (const { provider, client, value } of tickets) {
          const number = Number(/-(\d+)$/.exec(value.number)?.[1])
          const last = given.get(`P#${provider}#C#${client}#SEQ#T`) ?? 0
          if (!(number <= last)) found(`${value.number} is there, but the sequence has given ${last}`)
        }
        return tickets.length
      },
      [ticketEvents.ticketOpened],
    ),
  ]
}
