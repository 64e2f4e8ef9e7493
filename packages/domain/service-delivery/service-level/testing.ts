import { unwrap } from '../../kernel/result.ts'
import { type Instant, wallTimeToInstant } from '../../kernel/time.ts'
import type { ServiceCalendar, Window } from './calendar/service-calendar.ts'
import { type ClockDecision, type ClockSet, noClocks } from './clocks/clock-set.ts'
import { startClocks } from './clocks/start.ts'
import { reopenClocks, stopClocks } from './clocks/stop.ts'
import { pauseClocks, resumeClocks } from './clocks/waits.ts'
import type { ClockFacts } from './plan.ts'
import type { Promised, Target } from './target.ts'

/** A working week from Monday to Friday in Shanghai, with China's holidays and make-up days. */
export const shanghai = (...windows: Window[]): ServiceCalendar => {
  const day = windows.length > 0 ? windows : ([['09:00', '18:00']] as Window[])
  return {
    timezone: 'Asia/Shanghai',
    weekly: { mon: day, tue: day, wed: day, thu: day, fri: day },
    publicHolidays: 'CN',
  }
}

/** Wall time of October 2026 in Shanghai: `at('10T17:35')`. */
export const at = (wall: string): Instant => wallTimeToInstant(`2026-10-${wall}`, 'Asia/Shanghai')

/** Rows of a maintenance contract: arrival within N or, severe outside working time, 60 minutes; restore in 480 or 240. */
export function maintenanceTargets(minutes = { severeArrival: 60, restore: 480, severeRestore: 240 }): Target[] {
  const arrival = {
    promise: 'arrival',
    basis: 'working',
    clause: '3(6)',
    minutes: { site: 'arrivalMinutes' },
    pausedBy: [],
  } as const
  const severe = { ...arrival, basis: 'elapsed', clause: '3(7)', minutes: minutes.severeArrival } as const
  const restore = { promise: 'restore', clause: '7(a)', pausedBy: ['client'] } as const
  return [
    { ...arrival, when: { severity: 'ordinary' } },
    { ...arrival, when: { severity: 'severe', requested: 'inside' } },
    { ...severe, when: { severity: 'severe', requested: 'outside' } },
    { ...severe, when: { severity: 'severe', requested: 'inside', joins: 'at-closing' } },
    { ...restore, basis: 'working', minutes: minutes.restore, when: { severity: 'ordinary' } },
    { ...restore, basis: 'elapsed', minutes: minutes.severeRestore, when: { severity: 'severe' } },
  ]
}

/** Tells a ticket's story one step after the other. */
export function story(facts: ClockFacts, calendar = shanghai(), targets = maintenanceTargets()) {
  const known = { siteArrivalMinutes: 60, ...facts }
  let clocks: ClockSet = startClocks(noClocks, targets, calendar, known, { at: facts.requestedAt }).clocks
  const step = (decision: ClockDecision) => {
    clocks = decision.clocks
    return told
  }
  const told = {
    clocks: () => clocks,
    decide: (decide: (set: ClockSet) => ClockDecision) => step(decide(clocks)),
    pause: (from: Instant, reason = 'client') => step(unwrap(pauseClocks(clocks, { at: from, reason, by: 'Li' }))),
    resume: (until: Instant) => step(unwrap(resumeClocks(clocks, { at: until, by: 'Wang' }))),
    stop: (promise: Promised, when: Instant) => step(unwrap(stopClocks(clocks, { promise, at: when }))),
    reopen: (when: Instant) => step(unwrap(reopenClocks(clocks, { at: when }))),
  }
  return told
}
