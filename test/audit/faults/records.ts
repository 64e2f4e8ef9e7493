import type { Ticket } from '@pactdesk/domain/service-support/incident/index'
import type { StoredItem } from '@pactdesk/platform/audit/check'
import type { Fault } from '../planted.ts'

/** Markers, people, contracts, clocks and imports that disagree with what they stand for. */
export const records: Fault[] = [
  [
    'an answered command that remembers no answer',
    ['a command or delivery is remembered by what it was'],
    table => {
      delete (table.find(isCommand).data as { answer?: unknown }).answer
    },
  ],
  [
    'an event that a module never took',
    ['every event was taken by every module that hears it'],
    table => table.remove(table.find(isDelivery)),
  ],
  [
    'somebody in the directory with more than their access',
    ['memberships in the directory = access of people'],
    table => {
      table
        .value<{ roles: string[]; kind: string }>('membership', ({ kind }) => kind === 'client')
        .data.roles.push('client-approver')
    },
  ],
  [
    'somebody with access who is not in the directory',
    ['memberships in the directory = access of people'],
    table => table.remove(table.value('membership')),
  ],
  [
    'an identity that nobody has claimed',
    ['an identity belongs to one person of a workspace'],
    table => table.remove(table.value('contact-identity')),
  ],
  [
    'an administrator who is not kept as one',
    ['the administrators are those who are kept as such'],
    table => {
      table.value<{ staff: string[] }>('administrators').data.staff = ['nobody']
    },
  ],
  [
    'a register without its contract',
    ["a client's register holds its contracts in force"],
    table => {
      table.value<{ contracts: unknown[] }>('contract-register').data.contracts = []
    },
  ],
  [
    'a signed version with other terms',
    ['every version in force is kept as it was signed'],
    table => {
      table.value<{ terms: { number: string } }>('contract-version').data.terms.number = 'XX'
    },
  ],
  [
    'a contract number that is free',
    ['a contract number is held by its contract'],
    table => table.remove(table.value('contract-number')),
  ],
  [
    'a promise that the clocks do not give',
    ['promise shown and timers set = derived from the clocks'],
    table => {
      const ticket = table.value<Ticket>('ticket', ({ clocks, status }) => clocks.clocks.length > 0 && status === 'closed')
      const { client, number, timers, promise } = ticket.data
      const by = { id: 'x', name: 'x' }
      const service = { clocks: [], timers, promise: { ...promise, leftMinutes: 1 } }
      const data = {
        client,
        ticket: number,
        at: ticket.data.factAt,
        by,
        priority: ticket.data.priority,
        priorityFrom: 'given',
        service,
      }
      table.happen(ticket, 'incident.priority-set.v1', data)
    },
  ],
  [
    'a ticket number that was never given',
    ['ticket numbers were all given by their sequence'],
    table => {
      table.find(({ t, pk }) => t === 'sequence' && pk.endsWith('#SEQ#T')).n = 1
    },
  ],
  [
    'an outside incident that does not know its ticket',
    ['an imported incident is one ticket, known by its source'],
    table => table.remove(table.value('imported-incident')),
  ],
]

const isCommand = ({ t, pk }: StoredItem) => t === 'once' && pk.includes('#IDEM#')
const isDelivery = ({ t, pk }: StoredItem) => t === 'once' && pk.includes('#INBOX#billing#')
