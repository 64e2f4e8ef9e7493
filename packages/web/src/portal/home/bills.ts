import type { BillRow } from '@pactdesk/domain/outsourcing/billing/bill/views'

export type OpenBill = BillRow & { openMinor: number; dueOn: string }

/** Issued bills with something open, the one due first on top. Credit notes are nothing to pay. */
export const openBills = (bills: readonly BillRow[]): OpenBill[] =>
  bills
    .filter((bill): bill is OpenBill => bill.kind !== 'credit-note' && (bill.openMinor ?? 0) > 0 && bill.dueOn !== undefined)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
