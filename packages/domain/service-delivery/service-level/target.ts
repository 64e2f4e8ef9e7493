import * as z from 'zod'

/** Respond: a person's answer that the client sees. Assign: an engineer is named. Arrival: on site and begun. Restore: it works again. */
export const Promised = z.enum(['respond', 'assign', 'arrival', 'restore'])
export type Promised = z.infer<typeof Promised>

/** `working` counts minutes of the service calendar, `elapsed` every minute. */
export const Basis = z.enum(['working', 'elapsed'])
export type Basis = z.infer<typeof Basis>

export const Severity = z.enum(['severe', 'ordinary'])
export type Severity = z.infer<typeof Severity>

/** Whom or what a ticket waits for, in the contract's words: client, part, supplier. */
export const PauseReason = z.string().min(1).max(40)
export type PauseReason = z.infer<typeof PauseReason>

/** A promise turns "at risk" at this share of its target, unless its row names another. */
export const defaultWarnAtPercent = 75

/**
 * A row of a contract: who promises what, when it holds, and which waits stop its clock. No row, no promise.
 * Of the rows of one promise the first that holds counts; a row that joins at closing time counts besides.
 */
export type Target = {
  promise: Promised
  clause: string
  basis: Basis
  /** A number of minutes, or the N that the contract sets for the ticket's site. */
  minutes: number | { site: 'arrivalMinutes' }
  when: {
    severity?: Severity | 'any'
    /** Where the request falls: inside or outside working time. */
    requested?: 'inside' | 'outside' | 'any'
    priority?: string
    /** The clock starts at closing time if nobody has arrived by then. */
    joins?: 'at-closing'
  }
  /** Always empty for arrival: an arrival clock is never paused. */
  pausedBy: readonly PauseReason[]
  /** The contract's own warning, percent of the target. */
  warnAtPercent?: number
}
