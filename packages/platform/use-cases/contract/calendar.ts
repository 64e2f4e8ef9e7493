import { datesOfMonth, eachDate } from '@pactdesk/domain/kernel/time'
import { type ContractMonth, getContractCalendar } from '@pactdesk/domain/outsourcing/contract/index'
import {
  dayKind,
  openSecondsOfPeriod,
  type ServiceCalendar,
  workingDays,
} from '@pactdesk/domain/service-delivery/service-level/index'
import { handle } from '../../http/api.ts'
import { subjectContract } from './answer.ts'

const get = handle(getContractCalendar, async ({ uow, params: { client, contract: id }, query: { month } }) => {
  const { state } = await subjectContract(uow, client, id)
  return monthOfCalendar(state.terms.calendar, month)
})

/** A month as the calendar counts it; minutes are whole, cut off. */
function monthOfCalendar(calendar: ServiceCalendar, month: string): ContractMonth {
  const dates = datesOfMonth(month)
  const working = workingDays(calendar, dates)
  const days = eachDate(dates).map(date => ({ date, ...dayKind(calendar, date) }))
  const of = (kind: (typeof days)[number]['kind']) => days.filter(day => day.kind === kind).map(({ date }) => date)
  return {
    month,
    zone: calendar.timezone,
    workingDays: working,
    workingDayCount: working.length,
    agreedServiceMinutes: Math.floor(openSecondsOfPeriod(calendar, dates) / 60),
    makeUpDays: of('make-up'),
    holidays: of('holiday'),
    provisional: days.some(day => day.provisional),
  }
}

export const calendarHandlers = [get]
