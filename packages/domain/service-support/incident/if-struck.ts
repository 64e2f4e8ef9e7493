import * as z from 'zod'
import { Instant } from '../../kernel/time.ts'
import { type Calendar, ClockState, clockFigures, Promised, strikePause } from '../../service-delivery/service-level/index.ts'
import { openContest, type Ticket } from './ticket.ts'

/** What striking the contested pause would do to one clock; `countsMinutes` are the minutes that would count after all. */
export const IfStruck = z
  .object({
    clock: z.string(),
    promise: Promised,
    clause: z.string(),
    countsMinutes: z.int(),
    deadline: Instant.nullable(),
    state: ClockState,
  })
  .meta({ id: 'IfStruck' })
export type IfStruck = z.infer<typeof IfStruck>

/** Worked out by the very decision, for the dialog that asks for it. Nothing where no pause waits for a decision. */
export function ifStruck(ticket: Ticket, calendar: Calendar, now: Instant): IfStruck[] {
  const contest = openContest(ticket)
  const struck = contest && strikePause(ticket.clocks, { at: contest.since, of: contest.on, reason: 'preview' })
  if (!struck?.ok) return []
  const held = new Set(struck.value.changes.flatMap(change => (change.change === 'logged' ? [change.clock] : [])))
  return ticket.clocks.clocks
    .filter(({ id }) => held.has(id))
    .map(clock => {
      const after = clockFigures(struck.value.clocks.clocks.find(({ id }) => id === clock.id)!, calendar, now)
      const before = clockFigures(clock, calendar, now)
      const { id, promise, clause } = clock
      const { deadline, state, consumedMinutes } = after
      return { clock: id, promise, clause, countsMinutes: consumedMinutes - before.consumedMinutes, deadline, state }
    })
}
