import { addSeconds, type Instant, isAfter, minuteOf } from '../../../kernel/time.ts'
import type { Calendar } from '../calendar/compiled-calendar.ts'
import { type ClockFacts, type PlannedClock, planClocks, promiseKey } from '../plan.ts'
import type { Promised, Target } from '../target.ts'
import { type Clock, isCounted, openingEntry, stopEntry } from './clock.ts'
import { type ClockDecision, type ClockSet, type Deciding, deciding, type PlannedJoin } from './clock-set.ts'
import { withWaits } from './waits.ts'

/** What is decided, when it is decided (business time) and by whom. */
type Doing = { at: Instant; by?: string; reason?: string }

/**
 * Starts the clocks that the contract's rows give the ticket and that it does not have yet: on creation, and again when somebody
 * is asked to come. A request that is logged late starts its clocks when it was made.
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
  for (const planned of planClocks(targets, calendar, facts))
    if (!known.has(promiseKey(planned))) begin(decision, planned, 1, doing)
  return decision.done()
}

/**
 * The facts were other than thought: severity learnt late, a second opinion, or one side yielding. Clocks that are still promised
 * go on (under the opinion that now holds), others are cancelled and stay to be seen, missing ones start as if known from the
 * beginning, with the waits and the stop that happened since. Only the current cycle of a promise is re-based.
 */
export function rebaseClocks(
  set: ClockSet,
  targets: readonly Target[],
  calendar: Calendar,
  facts: ClockFacts,
  doing: Doing,
): ClockDecision {
  const decision = deciding(set)
  const planned = planClocks(targets, calendar, facts).map(plan => inCurrentCycle(set, plan))
  const wanted = new Map(planned.map(({ plan }) => [promiseKey(plan), plan]))
  const current = set.clocks.filter(clock => isCounted(clock) && clock.cycle === cycleOf(set, clock.promise))
  for (const clock of current) {
    const plan = wanted.get(keyOfClock(clock))
    if (!plan)
      decision.add({ change: 'logged', clock: clock.id, entry: { ...doing, do: 'cancel', reason: doing.reason ?? 'rebased' } })
    else if (plan.opinion !== clock.opinion) decision.add({ change: 'opinion', clock: clock.id, opinion: plan.opinion })
  }
  for (const join of set.joins)
    if (!wanted.has(keyOfJoin(join))) decision.add({ change: 'join-dropped', join: join.id, reason: doing.reason ?? 'rebased' })
  const kept = new Set([...current.map(keyOfClock), ...set.joins.map(keyOfJoin)])
  for (const { plan, cycle } of planned)
    if (!kept.has(promiseKey(plan))) begin(decision, plan, cycle, doing, stopOf(set, plan.promise))
  return decision.done()
}

/** The closing minute still belongs to closing time: who arrives in it gives the clock no cause to join. */
export const joinsFrom = (join: Pick<PlannedJoin, 'at'>): Instant => addSeconds(minuteOf(join.at), 60)

/** A planned join becomes a clock that started at closing time. */
export function startJoin(decision: Deciding, { at, ...join }: PlannedJoin, by?: string): Clock {
  const entry = { at, do: 'start', reason: 'joined-at-closing', ...(by && { by }) } as const
  const clock = withWaits({ ...join, cycle: 1, joinedAtClosing: true, log: [entry] }, decision.set().waits)
  decision.add({ change: 'started', clock })
  return clock
}

function begin(decision: Deciding, plan: PlannedClock, cycle: number, { at, by }: Doing, stop?: Instant): void {
  const { startAt, joinsAt, ...promised } = plan
  const id = `c${decision.set().next}`
  if (joinsAt !== undefined) {
    const join = { ...promised, id, at: joinsAt }
    if (stop !== undefined && !isAfter(minuteOf(stop), joinsAt)) return
    decision.add({ change: 'join-planned', join })
    if (isAfter(joinsFrom(join), stop ?? at)) return
    startJoin(decision, join, by)
  } else {
    const entry = { at: startAt, do: cycle > 1 ? 'reopen' : 'start', ...(by && { by }) } as const
    const clock = withWaits({ ...promised, id, cycle, joinedAtClosing: false, log: [entry] }, decision.set().waits)
    decision.add({ change: 'started', clock })
  }
  if (stop !== undefined) decision.add({ change: 'logged', clock: id, entry: { at: stop, do: 'stop', ...(by && { by }) } })
}

const cycleOf = (set: ClockSet, promise: Promised) =>
  Math.max(1, ...set.clocks.filter(clock => clock.promise === promise && isCounted(clock)).map(({ cycle }) => cycle))

/** A promise that was reopened is re-based from its reopening on; the result of the cycle before stands. */
function inCurrentCycle(set: ClockSet, plan: PlannedClock): { plan: PlannedClock; cycle: number } {
  const cycle = cycleOf(set, plan.promise)
  if (cycle === 1) return { plan, cycle }
  const reopened = set.clocks.find(clock => clock.promise === plan.promise && clock.cycle === cycle)!
  return { plan: { ...plan, startAt: openingEntry(reopened).at }, cycle }
}

/** When the current cycle of a promise was stopped, if it was. */
const stopOf = (set: ClockSet, promise: Promised): Instant | undefined =>
  set.clocks
    .filter(clock => clock.promise === promise && isCounted(clock) && clock.cycle === cycleOf(set, promise))
    .map(stopEntry)
    .find(entry => entry !== undefined)?.at

const keyOfClock = (clock: Clock): string =>
  promiseKey({ ...clock, ...(clock.joinedAtClosing && { joinsAt: openingEntry(clock).at }) })
const keyOfJoin = (join: PlannedJoin): string => promiseKey({ ...join, joinsAt: join.at })
