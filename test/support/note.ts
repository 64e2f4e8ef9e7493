import { defineAggregate } from '@pactdesk/domain/kernel/aggregate'
import { defineEvent, type EventsOf } from '@pactdesk/domain/kernel/event'
import * as z from 'zod'

/** The smallest aggregate there can be: what the table layer's own tests keep. */
export const noteEvents = {
  written: defineEvent('test', 'note-written', 1, 'client', z.object({ text: z.string() })),
  amended: defineEvent('test', 'note-amended', 1, 'staff', z.object({ text: z.string() })),
}
export type Note = { text: string; dueAt?: string }

export const noteAggregate = defineAggregate<Note, EventsOf<typeof noteEvents>>({
  type: 'note',
  module: 'test',
  key: 'NOTE',
  scope: 'client',
  sv: 1,
  upcasts: [],
  events: noteEvents,
  evolve: (_state, event) => ({ text: event.data.text }),
  project: note => ({
    row: { text: note.text },
    gsi1: { part: 'NOTES', sort: note.text },
    gsi2: { part: 'NOTES', sort: note.text },
  }),
})
