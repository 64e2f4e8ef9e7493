import { type Instant, isAfter, isBefore, minuteOf } from '../../../kernel/time.ts'
import type { Calendar } from '../calendar/compiled-calendar.ts'
import type { Promised } from '../target.ts'
import { type Clock, isLive, stopEntry } from './clock.ts'
import { type ClockSet, countedClocks } from './clock-set.ts'
import { deadlineOf } from './figures.ts'

/** How one promise of a ticket stands over all clocks that carry it, in one cycle. */
export type PromiseFigures = {
  promise: Promised
  cycle: number
  /** The clocks that count, the one that decides first. */
  clocks: Clock[]
  /** The earliest deadline is the one that counts; null while all are paused. */
  effectiveDeadline: Instant | null
  stoppedAt?: Instant
  /** To the minute; null while it runs in time. */
  met: boolean | null
}

/** Each promise and cycle of a ticket once, in the order in which they began. A ticket's arrival counts once, by the earliest deadline. */
export function promisesOf(set: ClockSet, calendar: Calendar, now: Instant): PromiseFigures[] {
  const groups = Map.groupBy(countedClocks(set), clock => `${clock.promise}|${clock.cycle}`)
  return [...groups.values()].map(clocks => promiseFigures(clocks, calendar, now))
}

/** The arrival of a ticket; undefined if no arrival is promised. */
export const arrivalOf = (set: ClockSet, calendar: Calendar, now: Instant): PromiseFigures | undefined =>
  promisesOf(set, calendar, now).find(({ promise }) => promise === 'arrival')

export function promiseFigures(clocks: readonly Clock[], calendar: Calendar, now: Instant): PromiseFigures {
  const dated = clocks.map(clock => ({ clock, deadline: deadlineOf(clock, calendar) }))
  const order = dated.toSorted((a, b) => (a.deadline === b.deadline ? 0 : later(a.deadline, b.deadline) ? 1 : -1))
  const { clock, deadline } = order[0]!
  const stoppedAt = clocks.map(stopEntry).find(entry => entry !== undefined)?.at
  const broken = deadline !== undefined && isAfter(minuteOf(stoppedAt ?? now), minuteOf(deadline))
  return {
    promise: clock.promise,
    cycle: clock.cycle,
    clocks: order.map(each => each.clock),
    effectiveDeadline: deadline ?? null,
    ...(stoppedAt && { stoppedAt }),
    met: broken ? false : stoppedAt ? true : null,
  }
}

/** The deadline that presses most among running clocks, by which work lists sort; undefined if none runs. */
export function nextDeadline(set: ClockSet, calendar: Calendar): { clock: Clock; deadline: Instant } | undefined {
  return set.clocks
    .filter(isLive)
    .flatMap(clock => {
      const deadline = deadlineOf(clock, calendar)
      return deadline === undefined ? [] : [{ clock, deadline }]
    })
    .reduce<{ clock: Clock; deadline: Instant } | undefined>(
      (first, next) => (first && !isBefore(next.deadline, first.deadline) ? first : next),
      undefined,
    )
}

const later = (a: Instant | undefined, b: Instant | undefined) => a === undefined || (b !== undefined && isAfter(a, b))
