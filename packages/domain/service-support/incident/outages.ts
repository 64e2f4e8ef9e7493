import type { Instant } from '../../kernel/time.ts'
import { isCounted, openingEntry, stopEntry } from '../../service-delivery/service-level/index.ts'
import { agreedSeverity } from './severity.ts'
import type { Ticket } from './ticket.ts'

/** When a severe fault kept the service down: from the request, or each reopening, until it was restored. */
export function outagesOf(ticket: Ticket): { ticket: string; from: Instant; to?: Instant }[] {
  if (agreedSeverity(ticket.severity) !== 'severe' || ticket.scope.outcome === 'out-of-scope') return []
  const cycles = ticket.clocks.clocks.filter(clock => clock.promise === 'restore' && isCounted(clock))
  if (cycles.length > 0)
    return cycles.map(clock => {
      const to = stopEntry(clock)?.at
      return { ticket: ticket.number, from: openingEntry(clock).at, ...(to && { to }) }
    })
  if (ticket.status === 'closed' && ticket.closed === 'withdrawn') return []
  const to = 'restoredAt' in ticket ? ticket.restoredAt : undefined
  return [{ ticket: ticket.number, from: ticket.requestedAt, ...(to && { to }) }]
}
