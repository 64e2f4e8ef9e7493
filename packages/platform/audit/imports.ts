import { type ImportJob, importEvents } from '@pactdesk/domain/service-desk/index'
import type { Ticket } from '@pactdesk/domain/service-support/incident/index'
import { type Check, check } from './check.ts'
import { indexed, repeated, type Table } from './table.ts'

type Guard = { ticket: string; rows: number; version: number; job: string }

/** An outside incident is one ticket here, however often its log was read. */
export function importChecks(table: Table): Check[] {
  const tickets = table
    .of<Ticket>('ticket')
    .flatMap(ticket => (ticket.value.imported ? [{ ...ticket, from: ticket.value.imported }] : []))
  const guards = table.of<Guard>('imported-incident')
  return [
    check(
      'an imported incident is one ticket, known by its source',
      found => {
        for (const [from, times] of repeated(
          tickets,
          ({ provider, client, from: { source, number } }) => `${provider} ${client} ${source} ${number}`,
        ))
          found(`${from} was imported as ${times} tickets`)
        const known = indexed(guards, ({ pk }) => pk)
        for (const { provider, client, value, from } of tickets) {
          const pk = `P#${provider}#C#${client}#UQ#${from.source}#${from.number}`
          if (known.get(pk)?.value.ticket !== value.number)
            found(`${value.number} came from ${from.number}, which does not know it`)
          known.delete(pk)
        }
        for (const { pk, value } of known.values()) found(`${pk} names ${value.ticket}, which did not come from it`)
        return guards.length
      },
      [importEvents.batchImported],
    ),
    check(
      'an import accounts for the tickets it made',
      found => {
        const jobs = table.of<ImportJob>('import')
        for (const { provider, client, value: job } of jobs) {
          const { created, extended, known, conflicting } = job.counts.tickets
          const taken = created + extended + known + conflicting
          if (job.status === 'done' && taken !== job.options.tickets)
            found(`import ${job.id} took ${taken} of ${job.options.tickets} tickets`)
          const made = guards.filter(
            guard => guard.provider === provider && guard.client === client && guard.value.job === job.id,
          )
          if (job.status === 'done' && made.length > created + extended)
            found(`import ${job.id} counts ${created + extended} tickets, ${made.length} say they are its own`)
        }
        return jobs.length
      },
      [importEvents.importStarted],
    ),
  ]
}
