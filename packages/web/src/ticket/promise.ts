import type { ClockView } from '@pactdesk/domain/service-support/incident/clock-view'
import type { PromiseNow } from '@pactdesk/domain/service-support/incident/promise-now'
import type { PromiseView, WaitsFor } from '../parts/promise/promise.ts'

const minute = 60_000
const whoms: readonly string[] = ['client', 'part', 'supplier'] satisfies WaitsFor[]
const whom = (reason: string | undefined): WaitsFor => (reason && whoms.includes(reason) ? (reason as WaitsFor) : 'provider')

type Facts = {
  promise: PromiseView['promise']
  state: PromiseNow['state']
  basis: 'working' | 'wall'
  targetMinutes: number | undefined
  /** Left of the target at `asOf`, in minutes of the basis; negative when over. */
  leftMinutes: number | undefined
  deadline: string | undefined
  warnAt: string | undefined
  countsUntil: string | undefined
  resumesAt: string | undefined
  waitingFor: string | undefined
  clause: string | undefined
  why?: PromiseNow['why']
}

/** The promise that matters most on a row or ticket, as the chip takes it. */
export const promiseOf = (now: PromiseNow, asOf: string): PromiseView =>
  viewOf(
    {
      promise: now.promise ?? 'restore',
      state: now.state,
      basis: now.basis === 'elapsed' ? 'wall' : 'working',
      targetMinutes: now.targetMinutes,
      leftMinutes: now.leftMinutes,
      deadline: now.deadline,
      warnAt: now.warnAt,
      countsUntil: now.countsUntil,
      resumesAt: now.resumesAt,
      waitingFor: now.waitingFor,
      clause: now.clause,
      why: now.why,
    },
    asOf,
  )

/** One clock of a ticket, as the chip takes it. */
export const clockPromise = (clock: ClockView, asOf: string): PromiseView =>
  viewOf(
    {
      promise: clock.promise,
      state: clock.state,
      basis: clock.basis === 'elapsed' ? 'wall' : 'working',
      targetMinutes: clock.targetMinutes,
      leftMinutes: clock.remainingSeconds / 60,
      deadline: clock.deadline ?? undefined,
      warnAt: clock.warnAt ?? undefined,
      countsUntil: clock.countsUntil,
      resumesAt: clock.resumesAt,
      waitingFor: clock.waitingFor,
      clause: clock.excludedBy,
    },
    asOf,
  )

function viewOf(facts: Facts, asOf: string): PromiseView {
  const { promise, basis, deadline, resumesAt } = facts
  const left = facts.leftMinutes ?? 0
  switch (facts.state) {
    case 'running':
    case 'at-risk':
    case 'over':
      return runningOf(facts, asOf)
    case 'paused':
      return { promise, asOf, state: 'paused', waitsFor: whom(facts.waitingFor) }
    case 'outside':
      return { promise, asOf, state: 'outside', ...(resumesAt && { startsAt: resumesAt }), ...(deadline && { dueAt: deadline }) }
    case 'met':
      // Used minutes are told floored; what was left is the rest of the target, so that both add up to it.
      return { promise, asOf, state: 'met', basis, ...(left > 0 && { earlyMinutes: Math.ceil(left) }) }
    case 'missed':
      return { promise, asOf, state: 'missed', basis, ...(left <= -1 && { lateMinutes: Math.floor(-left) }) }
    case 'excluded':
      return { promise, asOf, state: 'excluded', ...(facts.clause && { clause: facts.clause }) }
    case 'none':
      return { promise, asOf, state: 'none', ...(facts.why === 'out-of-scope' && { billedAs: 'quote' as const }) }
  }
}

/**
 * Where the deadline lies in the window that is open now, what is left is known to the second; else to the whole minute that
 * the server counted.
 */
function runningOf({ promise, basis, deadline, warnAt, countsUntil, resumesAt, ...facts }: Facts, asOf: string): PromiseView {
  const now = Date.parse(asOf)
  const reached = (at: string | undefined): at is string =>
    at !== undefined && (countsUntil === undefined || at <= countsUntil) && Date.parse(at) >= now
  const minutesTo = (at: string): number => (Date.parse(at) - now) / minute
  const left = reached(deadline) ? minutesTo(deadline) : (facts.leftMinutes ?? 0)
  // A row that does not tell its target is drawn as if it had just begun, or is used up.
  const target = facts.targetMinutes ?? Math.max(1, left)
  const used = target - left
  const warn = facts.state === 'running' ? (reached(warnAt) ? used + minutesTo(warnAt) : target) : used
  return {
    promise,
    asOf,
    state: 'running',
    basis,
    targetMinutes: target,
    usedMinutes: used,
    warnAtMinutes: warn,
    ...(countsUntil && { countsUntil }),
    ...(resumesAt && { resumesAt }),
    ...(deadline && { dueAt: deadline }),
  }
}
