import type { Envelope } from '@pactdesk/domain/kernel/event'
import type { Ticket } from '@pactdesk/domain/service-support/incident/index'
import type { Fault } from '../planted.ts'

/** Rows, index keys, feeds and timers that stand where they should not. */
export const projections: Fault[] = [
  [
    'a row that says something else',
    ['rows and index keys are those of the state'],
    table => {
      Object.assign(table.value<Ticket>('ticket').row as object, { subject: 'Something else' })
    },
  ],
  [
    'an index key in the scope of another client',
    ['rows and index keys are those of the state', 'index keys stay in scope'],
    table => {
      const ticket = table.value<Ticket>('ticket')
      ticket.gsi2pk = String(ticket.gsi2pk).replace('#C#', '#C#X')
    },
  ],
  [
    'a journal entry in the index of another provider',
    ['index keys stay in scope'],
    table => {
      const entry = table.value('journal')
      entry.gsi1pk = String(entry.gsi1pk).replace('P#', 'P#x')
    },
  ],
  [
    'an item in no scope',
    ['every item belongs to a known scope'],
    table => table.add({ pk: 'Q#provider#T#1', sk: '#', t: 'note', sv: 1, v: 1 }),
  ],
  [
    "an event of the staff's in the client's feed",
    ['an event stands in the feeds of its audience'],
    table => {
      const event = table.find(
        ({ t, pk, data }) => t === 'event' && pk.includes('#C#') && (data as Envelope).audience === 'staff',
      )
      const { client } = event.data as Envelope
      const day = String(event.gsi1sk).slice(0, 10)
      Object.assign(event, { gsi2pk: `P#provider#C#${client}#FEED#${day}`, gsi2sk: event.gsi1sk })
    },
  ],
  [
    'a timer that stands elsewhere',
    ['rows and index keys are those of the state', 'a timer stands under its own due instant'],
    table => {
      const waiting = table.find(({ gsi3pk }) => gsi3pk !== undefined)
      waiting.gsi3sk = dayBefore(String(waiting.gsi3sk))
    },
  ],
  [
    'a timer that was given up',
    ['no timer is parked'],
    table => {
      const { gsi3sk } = table.find(item => item.gsi3sk !== undefined)
      table.add({ pk: 'DUE#FAIL', sk: String(gsi3sk), t: 'timer-failure', n: 5 })
    },
  ],
]

const dayBefore = (sort: string) => sort.replace(/^\d/, '1')
