import { sumMinor } from '@pactdesk/domain/kernel/money'
import type { Bill, IssuedBill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import type { CreditableLine } from '@pactdesk/domain/outsourcing/billing/credit-note'
import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { readLines } from './bill-lines.ts'

export type LineCredit = { line: number; grossMinor: number; taxMinor: number }

/**
 * What finance's credit notes took off each line: read from the notes' own lines, so that a bill of a thousand lines carries none
 * of it in its state. What a settlement returned is not among them.
 */
export async function lineCredits(uow: UnitOfWork, bill: Bill): Promise<LineCredit[]> {
  if (bill.status !== 'issued') return []
  const given = bill.credited.filter(({ bySettlement }) => !bySettlement)
  const lines = await Promise.all(given.map(({ note }) => readLines(uow, bill.client, note)))
  return [...Map.groupBy(lines.flat(), ({ line }) => line)].map(([line, own]) => ({
    line,
    grossMinor: sumMinor(own.map(({ grossMinor }) => grossMinor)),
    taxMinor: sumMinor(own.map(({ taxMinor }) => taxMinor)),
  }))
}

/** Lines of an issued bill with what earlier credit notes took off each. */
export async function creditableLines(uow: UnitOfWork, bill: IssuedBill): Promise<(InvoiceLine & CreditableLine)[]> {
  const [lines, credits] = await Promise.all([readLines(uow, bill.client, bill.id), lineCredits(uow, bill)])
  const of = new Map(credits.map(credit => [credit.line, credit]))
  return lines.map(line => {
    const credit = of.get(line.line)
    return credit ? { ...line, creditedGrossMinor: credit.grossMinor, creditedTaxMinor: credit.taxMinor } : line
  })
}
