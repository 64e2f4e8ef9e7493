import * as z from 'zod'
import { Actor } from '../../../kernel/context.ts'
import { Id } from '../../../kernel/ids.ts'
import { LocalDate } from '../../../kernel/time.ts'

/** How a dispute ended: the line stands, it was credited, or the client took the dispute back. */
export const DisputeOutcome = z.enum(['stands', 'credited', 'withdrawn']).meta({ id: 'DisputeOutcome' })
export type DisputeOutcome = z.infer<typeof DisputeOutcome>

/**
 * A line of an issued bill that the client contests, with the reason. The line stays as it was issued until finance answers: it
 * stands, or a credit note (`note`) takes it back.
 */
export const LineDispute = z
  .object({
    id: Id,
    line: z.int().min(1),
    reason: z.string().min(1).max(500),
    by: Actor,
    on: LocalDate,
    answer: z
      .object({ outcome: DisputeOutcome, text: z.string().max(500), by: Actor, on: LocalDate, note: Id.optional() })
      .optional(),
  })
  .meta({ id: 'BillLineDispute' })
export type LineDispute = z.infer<typeof LineDispute>
