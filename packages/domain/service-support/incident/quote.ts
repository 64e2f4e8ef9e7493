import * as z from 'zod'
import { Id } from '../../kernel/ids.ts'
import { Amount, largestAmount, Money } from '../../kernel/money.ts'
import { Instant } from '../../kernel/time.ts'

const Person = z.object({ id: z.string().max(128), name: z.string().max(120) })

/** How out-of-scope work is charged: by time at the contract's rate, without or up to a cap, or for a fixed amount, tax included. */
export const QuoteMode = z
  .discriminatedUnion('mode', [
    z.object({ mode: z.literal('time-and-material') }),
    z.object({ mode: z.literal('cap'), amount: Money }),
    z.object({ mode: z.literal('fixed'), amount: Money }),
  ])
  .refine(quote => quote.mode === 'time-and-material' || Amount.safeParse(quote.amount.minor).success, {
    error: `an amount is above zero and at most ${largestAmount}`,
    path: ['amount'],
  })
  .meta({ id: 'QuoteMode' })
export type QuoteMode = z.infer<typeof QuoteMode>

/** An offer for work outside the contract. Its words are what the client agreed to, so they stay as they were asked. */
export const Quote = z
  .object({
    id: Id,
    text: z.string().min(1).max(1000),
    price: QuoteMode,
    askedBy: Person,
    askedAt: Instant,
    expiresAt: Instant,
    state: z.enum(['asked', 'accepted', 'declined', 'expired']),
    /** Approval is given by the client's own person, signed in, on whatever device. */
    answer: z
      .object({ at: Instant, by: Person, how: z.enum(['portal', 'portal-phone']), note: z.string().max(300).optional() })
      .optional(),
  })
  .meta({ id: 'TicketQuote' })
export type Quote = z.infer<typeof Quote>
