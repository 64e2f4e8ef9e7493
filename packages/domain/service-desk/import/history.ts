import * as z from 'zod'
import { Instant } from '../../kernel/time.ts'
import { Level, Priority } from '../../service-support/incident/priority.ts'
import { TicketStatus } from '../../service-support/incident/states.ts'

/** What a row of a log did to its ticket. */
export const RowOutcome = z.enum(['created', 'state', 'other', 'none'])
export type RowOutcome = z.infer<typeof RowOutcome>

/** A state as the ticket knows it; `reason` is the state's name in the log where that says more. */
export const ImportedState = z.object({ status: TicketStatus, reason: z.string().max(80).optional() })
export type ImportedState = z.infer<typeof ImportedState>

/** One row of a log, as the change that it made. `at` is shifted, `original` the wall time written there. */
export const HistoryRow = z
  .object({
    at: Instant,
    original: z.string().max(40),
    by: z.string().max(60),
    outcome: RowOutcome,
    state: ImportedState.optional(),
    priority: Priority.optional(),
    labels: z.array(z.string().max(40)).max(20).optional(),
    /** Names of changed fields that the ticket keeps no copy of. */
    fields: z.array(z.string().max(40)).max(40).optional(),
  })
  .meta({ id: 'ImportedHistoryRow' })
export type HistoryRow = z.infer<typeof HistoryRow>

/** One incident of another system with its whole history, in order. People are labels: nobody there is a contact here. */
export const IncidentHistory = z
  .object({
    number: z.string().regex(/^[0-9A-Za-z_-]{1,64}$/),
    openedAt: Instant,
    originalOpenedAt: z.string().max(40),
    caller: z.string().min(1).max(60),
    subject: z.string().min(1).max(200),
    priority: Priority,
    impact: Level.optional(),
    urgency: Level.optional(),
    labels: z.array(z.string().max(40)).max(20),
    rows: z.array(HistoryRow).min(1).max(1000),
  })
  .meta({ id: 'IncidentHistory' })
export type IncidentHistory = z.infer<typeof IncidentHistory>

/** A row that made nothing, and why. `row` counts data rows of the file from 1. */
export const RefusedRow = z
  .object({
    row: z.int(),
    number: z.string().max(64),
    why: z.enum(['later-than-now', 'bad-date', 'bad-row', 'number-reused']),
    value: z.string().max(80),
  })
  .meta({ id: 'RefusedRow' })
export type RefusedRow = z.infer<typeof RefusedRow>
