import * as z from 'zod'
import { Actor } from '../../../kernel/context.ts'
import { ClientKey, Sha256 } from '../../../kernel/ids.ts'
import { Instant, Month as MonthText } from '../../../kernel/time.ts'

/** How many source items stood in each state when the month was closed, and the minutes behind them. */
export const MonthCounts = z
  .object({
    items: z.record(z.string(), z.int().min(0)),
    minutes: z.record(z.string(), z.int().min(0)),
    total: z.int().min(0),
  })
  .meta({ id: 'MonthCounts' })
export type MonthCounts = z.infer<typeof MonthCounts>

/**
 * One client's month, as finance closes it. `closing` lasts while the items are read and recounted; work that arrives once it is
 * no longer open belongs to the next open month (late usage).
 */
export const Month = z
  .discriminatedUnion('status', [
    z.object({
      status: z.literal('open'),
      client: ClientKey,
      month: MonthText,
      reopenedFor: z.string().optional(),
      stoppedFor: z.string().optional(),
    }),
    z.object({ status: z.literal('closing'), client: ClientKey, month: MonthText, since: Instant, by: Actor }),
    z.object({
      status: z.literal('closed'),
      client: ClientKey,
      month: MonthText,
      at: Instant,
      by: Actor,
      counts: MonthCounts,
      /** sha256 over every item and its state at the close, sorted by id. */
      hash: Sha256,
    }),
  ])
  .meta({ id: 'BillingMonth' })
export type Month = z.infer<typeof Month>

/** Which command leads from which state; a month nobody has touched is open without being stored. */
export const monthMachine = [
  { from: 'open', command: 'close', to: 'closing' },
  { from: 'closing', command: 'count', to: 'closed' },
  { from: 'closing', command: 'stop', to: 'open' },
  { from: 'closed', command: 'reopen', to: 'open' },
] as const
