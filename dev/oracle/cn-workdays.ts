import { Zone } from '@pactdesk/domain/kernel/time'
import { addWorkingDays, isWorkingDay, ServiceCalendar } from '@pactdesk/domain/service-delivery/service-level/index'
import * as z from 'zod'
import { compared, type OracleResult, skipped } from './result.ts'

const Case = z.looseObject({
  id: z.string(),
  op: z.string(),
  expected: z.unknown(),
  date: z.string().default(''),
  start: z.string().default(''),
  days: z.int().default(0),
})
type Case = z.infer<typeof Case>

const operations: Record<string, (calendar: ServiceCalendar, given: Case) => unknown> = {
  isBusinessDay: (calendar, { date }) => isWorkingDay(calendar, date),
  addBusinessDays: (calendar, { start, days }) => addWorkingDays(calendar, start, days),
}

/** Chinese working days with make-up days, `{timezone, cases: [{id, op, date | start, days, expected}]}`. */
export function run(content: unknown): OracleResult[] {
  const file = z.looseObject({ timezone: Zone, cases: z.array(Case) }).parse(content)
  const window: [string, string] = ['09:00', '18:00']
  const weekly = { mon: [window], tue: [window], wed: [window], thu: [window], fri: [window] }
  const calendar = ServiceCalendar.parse({ timezone: file.timezone, weekly, publicHolidays: 'CN' })
  return file.cases.map(given => {
    const operation = operations[given.op]
    if (!operation) return skipped(given.id, `operation ${given.op} is not known`)
    return compared(
      given.id,
      given.expected,
      () => operation(calendar, given),
      (expected, actual) => expected === actual,
    )
  })
}
