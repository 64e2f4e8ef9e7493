export { Attainment, attainmentOf, ClockFact, clockFacts } from './attainment.ts'
export * from './calendar/business-time.ts'
export { type Calendar, type CompiledCalendar, compileCalendar, type DayKind } from './calendar/compiled-calendar.ts'
export { isUnannounced } from './calendar/public-holidays.ts'
export { ServiceCalendar, type Weekday, Window, weekdays } from './calendar/service-calendar.ts'
export * from './calendar/working-days.ts'
export * from './clocks/clock.ts'
export {
  ClockChange,
  type ClockDecision,
  ClockSet,
  countedClocks,
  evolveClocks,
  noClocks,
  PlannedJoin,
  Wait,
} from './clocks/clock-set.ts'
export * from './clocks/figures.ts'
export * from './clocks/promise.ts'
export * from './clocks/remove.ts'
export { joinsFrom, rebaseClocks, startClocks } from './clocks/start.ts'
export * from './clocks/stop.ts'
export * from './clocks/timers.ts'
export { lastWait, openWait, pauseClocks, resumeClocks, strikePause } from './clocks/waits.ts'
export { ClockExplanation, ClockSegment, explainClock } from './explain.ts'
export { percentText } from './percent.ts'
export { type ClockFacts, type PlannedClock, planClocks } from './plan.ts'
export { slaTimeline, type TimelineRow } from './sla-timeline.ts'
export * from './target.ts'
