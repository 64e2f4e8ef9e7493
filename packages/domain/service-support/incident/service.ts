import * as z from 'zod'
import type { Instant } from '../../kernel/time.ts'
import { compareInstants, isAfter } from '../../kernel/time.ts'
import {
  atRiskAt,
  type Calendar,
  type Clock,
  ClockChange,
  type ClockDecision,
  type ClockSet,
  clockFigures,
  clockTimers,
  isCounted,
  isLive,
  nextDeadline,
  type Target,
} from '../../service-delivery/service-level/index.ts'
import { PromiseChip, TicketTimer } from './promise.ts'
import type { Ticket } from './ticket.ts'

/** What the pinned contract version promises, as the clocks take it: looked up by the shell, never kept in the ticket. */
export type ServicePolicy = {
  targets: readonly Target[]
  calendar: Calendar
  /** N of 3(6) for the ticket's site, in working minutes. */
  siteArrivalMinutes?: number
}

/** What an event changes in the promises: log lines, the timers that are left, what lists show. */
export const ServiceChange = z
  .object({ clocks: z.array(ClockChange), timers: z.array(TicketTimer), promise: PromiseChip })
  .meta({ id: 'ServiceChange' })
export type ServiceChange = z.infer<typeof ServiceChange>

export const unchanged = (clocks: ClockSet): ClockDecision => ({ clocks, changes: [] })

type After = Pick<Ticket, 'scope' | 'contract' | 'quotes' | 'imported'> & { autoClose?: { at: Instant } }

/** The ticket's promises after a decision about its clocks. `after` is the ticket with what else the command changes. */
export function serviceChange(
  after: After,
  decision: ClockDecision,
  policy: ServicePolicy | undefined,
  now: Instant,
): ServiceChange {
  return {
    clocks: decision.changes,
    timers: timersOf(after, decision.clocks, policy),
    promise: promiseChip(after, decision.clocks, policy, now),
  }
}

function timersOf(after: After, clocks: ClockSet, policy: ServicePolicy | undefined): TicketTimer[] {
  const since = after.imported?.importedAt
  const timers: TicketTimer[] = policy
    ? clockTimers(clocks, policy.calendar, since).map(({ at, kind, clock }) => ({ at, do: kind, of: clock }))
    : []
  if (after.autoClose) timers.push({ at: after.autoClose.at, do: 'auto-close' })
  const quote = after.quotes.findLast(({ state }) => state === 'asked')
  if (quote) timers.push({ at: quote.expiresAt, do: 'quote-expires', of: quote.id })
  return timers
    .filter(({ at, do: kind }) => kind === 'join' || since === undefined || isAfter(at, since))
    .sort((a, b) => compareInstants(a.at, b.at))
}

/** The promise that presses most: the next deadline, else what waits, else how it went. */
export function promiseChip(
  after: Pick<After, 'scope' | 'contract'>,
  clocks: ClockSet,
  policy: ServicePolicy | undefined,
  now: Instant,
): PromiseChip {
  if (after.scope.outcome === 'out-of-scope') return { state: 'none', why: 'out-of-scope' }
  if (!policy) return { state: 'none', why: 'no-contract' }
  const { calendar } = policy
  const next = nextDeadline(clocks, calendar)
  if (next) return running(next.clock, next.deadline, calendar, now)
  const paused = clocks.clocks.find(isLive)
  if (paused) {
    const { remainingMinutes, waitingFor } = clockFigures(paused, calendar, now)
    return { state: 'paused', ...about(paused), leftMinutes: remainingMinutes, ...(waitingFor && { waitingFor }) }
  }
  const counted = clocks.clocks.filter(isCounted)
  const last = counted.findLast(({ promise }) => promise === 'restore') ?? counted.at(-1)
  if (last) {
    const { met, deadline, remainingMinutes } = clockFigures(last, calendar, now)
    return { state: met ? 'met' : 'missed', ...about(last), ...(deadline && { deadline }), leftMinutes: remainingMinutes }
  }
  return clocks.clocks.length > 0 ? { state: 'excluded', ...about(clocks.clocks.at(-1)!) } : { state: 'none', why: 'no-target' }
}

function running(clock: Clock, deadline: Instant, calendar: Calendar, now: Instant): PromiseChip {
  const { startsAt, provisional } = clockFigures(clock, calendar, now)
  const warnAt = atRiskAt(clock, calendar)
  return { state: 'running', ...about(clock), deadline, startsAt, ...(warnAt && { warnAt }), ...(provisional && { provisional }) }
}

const about = ({ id, promise, clause, basis, opinion, targetMinutes }: Clock) => ({
  clock: id,
  promise,
  clause,
  basis,
  opinion,
  targetMinutes,
})
