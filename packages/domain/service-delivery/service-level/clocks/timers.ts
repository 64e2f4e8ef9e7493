import { compareInstants, type Instant, isAfter } from '../../../kernel/time.ts'
import type { Calendar } from '../calendar/compiled-calendar.ts'
import { type Clock, isLive, openPause } from './clock.ts'
import { type ClockDecision, type ClockSet, deciding } from './clock-set.ts'
import { atRiskAt, brokenFrom } from './figures.ts'
import { joinsFrom, startJoin } from './start.ts'

/** What a ticket must do by itself at an instant: let a clock join, warn, or say that a promise is broken. */
export type ClockTimer = { at: Instant; kind: 'join' | 'at-risk' | 'due'; clock: string }

/**
 * Timers still to fire, earliest first, from the log as it is now: a paused clock has none, one that has fired never comes again.
 * `since` leaves out warnings and breaches up to then (an import does not warn of the past); joins are always made up for.
 */
export function clockTimers(set: ClockSet, calendar: Calendar, since?: Instant): ClockTimer[] {
  const joins = set.joins.map<ClockTimer>(join => ({ at: joinsFrom(join), kind: 'join', clock: join.id }))
  const warnings = set.clocks.flatMap(clock => [
    ...timer(clock, 'at-risk', () => atRiskAt(clock, calendar)),
    ...timer(clock, 'due', () => brokenFrom(clock, calendar)),
  ])
  const rank = { join: 0, 'at-risk': 1, due: 2 }
  return [...joins, ...warnings.filter(({ at }) => since === undefined || isAfter(at, since))].sort(
    (a, b) => compareInstants(a.at, b.at) || rank[a.kind] - rank[b.kind],
  )
}

/** The earliest of `clockTimers`: the ticket's `dueAt`. */
export const nextClockTimer = (set: ClockSet, calendar: Calendar, since?: Instant): ClockTimer | undefined =>
  clockTimers(set, calendar, since)[0]

/** Fires one timer as of its own instant: the clock joins, or its log says that it warned or was due. */
export function fireClockTimer(set: ClockSet, timer: ClockTimer): ClockDecision {
  const decision = deciding(set)
  const join = set.joins.find(planned => planned.id === timer.clock)
  if (timer.kind !== 'join') decision.add({ change: 'logged', clock: timer.clock, entry: { at: timer.at, do: timer.kind } })
  else if (join) startJoin(decision, join)
  return decision.done()
}

/** Starts every clock whose closing time has passed by `now` with nobody on site (rule of clause 7 on severe faults). */
export function joinAtClosing(set: ClockSet, now: Instant): ClockDecision {
  const decision = deciding(set)
  for (const join of set.joins) if (!isAfter(joinsFrom(join), now)) startJoin(decision, join)
  return decision.done()
}

function timer(clock: Clock, kind: 'at-risk' | 'due', at: () => Instant | undefined): ClockTimer[] {
  if (!isLive(clock) || openPause(clock) || clock.log.some(entry => entry.do === kind)) return []
  const due = at()
  return due === undefined ? [] : [{ at: due, kind, clock: clock.id }]
}
