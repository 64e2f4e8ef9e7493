import { addWorkingDays } from '@pactdesk/domain/service-delivery/service-level/index'
import { Temporal } from 'temporal-polyfill'

const zone = 'Asia/Shanghai'
const workingDaysBack = 14
const calendar = {
  timezone: zone,
  weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map(day => [day, [['09:00', '18:00']]])),
  publicHolidays: 'CN' as const,
}

const today = () => Temporal.Now.zonedDateTimeISO(zone).toPlainDate().toString()

/** The demo's story ends now; it begins this many working days earlier, before the desk opens. */
export const demoStart = (): string => at(0, '08:30')

/** Instant of a wall time on the n-th working day of the story. */
export function at(day: number, time: string): string {
  const date = addWorkingDays(calendar, today(), day - workingDaysBack)
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).toInstant().toString()
}

export const dateOf = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
export const minutesAfter = (instant: string, minutes: number) => Temporal.Instant.from(instant).add({ minutes }).toString()
export const inAYear = (date: string) => Temporal.PlainDate.from(date).add({ years: 1 }).subtract({ days: 1 }).toString()
