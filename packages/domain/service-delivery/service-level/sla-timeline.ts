import { type Instant, latest, mergePeriods } from '../../kernel/time.ts'
import type { Calendar } from './calendar/compiled-calendar.ts'
import type { Clock } from './clocks/clock.ts'
import { clockFigures } from './clocks/figures.ts'
import { defaultWarnAtPercent } from './target.ts'

/** One target of a timeline: when it is due, and how it went where it was fulfilled. */
export type TimelineRow = { deadline: Instant | null; inMinutes?: number; slackMinutes?: number }

/**
 * What would have been due when: working-time targets from one start with given pauses, through the clocks of a ticket.
 * For simulation and back-tests of a calendar before it is agreed.
 */
export function slaTimeline<Name extends string>(
  calendar: Calendar,
  start: Instant,
  pauses: readonly (readonly [Instant, Instant])[],
  targets: Record<Name, { minutes: number; stoppedAt?: Instant }>,
): Record<Name, TimelineRow> {
  const rows = Object.entries<{ minutes: number; stoppedAt?: Instant }>(targets).map(([name, target]) => {
    const clock = clockWith(start, pauses, target)
    const figures = clockFigures(clock, calendar, target.stoppedAt ?? start)
    const fulfilled = target.stoppedAt !== undefined
    const row: TimelineRow = {
      deadline: figures.deadline,
      ...(fulfilled && { inMinutes: figures.consumedMinutes, slackMinutes: figures.remainingMinutes }),
    }
    return [name, row]
  })
  return Object.fromEntries(rows) as Record<Name, TimelineRow>
}

function clockWith(
  start: Instant,
  pauses: readonly (readonly [Instant, Instant])[],
  target: { minutes: number; stoppedAt?: Instant },
): Clock {
  const waits = mergePeriods(pauses.map(([from, to]) => ({ from: latest(from, start), to })))
  return {
    id: 'c1',
    promise: 'restore',
    clause: '-',
    basis: 'working',
    targetMinutes: target.minutes,
    cycle: 1,
    joinedAtClosing: false,
    opinion: 'agreed',
    pausedBy: ['client'],
    warnAtPercent: defaultWarnAtPercent,
    log: [
      { at: start, do: 'start' },
      ...waits.flatMap(({ from, to }) => [{ at: from, do: 'pause' } as const, { at: to, do: 'resume' } as const]),
      ...(target.stoppedAt ? [{ at: target.stoppedAt, do: 'stop' } as const] : []),
    ],
  }
}
