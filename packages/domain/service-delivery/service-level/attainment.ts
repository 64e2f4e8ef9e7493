import * as z from 'zod'
import { Instant, localDateOf, Month, monthOf, type Zone } from '../../kernel/time.ts'
import type { Calendar } from './calendar/compiled-calendar.ts'
import type { Clock } from './clocks/clock.ts'
import { type ClockSet, countedClocks } from './clocks/clock-set.ts'
import { promiseFigures } from './clocks/promise.ts'
import { percentText } from './percent.ts'
import { Promised } from './target.ts'

/**
 * How one promise of one ticket went in one cycle. `late`: over and still running. `disputed`: client's and provider's opinion of
 * the severity give different results and neither has yielded.
 */
export const ClockFact = z
  .object({
    ticket: z.string(),
    promise: Promised,
    cycle: z.int(),
    clause: z.string(),
    /** The clocks behind it, the one that decides first. */
    clocks: z.array(z.string()),
    deadline: Instant.nullable(),
    stoppedAt: Instant.optional(),
    outcome: z.enum(['met', 'missed', 'late', 'running', 'disputed']),
  })
  .meta({ id: 'ClockFact' })
export type ClockFact = z.infer<typeof ClockFact>

/** Attainment of one promise in one month, with every clock that it counts. */
export const Attainment = z
  .object({
    promise: Promised,
    month: Month,
    /** Percent with one decimal, `97.7`; null = no figure, because nothing was clocked. */
    percent: z.string().nullable(),
    clocked: z.int(),
    met: z.int(),
    counted: z.array(ClockFact),
    /** Not counted until one side yields. */
    disputed: z.array(ClockFact),
    asOf: Instant,
  })
  .meta({ id: 'Attainment' })
export type Attainment = z.infer<typeof Attainment>

/** The promises of a ticket as facts: one a promise and cycle, cancelled and excluded clocks left out. */
export function clockFacts(ticket: string, set: ClockSet, calendar: Calendar, asOf: Instant): ClockFact[] {
  const groups = Map.groupBy(countedClocks(set), clock => `${clock.promise}|${clock.cycle}`)
  return [...groups.values()].map(clocks => {
    const figures = promiseFigures(clocks, calendar, asOf)
    const { promise, cycle, effectiveDeadline, stoppedAt } = figures
    const views = (['client', 'provider'] as const)
      .map(opinion => clocks.filter(clock => clock.opinion === 'agreed' || clock.opinion === opinion))
      .map(view => outcomeOf(view, calendar, asOf))
    return {
      ticket,
      promise,
      cycle,
      clause: figures.clocks[0]!.clause,
      clocks: figures.clocks.map(({ id }) => id),
      deadline: effectiveDeadline,
      ...(stoppedAt && { stoppedAt }),
      outcome: views[0] === views[1] ? views[0]! : 'disputed',
    }
  })
}

/**
 * Each cycle counts once, in the month in which its clock stops, in the contract's zone. One that is over and still running counts
 * as missed in the month of `asOf`, the earliest in which it can stop.
 */
export function attainmentOf(
  facts: readonly ClockFact[],
  which: { promise: Promised; month: Month; zone: Zone; asOf: Instant },
): Attainment {
  const { promise, month, zone, asOf } = which
  const ofMonth = facts.filter(fact => {
    const counts = fact.stoppedAt ?? (fact.outcome === 'running' ? undefined : asOf)
    return fact.promise === promise && counts !== undefined && monthOf(localDateOf(counts, zone)) === month
  })
  const counted = ofMonth.filter(fact => fact.outcome !== 'disputed')
  const met = counted.filter(fact => fact.outcome === 'met').length
  return {
    promise,
    month,
    percent: percentText(met, counted.length, 1),
    clocked: counted.length,
    met,
    counted,
    disputed: ofMonth.filter(fact => fact.outcome === 'disputed'),
    asOf,
  }
}

/** Outcome of the clocks that one opinion sees; none at all is no promise under it, which an outcome under the other disputes. */
function outcomeOf(clocks: readonly Clock[], calendar: Calendar, asOf: Instant): ClockFact['outcome'] | undefined {
  if (clocks.length === 0) return undefined
  const { met, stoppedAt } = promiseFigures(clocks, calendar, asOf)
  if (met === null) return 'running'
  return met ? 'met' : stoppedAt ? 'missed' : 'late'
}
