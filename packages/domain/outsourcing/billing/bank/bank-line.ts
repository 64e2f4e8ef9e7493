import * as z from 'zod'
import { defineAggregate } from '../../../kernel/aggregate.ts'
import { Actor } from '../../../kernel/context.ts'
import { defineEvent, type EventsOf } from '../../../kernel/event.ts'
import { ClientKey, Id } from '../../../kernel/ids.ts'
import { Currency, Minor } from '../../../kernel/money.ts'
import { LocalDate } from '../../../kernel/time.ts'

const Paid = z.object({ client: ClientKey, id: Id, number: z.string() })

/** A line of the bank's statement as finance settles it: the bank's words stay, what it pays is said once. */
export const BankLine = z
  .object({
    id: Id,
    on: LocalDate,
    minor: Minor,
    currency: Currency,
    payer: z.string().max(200),
    reference: z.string().max(500),
    state: z.enum(['matched', 'ambiguous', 'unmatched', 'ignored']),
    /** Translation key: why it is in this state. */
    reason: z.string().max(500),
    candidates: z.array(Paid.extend({ openMinor: Minor })).max(20),
    bill: Paid.optional(),
  })
  .meta({ id: 'BankLineState' })
export type BankLine = z.infer<typeof BankLine>

export const bankEvents = {
  taken: defineEvent('billing', 'bank-line-taken', 1, 'staff', z.object({ line: BankLine })),
  settled: defineEvent('billing', 'bank-line-settled', 1, 'staff', z.object({ line: Id, bill: Paid, by: Actor })),
  ignored: defineEvent(
    'billing',
    'bank-line-ignored',
    1,
    'staff',
    z.object({ line: Id, reason: z.string().max(500), by: Actor }),
  ),
}
export type BankEvent = EventsOf<typeof bankEvents>

/** The provider's own: a client never sees another's name on a statement. */
export const bankLineAggregate = defineAggregate<BankLine, BankEvent>({
  type: 'bank-line',
  module: 'billing',
  key: 'BANK',
  scope: 'provider',
  sv: 1,
  upcasts: [],
  events: bankEvents,
  evolve: (state, event) => {
    switch (event.type) {
      case 'billing.bank-line-taken.v1':
        return event.data.line
      case 'billing.bank-line-settled.v1':
        return { ...state!, state: 'matched', reason: 'bank.by-hand', candidates: [], bill: event.data.bill }
      case 'billing.bank-line-ignored.v1':
        return { ...state!, state: 'ignored', reason: event.data.reason, candidates: [] }
    }
  },
  project: line => ({
    row: { id: line.id, state: line.state },
    gsi1: { part: `BANKLINE#${line.state}`, sort: `${line.on}#${line.id}` },
  }),
})
