import type { BillRow } from '@pactdesk/domain/outsourcing/billing/bill/views'

export type OpenSum = { currency: string; openMinor: number; overdueMinor: number }

/** What is owed by the rows, a sum per currency; what the bank paid too much lowers nobody else's debt. */
export function sumOpen(rows: readonly BillRow[], today: string): OpenSum[] {
  const sums = new Map<string, OpenSum>()
  for (const { currency, openMinor = 0, dueOn } of rows) {
    const sum = sums.get(currency) ?? { currency, openMinor: 0, overdueMinor: 0 }
    const open = Math.max(0, openMinor)
    const overdue = dueOn !== undefined && today > dueOn ? open : 0
    sums.set(currency, { currency, openMinor: sum.openMinor + open, overdueMinor: sum.overdueMinor + overdue })
  }
  return [...sums.values()]
}
