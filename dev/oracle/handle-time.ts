import { wallTimeToInstant } from '@pactdesk/domain/kernel/time'
import { businessSecondsBetween, ServiceCalendar } from '@pactdesk/domain/service-delivery/service-level/index'
import * as z from 'zod'
import { compared, type OracleResult } from './result.ts'

const HandleTimes = z.looseObject({
  calendar: z.unknown(),
  cases: z.array(z.looseObject({ id: z.string(), openLocal: z.string(), closeLocal: z.string(), businessSeconds: z.number() })),
})

/** Recorded handle times, `{calendar, cases: [{id, openLocal, closeLocal, businessSeconds}]}`, wall clock in the calendar's zone. */
export function run(content: unknown): OracleResult[] {
  const file = HandleTimes.parse(content)
  const calendar = ServiceCalendar.parse(file.calendar)
  const at = (wall: string) => wallTimeToInstant(wall.replace(' ', 'T'), calendar.timezone)
  return file.cases.map(({ id, openLocal, closeLocal, businessSeconds }) =>
    compared(
      id,
      businessSeconds,
      () => businessSecondsBetween(calendar, at(openLocal), at(closeLocal)),
      (expected, actual) => expected === actual,
    ),
  )
}
