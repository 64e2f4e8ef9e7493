import * as z from 'zod'
import { defineAggregate } from '../../../kernel/aggregate.ts'
import { defineEvent, type EventsOf } from '../../../kernel/event.ts'
import { ClientKey, Id } from '../../../kernel/ids.ts'
import { Minor } from '../../../kernel/money.ts'
import { LocalDate } from '../../../kernel/time.ts'
import { SettlementView } from './routes.ts'

/** What ending a contract early has settled, as made: figures with their working, and how the net was paid. Id: the contract's. */
export const Settlement = SettlementView.extend({ client: ClientKey })
export type Settlement = z.infer<typeof Settlement>

export const settlementEvents = {
  made: defineEvent('billing', 'settlement-made', 1, 'client', z.object({ settlement: Settlement })),
  paid: defineEvent(
    'billing',
    'settlement-paid',
    1,
    'client',
    z.object({ contract: Id, client: ClientKey, on: LocalDate, minor: Minor, to: z.enum(['client', 'provider']) }),
  ),
}
export type SettlementEvent = EventsOf<typeof settlementEvents>

export const settlementAggregate = defineAggregate<Settlement, SettlementEvent>({
  type: 'settlement',
  module: 'billing',
  key: 'SETTLE',
  scope: 'client',
  sv: 1,
  upcasts: [],
  events: settlementEvents,
  evolve: (state, event) => {
    if (event.type === 'billing.settlement-made.v1') return event.data.settlement
    return { ...state!, status: event.data.to === 'client' ? 'refunded' : 'received', refundedOn: event.data.on }
  },
  project: ({ contract, client, status, settledOn, actual }) => ({
    row: { contract, client, status, settledOn, netToClientMinor: actual.netToClientMinor },
    gsi1: { part: `SETTLEMENT#${status}`, sort: `${settledOn}#${client}` },
  }),
})
