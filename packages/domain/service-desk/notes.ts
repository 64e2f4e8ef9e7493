import * as z from 'zod'
import { defineAggregate } from '../kernel/aggregate.ts'
import { defineEvent, type EventsOf } from '../kernel/event.ts'
import { ClientKey } from '../kernel/ids.ts'
import { Instant } from '../kernel/time.ts'
import { TextRef, TicketNumber } from '../service-support/incident/ticket.ts'

/** The internal twin of a ticket, with the same id: notes that a client's credentials cannot reach. */
export const TicketNotes = z
  .object({ client: ClientKey, ticket: TicketNumber, notes: z.int(), lastAt: Instant })
  .meta({ id: 'TicketNotes' })
export type TicketNotes = z.infer<typeof TicketNotes>

export const noteEvents = {
  noteAdded: defineEvent(
    'desk',
    'note-added',
    1,
    'staff',
    z.object({ client: ClientKey, ticket: TicketNumber, at: Instant, note: TextRef, minutes: z.int().optional() }),
  ),
}
export type NoteEvent = EventsOf<typeof noteEvents>

export const notesAggregate = defineAggregate<TicketNotes, NoteEvent>({
  type: 'ticket-notes',
  module: 'desk',
  key: 'T',
  scope: 'internal',
  sv: 1,
  upcasts: [],
  events: noteEvents,
  evolve: (state, { data: { client, ticket, at } }) => ({ client, ticket, notes: (state?.notes ?? 0) + 1, lastAt: at }),
  project: () => ({}),
})
