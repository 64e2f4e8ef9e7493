import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll } from '../../table/page.ts'
import { defineRecord } from '../../table/record.ts'

/** Lines of a bill are items of its own partition: issuing costs the same however many there are. */
export const billLineRecord = defineRecord<{ client: string; bill: string; line: number }, InvoiceLine>({
  type: 'bill-line',
  scope: 'client',
  sv: 1,
  upcasts: [],
  key: ({ client, bill, line }) => ({ client, part: `INV#${bill}`, sort: `L#${String(line).padStart(4, '0')}` }),
})

export async function readLines(uow: UnitOfWork, client: string, bill: string): Promise<InvoiceLine[]> {
  const items = await queryAll(uow.database, uow.ctx, { scope: 'client', client, part: `INV#${bill}`, prefix: 'L#' })
  return items.map(item => item.data as InvoiceLine)
}

export function putLines(uow: UnitOfWork, client: string, bill: string, lines: readonly InvoiceLine[]): void {
  for (const line of lines) uow.putRecord(billLineRecord, { client, bill, line: line.line }, line, 'any')
}
