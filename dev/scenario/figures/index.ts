import { contractFeeInvoice, monthInvoice } from './bills.ts'
import { balancesAtMonthInvoiceIssueFen, ledger } from './books.ts'
import { calendar } from './calendar.ts'
import { availabilityOfMonth, serviceLevelOfMonth, tickets } from './desk.ts'
import { revenueRecognition, termination } from './ending.ts'
import { lateFee } from './late-fee.ts'
import type { Fields } from './shape.ts'
import { deviceDays, maintenanceOfMonth, workItems, workMinutesByState } from './work.ts'

/** Where the product says each figure of `expected`. */
export const figures: Fields = {
  calendar,
  lateFee,
  contractFeeInvoice,
  tickets,
  serviceLevelOfMonth,
  availabilityOfMonth,
  workItems,
  workMinutesByState,
  deviceDays,
  maintenanceOfMonth,
  monthInvoice,
  revenueRecognition,
  termination,
  ledger,
  balancesAtMonthInvoiceIssueFen,
}
