import { defineAggregate } from '../../../kernel/aggregate.ts'
import { type MonthEvent, monthEvents } from './events.ts'
import type { Month } from './month.ts'

/** Id: the month itself (`2026-10`). */
export const monthAggregate = defineAggregate<Month, MonthEvent>({
  type: 'billing-month',
  module: 'billing',
  key: 'PERIOD',
  scope: 'client',
  sv: 1,
  upcasts: [],
  events: monthEvents,
  evolve: (_state, event, meta) => {
    const { client, month } = event.data
    switch (event.type) {
      case 'billing.month-closing-started.v1':
        return { status: 'closing', client, month, since: meta.at, by: event.data.by }
      case 'billing.month-closing-stopped.v1':
        return { status: 'open', client, month, stoppedFor: event.data.reason }
      case 'billing.month-closed.v1':
        return {
          status: 'closed',
          client,
          month,
          at: meta.at,
          by: event.data.by,
          counts: event.data.counts,
          hash: event.data.hash,
        }
      case 'billing.month-reopened.v1':
        return { status: 'open', client, month, reopenedFor: event.data.reason }
    }
  },
  project: state => ({
    row: { client: state.client, month: state.month, status: state.status },
    gsi1: { part: `MONTH#${state.month}`, sort: state.client },
  }),
})
