import { defineAggregate } from '../../kernel/aggregate.ts'
import { type VisitEvent, visitEvents } from './events.ts'
import { evolve } from './evolve.ts'
import { leftOver } from './maintenance.ts'
import type { Visit } from './visit.ts'
import { blocksClose } from './visit.ts'
import { isoWeek } from './week.ts'

/** By week for the provider's plan, by day for the client and for the technician's own day. */
export const visitAggregate = defineAggregate<Visit, VisitEvent>({
  type: 'visit',
  module: 'field-service',
  key: 'VIS',
  scope: 'client',
  sv: 1,
  upcasts: [],
  events: visitEvents,
  evolve,
  project: visit => {
    const sort = `${visit.date}#${visit.window?.from ?? '~'}#${visit.client}#${visit.id}`
    return {
      row: rowOf(visit),
      gsi1: { part: `VIS#${isoWeek(visit.date)}`, sort },
      gsi2: { part: 'VIS', sort },
      ...(visit.technician && { gsi4: { part: `VIS#${visit.technician.id}`, sort } }),
    }
  },
})

const rowOf = (visit: Visit) => ({
  id: visit.id,
  client: visit.client,
  site: visit.site,
  kind: visit.kind,
  mode: visit.mode,
  status: visit.status,
  date: visit.date,
  ...(visit.window && { window: visit.window }),
  ...(visit.month && { month: visit.month }),
  ...(visit.technician && { technician: { id: visit.technician.id, name: visit.technician.name.slice(0, 40) } }),
  tickets: visit.tickets.slice(0, 4),
  devices: visit.devices.length,
  notMaintained: leftOver(visit).length,
  blocksClose: blocksClose(visit),
  provisional: visit.provisional,
})
