import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { datesOfMonth, type Instant, instant, monthOf, wallTimeToInstant } from '../../kernel/time.ts'
import { attainmentOf, clockFacts } from './attainment.ts'
import { ServiceCalendar } from './calendar/service-calendar.ts'
import { type ClockSet, countedClocks } from './clocks/clock-set.ts'
import { clockFigures } from './clocks/figures.ts'
import { arrivalOf } from './clocks/promise.ts'
import { cancelClocks } from './clocks/remove.ts'
import { explainClock } from './explain.ts'
import { dayKind, openSecondsOfPeriod, workingDays } from './index.ts'
import { maintenanceTargets, story } from './testing.ts'

const file = new URL('../../../../../shared/worked-month.json', import.meta.url)
const month = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined

type Given = {
  id: string
  severe: boolean
  outOfScope?: boolean
  onsite: boolean
  site: string
  requestedAt: string
  quoteAcceptedAt?: string
  arrivedAt?: string
  restoredAt?: string
  reopenedAt?: string
  restoredAgainAt?: string
  pauses?: [string, string][]
}
type Step = { at: Instant; take: () => void }

describe.skipIf(month === undefined)('the worked month', () => {
  const { calendar: given, contract, tickets, month: dates } = month?.inputs ?? { tickets: [] }
  const expected = month?.expected
  const calendar = month && ServiceCalendar.parse({ timezone: given.timezone, weekly: given.weekly, publicHolidays: 'CN' })
  const targets =
    month &&
    maintenanceTargets({
      severeArrival: contract.severeOutOfHoursArrivalElapsedMinutes,
      restore: contract.clause7.restoreWorkingMinutes,
      severeRestore: contract.clause7.severeRestoreElapsedMinutes,
    })
  const at = (wall: string) => wallTimeToInstant(wall, given.timezone)
  const end = () => at(`${dates.firstDayOfNext}T00:00`)

  const play = (ticket: Given): ClockSet => {
    const severity = ticket.severe ? 'severe' : 'ordinary'
    const requestedAt = at(ticket.requestedAt)
    const told = story(
      {
        requestedAt,
        ...(ticket.onsite && { onSiteRequestedAt: requestedAt }),
        severity: { client: severity, provider: severity },
        siteArrivalMinutes: contract.arrivalWorkingMinutes[ticket.site],
      },
      calendar,
      targets,
    )
    if (ticket.outOfScope)
      return told.decide(set => cancelClocks(set, { at: requestedAt, reason: 'out-of-scope', clause: '2(5)' })).clocks()
    const steps: Step[] = []
    const on = (wall: string | undefined, take: (when: Instant) => void) => {
      if (wall) steps.push({ at: at(wall), take: () => take(at(wall)) })
    }
    for (const [from, to] of ticket.pauses ?? []) {
      on(from, told.pause)
      on(to, told.resume)
    }
    on(ticket.arrivedAt, when => told.stop('arrival', when))
    on(ticket.restoredAt, when => told.stop('restore', when))
    on(ticket.reopenedAt, told.reopen)
    on(ticket.restoredAgainAt, when => told.stop('restore', when))
    for (const step of steps.sort((a, b) => (a.at < b.at ? -1 : 1))) step.take()
    return told.clocks()
  }

  test('has these working days and agreed minutes', () => {
    const october = datesOfMonth(monthOf(dates.firstDay))
    const days = workingDays(calendar, october)
    expect(days).toEqual(expected.calendar.workingDays)
    expect(days.filter(date => dayKind(calendar, date).kind === 'make-up')).toEqual(expected.calendar.makeUpDays)
    expect(openSecondsOfPeriod(calendar, october)).toBe(expected.calendar.agreedServiceMinutesOfMonth * 60)
  })

  test.each((tickets as Given[]).map(ticket => [ticket.id, ticket] as const))('%s has its clocks', (id, ticket) => {
    const rows = expected.tickets.find((row: { id: string }) => row.id === id)
    const set = play(ticket)
    const clocks = countedClocks(set).map(clock => {
      const figures = clockFigures(clock, calendar, end())
      const { promise, clause, joinedAtClosing, cycle, basis, targetMinutes } = clock
      const { startsAt, deadline, stoppedAt, consumedMinutes, met, deadlineBeforePause, pausedWorkingMinutes } = figures
      const row = {
        promise,
        clause,
        joinedAtClosing,
        cycle,
        basis,
        startsAt,
        targetMinutes,
        deadline,
        stoppedAt,
        consumedMinutes,
        met,
      }
      return deadlineBeforePause ? { ...row, deadlineBeforePause, pausedWorkingMinutes } : row
    })
    expect(clocks).toEqual(rows.clocks.map(normalised))
    const arrival = arrivalOf(set, calendar, end())
    expect(
      arrival && {
        effectiveDeadline: arrival.effectiveDeadline,
        arrivedAt: arrival.stoppedAt,
        result: arrival.met ? 'met' : 'breached',
      },
    ).toEqual(rows.arrival && normalised(rows.arrival))
  })

  test('each explanation adds up to the clock', () => {
    for (const clock of (tickets as Given[]).flatMap(ticket => play(ticket).clocks)) {
      const { equation } = explainClock(clock, calendar, end())
      expect(equation.counted).toBe(clockFigures(clock, calendar, end()).consumedSeconds)
      expect(equation.counted + equation.paused + equation.holiday + equation.outside).toBe(equation.wall)
    }
  })

  test('has this attainment', () => {
    const facts = (tickets as Given[]).flatMap(ticket => clockFacts(ticket.id, play(ticket), calendar, end()))
    const of = (promise: 'arrival' | 'restore') =>
      attainmentOf(facts, { promise, month: monthOf(dates.firstDay), zone: given.timezone, asOf: end() })
    const [arrival, restore] = [of('arrival'), of('restore')]
    expect({
      arrivalClocked: arrival.clocked,
      arrivalMet: arrival.met,
      arrivalAttainmentPercent: arrival.percent,
      restoreClocked: restore.clocked,
      restoreMet: restore.met,
      restoreAttainmentPercent: restore.percent,
    }).toEqual(expected.serviceLevelOfMonth)
  })
})

/** Expected instants carry the zone's offset; ours are in UTC. */
function normalised(row: Record<string, unknown>): Record<string, unknown> {
  const isInstant = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, isInstant(value) ? instant(value) : value]))
}
