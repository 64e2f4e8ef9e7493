import { addDays, type LocalDate } from '@pactdesk/domain/kernel/time'
import { isoWeek } from '@pactdesk/domain/outsourcing/field-service/week'

export { isoWeek }

/** Monday of an ISO week `2026-W42`: 4 January always lies in week 1. */
export function mondayOf(week: string): LocalDate {
  const year = week.slice(0, 4)
  const fourth = `${year}-01-04`
  const weekday = new Date(`${fourth}T00:00:00Z`).getUTCDay() || 7
  return addDays(fourth, 1 - weekday + (Number(week.slice(6)) - 1) * 7)
}

/** Monday to Sunday. */
export const daysOf = (week: string): LocalDate[] => Array.from({ length: 7 }, (_, day) => addDays(mondayOf(week), day))

/** The week `by` weeks later, or earlier. */
export const weekBeside = (week: string, by: number): string => isoWeek(addDays(mondayOf(week), by * 7))

type Row = { id: string; date: string; window?: { from: string } | undefined; technician?: { name: string } | undefined }

/** Days that have visits, each by technician, then by agreed time; visits without a technician come first: they need one. */
export function byDay<R extends Row>(rows: readonly R[]): { date: LocalDate; rows: R[] }[] {
  const order = (row: R): string => `${row.technician?.name ?? ''}\u0000${row.window?.from ?? '~'}\u0000${row.id}`
  const days = Map.groupBy(rows, row => row.date)
  return [...days.keys()].sort().map(date => ({
    date,
    rows: (days.get(date) ?? []).sort((a, b) => (order(a) < order(b) ? -1 : 1)),
  }))
}
