/**
 * What a chip needs to know of one promise (a clock under a contract), as of `asOf`. Instants are ISO UTC; minutes are
 * counted ones: working time of the contract's calendar, or wall time for a 24×7 clock.
 */
export type PromiseView = {
  promise: 'respond' | 'assign' | 'arrival' | 'restore'
  asOf: string
} & (
  | {
      state: 'running'
      targetMinutes: number
      /** Counted until `asOf`; above the target the promise is over. */
      usedMinutes: number
      /** The contract's own warning, in counted minutes; 75 % of the target unless given. */
      warnAtMinutes?: number
      /** End of the service window that is open at `asOf`: nothing is counted after it, until the clock is read again. */
      countsUntil?: string
      /** When counting goes on after that. */
      resumesAt?: string
      /** Deadline if nothing pauses the clock. */
      dueAt?: string
      /** `wall` for 24×7 clocks: only there a day is a day. */
      basis: 'working' | 'wall'
    }
  | { state: 'paused'; waitsFor: WaitsFor; since?: string }
  | { state: 'outside'; startsAt?: string; dueAt?: string }
  | { state: 'met'; earlyMinutes?: number; usedMinutes?: number; basis: 'working' | 'wall' }
  | { state: 'missed'; lateMinutes?: number; basis: 'working' | 'wall' }
  | { state: 'excluded'; clause?: string }
  | { state: 'none'; billedAs?: BilledAs }
)

export type WaitsFor = 'client' | 'part' | 'supplier' | 'provider'
type BilledAs = 'quote' | 'time-and-materials' | 'call-out' | 'free'

/** The nine states that a chip shows; `running` at `asOf` may have become one of three others since. */
export type ShownState = 'running' | 'at-risk' | 'over' | 'paused' | 'outside' | 'met' | 'missed' | 'excluded' | 'none'

export type Shown =
  | { state: 'running' | 'at-risk'; leftMs: number; used: number; seconds: boolean }
  | { state: 'over'; overMs: number }
  | { state: Exclude<ShownState, 'running' | 'at-risk' | 'over'> }

const minute = 60_000
const share = (used: number, target: number): number => (target > 0 ? Math.min(1, Math.max(0, used / target)) : 1)

/** Where a running clock stands at `now` (ms): counted time grows with the clock until the window closes. */
export function shownAt(view: PromiseView, now: number): Shown {
  if (view.state !== 'running') return { state: view.state }
  const from = Date.parse(view.asOf)
  const closes = view.countsUntil === undefined ? Number.POSITIVE_INFINITY : Date.parse(view.countsUntil)
  const used = view.usedMinutes * minute + Math.max(0, Math.min(now, closes) - from)
  const target = view.targetMinutes * minute
  const left = target - used
  // To the minute, as the contract's clocks are read: the minute of the deadline itself still keeps the promise.
  const lateMinutes =
    Math.floor(Math.min(now, closes) / minute) - Math.floor((from + target - view.usedMinutes * minute) / minute)
  if (left <= 0 && lateMinutes > 0) return { state: 'over', overMs: Math.max(minute, -left) }
  if (now >= closes) return { state: 'outside' }
  const warnAt = (view.warnAtMinutes ?? view.targetMinutes * 0.75) * minute
  const seconds = left <= 5 * minute
  return { state: used >= warnAt ? 'at-risk' : 'running', leftMs: Math.max(0, left), used: share(used, target), seconds }
}

/** When (ms) a running clock reaches its target if nothing pauses it and its window stays open; else `undefined`. */
export function reachesAt(view: PromiseView): number | undefined {
  if (view.state !== 'running') return undefined
  const at = Date.parse(view.asOf) + (view.targetMinutes - view.usedMinutes) * minute
  return view.countsUntil !== undefined && at > Date.parse(view.countsUntil) ? undefined : at
}
