import { money } from '../../kernel/money.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { dayKind, isWorkingDay } from '../../service-delivery/service-level/index.ts'
import { type DueRule, dueDate } from '../billing/due-date.ts'
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

/** Due date of a bill under the contract's own calendar: of the fee, or of extras by their rule. */
export const contractDueDate = (terms: ContractTerms, issuedOn: LocalDate, rule: DueRule = terms.paymentDue) =>
  dueDate(issuedOn, rule, {
    isWorkingDay: date => isWorkingDay(terms.calendar, date),
    isProvisional: date => dayKind(terms.calendar, date).provisional,
  })
