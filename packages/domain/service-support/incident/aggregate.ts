import { defineAggregate } from '../../kernel/aggregate.ts'
import { type TicketEvent, ticketEvents } from './events.ts'
import { evolve } from './evolve.ts'
import { ticketRow } from './row.ts'
import { isOpen, type Ticket } from './ticket.ts'

/** Sorts after every instant: what has no deadline comes last. */
const never = '9999'

/**
 * A ticket, `C#T#<number>`. The open set of a team is one list in the order of deadlines; resolved ones stay in it until they
 * close. Closed tickets are read by client and month.
 */
export const ticketAggregate = defineAggregate<Ticket, TicketEvent>({
  type: 'ticket',
  module: 'incident',
  key: 'T',
  scope: 'client',
  sv: 1,
  upcasts: [],
  events: ticketEvents,
  evolve,
  project: ticket => {
    const live = ticket.status !== 'closed'
    const due = `${ticket.promise.state === 'running' ? (ticket.promise.deadline ?? never) : never}#${ticket.number}`
    const dueAt = ticket.timers[0]?.at
    return {
      row: ticketRow(ticket),
      ...(live && { gsi1: { part: `OPEN#${ticket.team}`, sort: due } }),
      gsi2: live
        ? { part: 'T#OPEN', sort: due }
        : { part: `T#${ticket.closedAt.slice(0, 7)}`, sort: `${ticket.closedAt}#${ticket.number}` },
      ...(live && isOpen(ticket) && ticket.assignee && { gsi4: { part: `WHO#${ticket.assignee.id}`, sort: due } }),
      ...(ticket.requester.contact && {
        gsi5: { part: `REQ#${ticket.requester.contact}`, sort: `${ticket.requestedAt}#${ticket.number}` },
      }),
      ...(dueAt && { dueAt }),
    }
  },
})
