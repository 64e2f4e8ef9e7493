import * as z from 'zod'
import { Instant } from '../../kernel/time.ts'
import { Opinion } from '../../service-delivery/service-level/clocks/clock.ts'
import { Basis, Promised } from '../../service-delivery/service-level/target.ts'

/** What a ticket does by itself, earliest first; recomputed with every change of the clocks. */
export const TicketTimer = z
  .object({
    at: Instant,
    do: z.enum(['at-risk', 'due', 'join', 'auto-close', 'quote-expires']),
    /** Clock, planned join or quote it belongs to. */
    of: z.string().max(64).optional(),
  })
  .meta({ id: 'TicketTimer' })
export type TicketTimer = z.infer<typeof TicketTimer>

/**
 * The promise that matters most now, as far as it can be told without the time of day: lists add the rest with the calendar.
 * `running` has a deadline; `paused` has what is left; `none` says why nothing is promised.
 */
export const PromiseChip = z
  .object({
    state: z.enum(['running', 'paused', 'met', 'missed', 'excluded', 'none']),
    clock: z.string().optional(),
    promise: Promised.optional(),
    clause: z.string().optional(),
    basis: Basis.optional(),
    opinion: Opinion.optional(),
    targetMinutes: z.int().optional(),
    deadline: Instant.optional(),
    warnAt: Instant.optional(),
    startsAt: Instant.optional(),
    /** Minutes left when it was paused or stopped; negative if late. */
    leftMinutes: z.int().optional(),
    waitingFor: z.string().optional(),
    provisional: z.boolean().optional(),
    /** For `none`: no contract, no agreed target, or out of scope and billed by quote. */
    why: z.enum(['no-contract', 'no-target', 'out-of-scope']).optional(),
  })
  .meta({ id: 'PromiseChip' })
export type PromiseChip = z.infer<typeof PromiseChip>
