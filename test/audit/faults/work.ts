import type { SourceItem } from '@pactdesk/domain/outsourcing/metering/index'
import { copyOf, type Fault } from '../planted.ts'

/** Work and months: lost, doubled or altered. */
export const work: Fault[] = [
  [
    'work that is there twice',
    ['a source item is there once, in a month of its own or a later one'],
    table => {
      const item = table.value<SourceItem>('work', ({ kind }) => kind === 'visit')
      table.add({ ...copyOf(item), pk: item.pk.replace('2027-03', '2027-04') })
    },
  ],
  [
    'work that a ticket does not know',
    ['tickets and their work agree', 'a closed month holds what was counted at its close'],
    table => {
      const item = table.value<SourceItem>('work', ({ kind }) => kind === 'remote')
      const other = copyOf(item)
      other.data.id = 'other'
      table.add({ ...other, sk: item.sk.replace(/[^#]+$/, 'other') })
    },
  ],
  [
    'work of a visit with other minutes',
    ['tickets and their work agree', 'visits and their work agree', 'a closed month holds what was counted at its close'],
    table => {
      const item = table.value<SourceItem>('work', ({ kind }) => kind === 'onsite')
      if ('minutes' in item.data) item.data.minutes += 1
    },
  ],
  [
    'a closed item that changed',
    ['a closed month holds what was counted at its close'],
    table => {
      table.value<SourceItem>('work', ({ kind, date }) => kind === 'device-day' && date < '2027-04-01').data.description =
        'changed'
    },
  ],
  [
    'a day that was not metered',
    ['every day of a contract is metered once'],
    table => table.remove(table.value<SourceItem>('work', ({ kind, date }) => kind === 'device-day' && date >= '2027-04-01')),
  ],
  [
    'a month that hangs in closing',
    [
      'no month is stuck in closing',
      'fold of events = stored state',
      'rows and index keys are those of the state',
      'the state was stored with its last event',
    ],
    table => {
      const month = table.value<{ status: string; client: string; month: string }>('billing-month')
      const { client, month: name } = month.data
      table.remove(table.events(month.pk).at(-1)!)
      month.data = { status: 'closing', client, month: name } as never
    },
  ],
]
