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

/** The demo's story ends now. It begins in the second half of last month, so that a month was worked, closed and paid. */
export const demoStart = (): string => [lastMonth(0, '08:30'), at(0, '08:30')].sort()[0]!

/** Instant of a wall time on the n-th working day from the 18th of last month. */
export function lastMonth(day: number, time: string): string {
  const from = Temporal.PlainDate.from(today()).subtract({ months: 1 }).with({ day: 17 }).toString()
  return instantOf(addWorkingDays(calendar, from, day + 1), time)
}
/** The first working days of this month. */
export const thisMonth = (day: number, time: string): string =>
  instantOf(
    addWorkingDays(calendar, Temporal.PlainDate.from(today()).with({ day: 1 }).subtract({ days: 1 }).toString(), day),
    time,
  )

const instantOf = (date: string, time: string) =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).toInstant().toString()

/** Instant of a wall time on the n-th of the last fourteen working days. */
export function at(day: number, time: string): string {
  const date = addWorkingDays(calendar, today(), day - workingDaysBack)
  return instantOf(date, time)
}

export const dateOf = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
export const minutesAfter = (instant: string, minutes: number) => Temporal.Instant.from(instant).add({ minutes }).toString()
export const inAYear = (date: string) => Temporal.PlainDate.from(date).add({ years: 1 }).subtract({ days: 1 }).toString()
