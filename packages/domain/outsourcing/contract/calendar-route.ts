import * as z from 'zod'
import { defineRoute } from '../../kernel/route.ts'
import { LocalDate, Month, Zone } from '../../kernel/time.ts'
import { contractReaders } from './views.ts'

/** The contract's own calendar in one month: what "working time" means in it. Clause 3(6). */
export const ContractMonth = z
  .object({
    month: Month,
    zone: Zone,
    workingDays: z.array(LocalDate),
    workingDayCount: z.int(),
    /** Minutes of all windows. */
    agreedServiceMinutes: z.int(),
    /** Weekend days that are worked because a notice says so (调休). */
    makeUpDays: z.array(LocalDate),
    /** Days that are closed as holidays, weekends among them. */
    holidays: z.array(LocalDate),
    /** The month's holidays are not announced: Monday to Friday counts until they are. */
    provisional: z.boolean(),
  })
  .meta({ id: 'ContractMonth' })
export type ContractMonth = z.infer<typeof ContractMonth>

export const getContractCalendar = defineRoute({
  id: 'getContractCalendar',
  group: 'outsourcing',
  method: 'GET',
  path: '/api/outsourcing/clients/{client}/contracts/{contract}/calendar',
  summary: 'Working days, agreed minutes and make-up days of a month',
  roles: contractReaders,
  query: z.object({ month: Month }),
  response: ContractMonth,
})
