import { addSeconds, type Instant, isAfter, isBefore, minuteOf } from '../../../kernel/time.ts'
import type { Calendar } from '../calendar/compiled-calendar.ts'
import { type ClockFacts, type PlannedClock, planClocks, promiseKey } from '../plan.ts'
import type { Promised, Target } from '../target.ts'
import { type Clock, openingEntry, stopEntry } from './clock.ts'
import { type ClockDecision, type ClockSet, countedClocks, type Deciding, deciding, type PlannedJoin } from './clock-set.ts'
import { withWaits } from './waits.ts'

/** What is decided, when it is decided (business time) and by whom. */
type Doing = { at: Instant; by?: string; reason?: string }

/**
 * Starts the clocks that the contract's rows give the ticket and that it does not have yet: on creation, and again when somebody
 * is asked to come; asked again after a reopening, arrival is promised anew. A request that is logged late starts its clocks when
 * it was made.
 */
export function startClocks(
  set: ClockSet,
  targets: readonly Target[],
  calendar: Calendar,
  facts: ClockFacts,
  doing: Doing,
): ClockDecision {
  const decision = deciding(set)
  const known = new Set([...set.clocks.map(keyOfClock), ...set.joins.map(keyOfJoin)])
  for (const planned of planClocks(targets, calendar, facts).map(plan => inCycle(set, plan)))
    if (!known.has(keyOf(planned))) begin(decision, planned, doing)
  return decision.done()
}

/**
 * The facts were other than thought: severity learnt late, a second opinion, or one side yielding. Clocks that are still promised
 * go on (under the opinion that now holds), others are cancelled and stay to be seen, missing ones start as if known from the
 * beginning, with the waits and the stop that happened since. Only the current cycle of a promise is re-based, and an arrival only
 * while its on-site request is the one that the facts name.
 */
export function rebaseClocks(
  set: ClockSet,
  targets: readonly Target[],
  calendar: Calendar,
  facts: ClockFacts,
  doing: Doing,
): ClockDecision {
  const decision = deciding(set)
  const reason = doing.reason ?? 'rebased'
  const planned = planClocks(targets, calendar, facts).map(plan => inCycle(set, plan))
  const wanted = new Map(planned.map(each => [keyOf(each), each]))
  const current = countedClocks(set).filter(clock => isConcerned(set, clock, facts))
  for (const clock of current) {
    const opinion = wanted.get(keyOfClock(clock))?.plan.opinion
    if (!opinion) decision.add({ change: 'logged', clock: clock.id, entry: { ...doing, do: 'cancel', reason } })
    else if (opinion !== clock.opinion) decision.add({ change: 'opinion', clock: clock.id, opinion })
  }
  for (const join of set.joins) {
    const opinion = wanted.get(keyOfJoin(join))?.plan.opinion
    if (opinion !== join.opinion) decision.add({ change: 'join-dropped', join: join.id, reason })
  }
  const kept = new Set([...current.map(keyOfClock), ...decision.set().joins.map(keyOfJoin)])
  for (const each of planned) if (!kept.has(keyOf(each))) begin(decision, each, doing, stopOf(set, each))
  return decision.done()
}

/** The closing minute still belongs to closing time: who arrives in it gives the clock no cause to join. */
export const joinsFrom = (join: Pick<PlannedJoin, 'at'>): Instant => addSeconds(minuteOf(join.at), 60)

/** A planned join becomes a clock that started at closing time. */
export function startJoin(decision: Deciding, { at, ...join }: PlannedJoin, by?: string): Clock {
  const entry = { at, do: 'start', reason: 'joined-at-closing', ...(by && { by }) } as const
  const clock = withWaits({ ...join, joinedAtClosing: true, log: [entry] }, decision.set().waits)
  decision.add({ change: 'started', clock })
  return clock
}

/** A planned clock and the cycle of its promise in which it belongs. */
type Cycled = { plan: PlannedClock; cycle: number }

function begin(decision: Deciding, { plan, cycle }: Cycled, { at, by }: Doing, stop?: Instant): void {
  const { startAt, joinsAt, ...promised } = plan
  const id = `c${decision.set().next}`
  if (joinsAt !== undefined) {
    const join = { ...promised, id, cycle, at: joinsAt }
    if (stop !== undefined && !isAfter(minuteOf(stop), joinsAt)) return
    decision.add({ change: 'join-planned', join })
    if (isAfter(joinsFrom(join), stop ?? at)) return
    startJoin(decision, join, by)
  } else {
    const again = plan.promise === 'restore' && cycle > 1
    const entry = { at: startAt, do: again ? 'reopen' : 'start', ...(by && { by }) } as const
    const clock = withWaits({ ...promised, id, cycle, joinedAtClosing: false, log: [entry] }, decision.set().waits)
    decision.add({ change: 'started', clock })
  }
  if (stop !== undefined) decision.add({ change: 'logged', clock: id, entry: { at: stop, do: 'stop', ...(by && { by }) } })
}

const lastCycle = (set: ClockSet, promise: Promised): Clock[] => {
  const counted = countedClocks(set).filter(clock => clock.promise === promise)
  const cycle = Math.max(0, ...counted.map(clock => clock.cycle))
  return counted.filter(clock => clock.cycle === cycle)
}

/**
 * Restoring that was reopened is planned from its reopening on: the result of the cycle before stands. A request after the last
 * cycle was fulfilled opens the next one.
 */
function inCycle(set: ClockSet, plan: PlannedClock): Cycled {
  const [first, ...rest] = lastCycle(set, plan.promise)
  if (!first) return { plan, cycle: 1 }
  if (plan.promise === 'restore' && first.cycle > 1)
    return { plan: { ...plan, startAt: openingEntry(first).at }, cycle: first.cycle }
  const over = [first, ...rest].every(clock => isFulfilledBefore(clock, plan.startAt))
  return { plan, cycle: over ? first.cycle + 1 : first.cycle }
}

/** Whether the facts still speak of this clock, so that they may take it back. */
function isConcerned(set: ClockSet, clock: Clock, { onSiteRequestedAt, outOfScope }: ClockFacts): boolean {
  if (!lastCycle(set, clock.promise).includes(clock)) return false
  if (clock.promise !== 'arrival' || outOfScope) return true
  return onSiteRequestedAt !== undefined && !isFulfilledBefore(clock, onSiteRequestedAt)
}

function isFulfilledBefore(clock: Clock, at: Instant): boolean {
  const stop = stopEntry(clock)
  return stop !== undefined && isBefore(stop.at, at)
}

/** When a promise was fulfilled in a cycle, if it was. */
const stopOf = (set: ClockSet, { plan, cycle }: Cycled): Instant | undefined =>
  lastCycle(set, plan.promise)
    .filter(clock => clock.cycle === cycle)
    .map(stopEntry)
    .find(entry => entry !== undefined)?.at

const keyOf = ({ plan, cycle }: Cycled): string => `${promiseKey(plan)}|${cycle}`
const keyOfClock = ({ log, ...clock }: Clock): string =>
  keyOf({ plan: { ...clock, startAt: log[0]!.at, ...(clock.joinedAtClosing && { joinsAt: log[0]!.at }) }, cycle: clock.cycle })
const keyOfJoin = (join: PlannedJoin): string =>
  keyOf({ plan: { ...join, startAt: join.at, joinsAt: join.at }, cycle: join.cycle })
