import { addDays, daysBetween, type LocalDate, weekdayOf } from '../../kernel/time.ts'

/** ISO 8601 week of a date, `2026-W42`: the week belongs to the year of its Thursday. */
export function isoWeek(date: LocalDate): string {
  const thursday = addDays(date, 4 - weekdayOf(date))
  const year = thursday.slice(0, 4)
  return `${year}-W${String(Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1).padStart(2, '0')}`
}
