import * as z from 'zod'
import {
  addSeconds,
  earliest,
  Instant,
  isAfter,
  isBefore,
  latest,
  localDateOf,
  minuteOf,
  secondsBetween,
} from '../../../kernel/time.ts'
import { addBusinessSeconds, businessSecondsBetween, isOpen, nextOpen } from '../calendar/business-time.ts'
import { type Calendar, compileCalendar } from '../calendar/compiled-calendar.ts'
import { isUnannounced } from '../calendar/public-holidays.ts'
import { type Clock, openingEntry, openPause, removalEntry, stopEntry, strikeOf } from './clock.ts'
import { stretchesOf } from './stretches.ts'

/** How a promise stands: screens give each its shape, words and colour. */
export const ClockState = z.enum(['running', 'at-risk', 'over', 'paused', 'outside', 'met', 'missed', 'excluded'])
export type ClockState = z.infer<typeof ClockState>

/** Everything derived from a clock at an instant. Seconds are exact; minutes are whole, consumed cut off. */
export const ClockFigures = z
  .object({
    state: ClockState,
    /** Working clocks start at the next opening, elapsed ones at once. */
    startsAt: Instant,
    /** From what is left, never shifted; null while paused, since it depends on the end of the pause. */
    deadline: Instant.nullable(),
    /** What the deadline was before the first pause. */
    deadlineBeforePause: Instant.optional(),
    consumedSeconds: z.number(),
    consumedMinutes: z.int(),
    /** Time of the clock's own basis that pauses have kept from counting. */
    pausedWorkingMinutes: z.int(),
    /** Negative once the target is used up. */
    remainingSeconds: z.number(),
    remainingMinutes: z.int(),
    stoppedAt: Instant.optional(),
    /** To the minute; null while it runs in time. */
    met: z.boolean().nullable(),
    /** Whom a paused clock waits for. */
    waitingFor: z.string().optional(),
    /** When an outside clock goes on. */
    resumesAt: Instant.optional(),
    /** The clause that excludes, or the reason. */
    excludedBy: z.string().optional(),
    /** The deadline lies in a year whose holidays are not announced. */
    provisional: z.boolean(),
  })
  .meta({ id: 'ClockFigures' })
export type ClockFigures = z.infer<typeof ClockFigures>

export function clockFigures(clock: Clock, calendar: Calendar, now: Instant): ClockFigures {
  const opened = openingEntry(clock).at
  const startsAt = clock.basis === 'working' ? nextOpen(calendar, opened) : opened
  const stoppedAt = stopEntry(clock)?.at
  const deadline = deadlineOf(clock, calendar) ?? null
  const targetSeconds = clock.targetMinutes * 60
  const seconds = consumedAt(clock, calendar, now)
  const paused = openPause(clock)
  const removed = removalEntry(clock)
  const broken = deadline !== null && isAfter(minuteOf(stoppedAt ?? removed?.at ?? now), minuteOf(deadline))
  const state = stateOf(clock, calendar, now, seconds, broken)
  return {
    state,
    startsAt,
    deadline,
    ...(clock.log.some(entry => entry.do === 'pause' && !strikeOf(clock, entry)) && {
      deadlineBeforePause: passing(clock, calendar, opened, targetSeconds),
    }),
    consumedSeconds: seconds,
    consumedMinutes: Math.floor(seconds / 60),
    pausedWorkingMinutes: Math.floor(pausedAt(clock, calendar, now) / 60),
    remainingSeconds: targetSeconds - seconds,
    remainingMinutes: clock.targetMinutes - Math.floor(seconds / 60),
    ...(stoppedAt && { stoppedAt }),
    met: stoppedAt ? !broken : broken && !removed ? false : null,
    ...(paused?.reason && { waitingFor: paused.reason }),
    ...(state === 'outside' && { resumesAt: nextOpen(calendar, latest(now, opened)) }),
    ...(removed && { excludedBy: removed.clause ?? removed.reason ?? removed.do }),
    provisional: isProvisional(clock, calendar, deadline ?? now),
  }
}

/** Smallest instant at which the target is used up; undefined while a pause holds it open. A stop or removal does not move it. */
export const deadlineOf = (clock: Clock, calendar: Calendar): Instant | undefined =>
  consumptionReaches(clock, calendar, clock.targetMinutes * 60)

/** When the contract's warning is due: at a share of the target, by the same log. */
export const atRiskAt = (clock: Clock, calendar: Calendar): Instant | undefined =>
  consumptionReaches(clock, calendar, warnSeconds(clock))

/** First instant at which it is too late: promises are kept to the minute, so the whole minute of the deadline is in time. */
export function brokenFrom(clock: Clock, calendar: Calendar): Instant | undefined {
  const deadline = deadlineOf(clock, calendar)
  return deadline && addSeconds(minuteOf(deadline), 60)
}

/** Seconds of the clock's basis counted until `now`, or until it stopped. */
export const consumedAt = (clock: Clock, calendar: Calendar, now: Instant): number => secondsIn(clock, calendar, now, 'running')
/** Seconds of the clock's basis that pauses covered until `now`, or until it stopped. */
export const pausedAt = (clock: Clock, calendar: Calendar, now: Instant): number => secondsIn(clock, calendar, now, 'paused')

const warnSeconds = (clock: Clock) => Math.ceil((clock.targetMinutes * 60 * clock.warnAtPercent) / 100)

function secondsIn(clock: Clock, calendar: Calendar, now: Instant, state: 'running' | 'paused'): number {
  return stretchesOf(clock)
    .filter(stretch => stretch.state === state)
    .reduce((sum, { from, to }) => sum + between(clock, calendar, from, to ? earliest(to, now) : now), 0)
}

function consumptionReaches(clock: Clock, calendar: Calendar, target: number): Instant | undefined {
  let left = target
  for (const { state, from, to, ends } of stretchesOf(clock)) {
    const closed = to === undefined || ends
    if (state === 'paused') {
      if (closed) return to && passing(clock, calendar, to, left)
      continue
    }
    const reached = passing(clock, calendar, from, left)
    if (closed || !isAfter(reached, to)) return reached
    left -= between(clock, calendar, from, to)
  }
  return undefined
}

function stateOf(clock: Clock, calendar: Calendar, now: Instant, consumed: number, broken: boolean): ClockState {
  if (removalEntry(clock)) return 'excluded'
  if (stopEntry(clock)) return broken ? 'missed' : 'met'
  if (broken) return 'over'
  if (openPause(clock)) return 'paused'
  if (isBefore(now, openingEntry(clock).at) || (clock.basis === 'working' && !isOpen(calendar, now))) return 'outside'
  return consumed >= warnSeconds(clock) ? 'at-risk' : 'running'
}

const isProvisional = (clock: Clock, calendar: Calendar, until: Instant): boolean => {
  const { timezone, publicHolidays } = compileCalendar(calendar).calendar
  return clock.basis === 'working' && publicHolidays !== undefined && isUnannounced(localDateOf(until, timezone))
}

const between = (clock: Clock, calendar: Calendar, from: Instant, to: Instant): number =>
  clock.basis === 'working' ? businessSecondsBetween(calendar, from, to) : Math.max(0, secondsBetween(from, to))

const passing = (clock: Clock, calendar: Calendar, from: Instant, seconds: number): Instant =>
  clock.basis === 'working' ? addBusinessSeconds(calendar, from, seconds) : addSeconds(from, seconds)
