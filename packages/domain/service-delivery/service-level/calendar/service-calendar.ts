import * as z from 'zod'
import { LocalDate, Zone } from '../../../kernel/time.ts'

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

const TimeOfDay = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?|24:00)$/, 'a time of day looks like 09:00; the latest is 24:00')

/** Half-open wall-clock window; an end at or before its start lies on the next day (`["22:00","06:00"]`). */
export const Window = z
  .tuple([TimeOfDay, TimeOfDay])
  .refine(([opens, closes]) => opens !== closes && opens !== '24:00', 'a window needs a length and opens before 24:00')
export type Window = z.infer<typeof Window>

/**
 * When service is owed, in wall-clock time of `timezone`. A window belongs to the day on which it opens.
 * - `weekly`: windows a weekday; a weekday without windows is a rest day.
 * - `overrides`: the windows of that date instead of the weekly ones (none: closed).
 * - `holidays`, `recurringHolidays` (MM-DD): the whole local date is closed, whatever else says otherwise.
 * - `breaks`: taken out of that date's windows; may cross midnight.
 * - `publicHolidays: 'CN'`: China's holidays are closed, unless overridden; its make-up days (调休) have the window of a normal weekday.
 */
export const ServiceCalendar = z
  .strictObject({
    timezone: Zone,
    weekly: z.partialRecord(z.enum(weekdays), z.array(Window)),
    holidays: z.array(LocalDate).optional(),
    recurringHolidays: z.array(z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'looks like 12-25')).optional(),
    overrides: z.record(LocalDate, z.array(Window)).optional(),
    breaks: z.record(LocalDate, z.array(Window)).optional(),
    publicHolidays: z.enum(['CN']).optional(),
  })
  .refine(
    calendar =>
      [...Object.values(calendar.weekly), ...Object.values(calendar.overrides ?? {})].some(windows => windows.length > 0),
    'a service calendar opens at least once',
  )
  .meta({ id: 'ServiceCalendar' })
export type ServiceCalendar = z.infer<typeof ServiceCalendar>

/** The window that a make-up day gets: the one most weekdays from Monday to Friday have, on a tie the earlier weekday's. */
export function normalWeekdayWindows(calendar: ServiceCalendar): Window[] {
  const workweek = weekdays.slice(0, 5).map(weekday => calendar.weekly[weekday] ?? [])
  const same = (a: Window[]) => workweek.filter(b => JSON.stringify(a) === JSON.stringify(b)).length
  return workweek
    .filter(windows => windows.length > 0)
    .reduce<Window[]>((best, next) => (same(next) > same(best) ? next : best), [])
}
