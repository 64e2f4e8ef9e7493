import type { Instant } from '../../kernel/time.ts'
import { closingTimeAt, isOpen } from './calendar/business-time.ts'
import type { Calendar } from './calendar/compiled-calendar.ts'
import type { Clock, Opinion } from './clocks/clock.ts'
import { defaultWarnAtPercent, type Promised, type Severity, type Target } from './target.ts'

/** What decides which promises a ticket has. */
export type ClockFacts = {
  /** The formal request: when the client asked, not when it was logged. */
  requestedAt: Instant
  /** When somebody was asked to come; without it there is no arrival clock (3(6)). */
  onSiteRequestedAt?: Instant
  /** Both opinions. One alone stands for both; none is ordinary. */
  severity?: { client?: Severity; provider?: Severity }
  priority?: string
  /** N of the ticket's site; a row that needs it gives no promise without it. */
  siteArrivalMinutes?: number
  /** Work outside the contract has an appointment, no clock (2(5)). */
  outOfScope?: boolean
}

/** A clock to be started at `startAt`, or at `joinsAt` if nobody has arrived by then. */
export type PlannedClock = Pick<
  Clock,
  'promise' | 'clause' | 'basis' | 'targetMinutes' | 'opinion' | 'pausedBy' | 'warnAtPercent'
> & {
  startAt: Instant
  joinsAt?: Instant
}

/** The clocks that a contract's rows give a ticket. Where client and provider differ on severity, under both opinions. */
export function planClocks(targets: readonly Target[], calendar: Calendar, facts: ClockFacts): PlannedClock[] {
  if (facts.outOfScope) return []
  const client = facts.severity?.client ?? facts.severity?.provider ?? 'ordinary'
  const provider = facts.severity?.provider ?? client
  if (client === provider) return planUnder(targets, calendar, facts, client, 'agreed')
  const ofClient = planUnder(targets, calendar, facts, client, 'client')
  const ofProvider = planUnder(targets, calendar, facts, provider, 'provider')
  const shared = new Set(ofProvider.map(promiseKey))
  const both = ofClient.filter(clock => shared.has(promiseKey(clock))).map(promiseKey)
  return [
    ...ofClient.map<PlannedClock>(clock => (both.includes(promiseKey(clock)) ? { ...clock, opinion: 'agreed' } : clock)),
    ...ofProvider.filter(clock => !both.includes(promiseKey(clock))),
  ]
}

/** Two clocks with the same key promise the same. */
export const promiseKey = (
  clock: Pick<PlannedClock, 'promise' | 'clause' | 'basis' | 'targetMinutes'> & { joinsAt?: Instant },
): string => [clock.promise, clock.clause, clock.basis, clock.targetMinutes, clock.joinsAt !== undefined].join('|')

function planUnder(
  targets: readonly Target[],
  calendar: Calendar,
  facts: ClockFacts,
  severity: Severity,
  opinion: Opinion,
): PlannedClock[] {
  const kept = new Set<Promised>()
  return targets.flatMap(target => {
    const startAt = target.promise === 'arrival' ? facts.onSiteRequestedAt : facts.requestedAt
    const targetMinutes = typeof target.minutes === 'number' ? target.minutes : facts.siteArrivalMinutes
    if (startAt === undefined || targetMinutes === undefined) return []
    if (!holds(target, severity, isOpen(calendar, startAt) ? 'inside' : 'outside', facts.priority)) return []
    const { promise, clause, basis } = target
    const planned: PlannedClock = {
      promise,
      clause,
      basis,
      targetMinutes,
      opinion,
      pausedBy: promise === 'arrival' ? [] : [...target.pausedBy],
      warnAtPercent: target.warnAtPercent ?? defaultWarnAtPercent,
      startAt,
    }
    if (target.when.joins) {
      const joinsAt = closingTimeAt(calendar, startAt)
      return joinsAt === undefined ? [] : [{ ...planned, joinsAt }]
    }
    if (kept.has(promise)) return []
    kept.add(promise)
    return [planned]
  })
}

const holds = ({ when }: Target, severity: Severity, requested: 'inside' | 'outside', priority: string | undefined): boolean =>
  (when.severity === undefined || when.severity === 'any' || when.severity === severity) &&
  (when.requested === undefined || when.requested === 'any' || when.requested === requested) &&
  (when.priority === undefined || when.priority === priority)
