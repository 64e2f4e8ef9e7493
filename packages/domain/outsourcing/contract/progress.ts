import {
  addDays,
  compareInstants,
  daysBetween,
  firstDayOfMonth,
  type Instant,
  isBefore,
  type LocalDate,
  latest,
  type Month,
  monthOf,
  nextMonth,
  startOfDay,
} from '../../kernel/time.ts'
import { type ActiveContract, type OpeningState, type Progress, servedUntil } from './contract.ts'
import { earlierDate, laterDate } from './dates.ts'
import { type ContractEvent, contractEvents } from './events.ts'
import type { ContractTerms } from './terms.ts'
import { visitMonths } from './visit-months.ts'

export type ContractTimer = { kind: 'day' | 'month' | 'visits' | 'reminder' | 'end'; at: Instant }

/**
 * Where the timers of a contract begin. Device-days are counted from the first day of the term, for a recorded contract from
 * the day it was recorded; its fee is recognised from where the books stood. A reminder that lies in the past is not sent.
 */
export function firstProgress(terms: ContractTerms, today: LocalDate, now: Instant, opening?: OpeningState): Progress {
  const { term, billingZone, renewalReminderDays } = terms
  const remindAt = startOfDay(addDays(term.to, -renewalReminderDays), billingZone)
  const visits = visitMonths(terms).find(month => month >= monthOf(today))
  return {
    day: opening ? laterDate(today, term.from) : term.from,
    month: monthOf(opening?.recognisedUntil ?? term.from),
    ...(visits && { visits }),
    ...(isBefore(now, remindAt) && { remindAt }),
  }
}

/** Months that are planned with the activation itself: the first one always, and those whose planning is due. */
export function visitMonthsAtOnce(terms: ContractTerms, { visits }: Progress, today: LocalDate): Month[] {
  if (!visits) return []
  const due = (month: Month) => firstDayOfMonth(planningMonth(month)) <= today
  return visitMonths(terms).filter(month => month === visits || (month > visits && due(month)))
}

/** Pending timers, earliest first; at the same instant in the order in which a reader expects them. */
export function timersOf(contract: ActiveContract): ContractTimer[] {
  const { terms, progress } = contract
  const until = servedUntil(contract)
  const zone = terms.billingZone
  const timers: ContractTimer[] = []
  if (progress.day < until) timers.push({ kind: 'day', at: startOfDay(addDays(progress.day, 1), zone) })
  if (firstDayOfMonth(progress.month) < until)
    timers.push({ kind: 'month', at: startOfDay(monthEnd(progress.month, until), zone) })
  if (progress.visits && firstDayOfMonth(progress.visits) < until)
    timers.push({ kind: 'visits', at: startOfDay(firstDayOfMonth(planningMonth(progress.visits)), zone) })
  if (progress.remindAt && !contract.ending) timers.push({ kind: 'reminder', at: progress.remindAt })
  timers.push({ kind: 'end', at: startOfDay(until, zone) })
  return timers
    .sort((a, b) => compareInstants(a.at, b.at))
    .map(({ kind, at }) => ({ kind, at: latest(at, contract.activatedAt) }))
}

/** The day after the last one of the month that is served. */
const monthEnd = (month: Month, until: LocalDate): LocalDate => earlierDate(firstDayOfMonth(nextMonth(month)), until)

/** A month's visits are planned when the month before it begins, so that there is always a next one to see. */
const planningMonth = (month: Month): Month => monthOf(addDays(firstDayOfMonth(month), -1))

/** What happens when a timer is due; as of its own instant, though never before the contract was in force. */
export function fire(contract: ActiveContract, { kind, at }: ContractTimer): { event: ContractEvent; at: Instant } {
  const { terms, progress, version } = contract
  const about = { contract: contract.id, client: contract.client, version }
  const until = servedUntil(contract)
  switch (kind) {
    case 'day':
      return { at, event: contractEvents.dayEnded.of({ ...about, date: progress.day }) }
    case 'month': {
      const through = addDays(monthEnd(progress.month, until), -1)
      return { at, event: contractEvents.monthEnded.of({ ...about, month: progress.month, through }) }
    }
    case 'visits':
      return { at, event: contractEvents.visitsDue.of({ ...about, months: [progress.visits!] }) }
    case 'reminder': {
      const lastDay = addDays(terms.term.to, -1)
      const daysLeft = daysBetween(addDays(terms.term.to, -terms.renewalReminderDays), terms.term.to)
      const { version: _, ...who } = about
      return { at, event: contractEvents.expiryReminded.of({ ...who, number: terms.number, lastDay, daysLeft }) }
    }
    case 'end':
      return {
        at,
        event: contractEvents.ended.of({
          ...about,
          endedBy: contract.ending ? 'termination' : 'expiry',
          lastServiceDay: addDays(until, -1),
        }),
      }
  }
}
