import * as z from 'zod'
import { Id } from '../../kernel/ids.ts'
import { addDays, addMonths, datesOfMonth, LocalDate, Month } from '../../kernel/time.ts'
import { type Calendar, dayKind, workingDays } from '../../service-delivery/service-level/index.ts'
import { coveredQuantities } from './coverage.ts'
import { earlierDate, laterDate } from './dates.ts'
import type { ContractTerms } from './terms.ts'
import { visitMonths } from './visit-months.ts'

/** One maintenance visit to one site; `devices` are those due, `checklist` the keys of the contract's items. */
export const PlannedVisit = z
  .object({
    /** `2026-10-HQ`: the same plan gives the same id, so planning twice is nothing new. */
    id: Id,
    kind: z.literal('planned-monthly'),
    month: Month,
    site: Id,
    /** A working day of the month; `provisional` when its year's holidays are not announced. */
    on: LocalDate,
    provisional: z.boolean(),
    devices: z.array(Id),
    checklist: z.array(Id),
  })
  .meta({ id: 'PlannedVisit' })
export type PlannedVisit = z.infer<typeof PlannedVisit>

/** 2(2)(5): systems to be reinstalled once in a period, at the latest on its last day. */
export const ReinstallDue = z
  .object({ no: z.int(), from: LocalDate, dueBy: LocalDate, devices: z.array(Id) })
  .meta({ id: 'ReinstallDue' })
export type ReinstallDue = z.infer<typeof ReinstallDue>

export const MaintenancePlan = z
  .object({ visits: z.array(PlannedVisit), reinstalls: z.array(ReinstallDue) })
  .meta({ id: 'MaintenancePlan' })
export type MaintenancePlan = z.infer<typeof MaintenancePlan>

export type PlannedDevice = { id: string; class: string; site: string }

/** Day of the month from which a working day is sought: enough of the month is left to make up for a device missed. */
const usualDay = 10

/**
 * The planned work of a contract for its devices. A visit falls on the first working day from the 10th on, else on the month's
 * last one before; never before `today`, never outside the term. A month without such a day has no visit.
 */
export function planVisits(
  terms: ContractTerms,
  devices: readonly PlannedDevice[],
  calendar: Calendar = terms.calendar,
  today: LocalDate = terms.term.from,
): MaintenancePlan {
  const covered = coveredDevices(terms, devices)
  const visits = visitMonths(terms).flatMap(month => {
    const on = visitDay(terms, calendar, month, today)
    if (!on) return []
    return sitesToVisit(terms, covered).map((site): PlannedVisit => {
      const due = covered.filter(device => device.site === site)
      return {
        id: `${month}-${site}`,
        kind: 'planned-monthly',
        month,
        site,
        on,
        provisional: dayKind(calendar, on).provisional,
        devices: due.map(({ id }) => id),
        checklist: terms.maintenance.checklist.map(({ key }) => key),
      }
    })
  })
  return { visits, reinstalls: reinstallsDue(terms, covered) }
}

/** Devices that the fees pay for; a contract whose fees name no class covers all at its sites. */
export function coveredDevices<D extends PlannedDevice>(terms: ContractTerms, devices: readonly D[]): D[] {
  const classes = coveredQuantities(terms) as Map<string, number>
  return devices.filter(
    device => (classes.size === 0 || classes.has(device.class)) && terms.sites.some(({ site }) => site === device.site),
  )
}

/** Sites with covered devices; before any is registered, all sites. */
function sitesToVisit({ sites }: ContractTerms, covered: readonly PlannedDevice[]): string[] {
  const ids = sites.map(({ site }) => site)
  const used = ids.filter(site => covered.some(device => device.site === site))
  return used.length > 0 ? used : ids
}

function visitDay({ term }: ContractTerms, calendar: Calendar, month: Month, today: LocalDate): LocalDate | undefined {
  const dates = datesOfMonth(month)
  const from = [term.from, today].reduce(laterDate, dates.from)
  const to = earlierDate(dates.to, term.to)
  if (from >= to) return undefined
  const days = workingDays(calendar, { from, to })
  return days.find(date => Number(date.slice(8)) >= usualDay) ?? days.at(-1)
}

function reinstallsDue({ term, maintenance }: ContractTerms, covered: readonly PlannedDevice[]): ReinstallDue[] {
  const { reinstall } = maintenance
  if (!reinstall) return []
  const devices = covered.filter(device => (reinstall.deviceClasses as string[]).includes(device.class)).map(({ id }) => id)
  const due: ReinstallDue[] = []
  for (let no = 1; ; no++) {
    const from = addMonths(term.from, (no - 1) * reinstall.everyMonths)
    if (from >= term.to) return due
    const end = addMonths(term.from, no * reinstall.everyMonths)
    due.push({ no, from, dueBy: addDays(earlierDate(end, term.to), -1), devices })
  }
}

/** The part of a plan for some months, such as those that fell due together. */
export const visitsOf = ({ visits }: MaintenancePlan, months: readonly Month[]): PlannedVisit[] =>
  visits.filter(({ month }) => months.includes(month))
