import type { Envelope } from '@pactdesk/domain/kernel/event'
import type { Ticket } from '@pactdesk/domain/service-support/incident/index'
import { copyOf, type Fault } from '../planted.ts'

/** What may be lost or altered between a state and its history. */
export const histories: Fault[] = [
  [
    'an update whose state was lost',
    ['every history has its state, every state its history'],
    table => table.remove(table.value('site')),
  ],
  [
    'a state whose history was lost',
    [
      'every history has its state, every state its history',
      'the state was stored with its last event',
      'fold of events = stored state',
    ],
    table => table.remove(...table.events(table.value('site').pk)),
  ],
  [
    'an update that overwrote a newer one',
    ['the state was stored with its last event', 'fold of events = stored state'],
    table => {
      const site = table.value<{ id: string; client: string }>('site')
      const before = copyOf(site)
      const [{ data: opened } = { data: undefined }] = table.events(site.pk)
      const { profile } = opened!.data as { profile: object }
      const name = { zh: '别处', en: 'Elsewhere' }
      table.happen(site, 'tenancy.site-changed.v1', {
        client: site.data.client,
        site: site.data.id,
        profile: { ...profile, name },
      })
      Object.assign(table.value('site'), before)
    },
  ],
  [
    'an event that is missing',
    ['history is gapless and chained', 'the state was stored with its last event', 'fold of events = stored state'],
    table => {
      table.remove(table.find(item => (item.data as Envelope)?.type === 'incident.ticket-resumed.v1'))
    },
  ],
  [
    'an event that was changed afterwards',
    ['history is gapless and chained'],
    table => {
      const [first] = table.events(table.value<Ticket>('ticket').pk)
      first!.data.recordedAt = '2020-01-01T00:00:00.000Z'
    },
  ],
  [
    'a stored state that was changed',
    ['fold of events = stored state', 'rows and index keys are those of the state'],
    table => {
      table.value<{ address: string }>('site').data.address = 'Elsewhere'
    },
  ],
  [
    'an event of another company in a history',
    ['history is gapless and chained', 'an event says whose it is and keeps to its schema'],
    table => {
      const [first] = table.events(table.value<Ticket>('ticket').pk)
      first!.data.client = 'OTHER'
    },
  ],
  [
    'text that is not what was written',
    ['text beside the history is there as it was written'],
    table => {
      table.value<{ text: string }>('body').data.text = 'something else'
    },
  ],
]
