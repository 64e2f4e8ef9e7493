import { money } from '../../kernel/money.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { dayKind, isWorkingDay, type ServiceCalendar, type Window } from '../../service-delivery/service-level/index.ts'
import { type DueDate, type DueRule, dueDate } from '../billing/due-date.ts'
import type { OpeningState, ScheduledBill } from './contract.ts'
import { contractTotal } from './coverage.ts'
import type { ContractTerms } from './terms.ts'

/**
 * The bills that a contract asks for by itself. `in-full-on-signing`: the whole fee, issued on the day of the second signature.
 * What was billed before the contract was recorded is not billed again.
 */
export function billingSchedule(terms: ContractTerms, signedOn: LocalDate, opening?: OpeningState): ScheduledBill[] {
  const total = contractTotal(terms)
  const open = total.minor - (opening?.billed.minor ?? 0)
  if (open === 0) return []
  return [
    { no: 1, invoiceOn: signedOn, due: contractDueDate(terms, signedOn), period: terms.term, gross: money(total.currency, open) },
  ]
}

/** Due date of a bill by the working days of the country: of the fee, or of extras by their rule. */
export function contractDueDate(terms: ContractTerms, issuedOn: LocalDate, rule: DueRule = terms.paymentDue): DueDate {
  const calendar = countryCalendar(terms.calendar)
  return dueDate(issuedOn, rule, {
    isWorkingDay: date => isWorkingDay(calendar, date),
    isProvisional: date => dayKind(calendar, date).provisional,
  })
}

const workday: Window[] = [['00:00', '24:00']]

/**
 * Civil Code 203 looks at the country's rest days, whatever the window of the service: a 9×7 contract has nothing due on a Sunday.
 * Where the contract names no country, the days on which its service opens.
 */
function countryCalendar(service: ServiceCalendar): ServiceCalendar {
  const { timezone, publicHolidays, holidays } = service
  if (publicHolidays !== 'CN') return service
  const weekly = { mon: workday, tue: workday, wed: workday, thu: workday, fri: workday }
  return { timezone, publicHolidays, weekly, ...(holidays && { holidays }) }
}
