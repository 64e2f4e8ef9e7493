import { DomainFailure } from '@pactdesk/domain/kernel/result'
import { invoiceNumber, providerAggregate, seriesKey } from '@pactdesk/domain/tenancy/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { defineRecord } from '../../table/record.ts'

/** Gapless: read and written in the commit that issues the bill, under its version. */
export const numberRecord = defineRecord<string, { series: string; next: number }>({
  type: 'invoice-number',
  scope: 'provider',
  sv: 1,
  upcasts: [],
  key: series => ({ part: `SEQ#INV#${series.replace(/[^0-9A-Za-z_-]/g, '') || 'all'}`, sort: '#' }),
})

/** Takes the next number of the provider's series for this issue date; a new series begins where the settings say. */
export async function takeNumber(uow: UnitOfWork, issuedOn: string): Promise<string> {
  const provider = await uow.load(providerAggregate, { id: uow.ctx.provider })
  const { invoiceSeries } = provider.state
  const series = seriesKey(invoiceSeries, issuedOn)
  const held = await uow.getRecord(numberRecord, series)
  if (uow.records.some(write => write.definition === numberRecord)) {
    throw new DomainFailure({ code: 'billing.two-numbers', kind: 'conflict', detail: 'one commit issues one bill' })
  }
  const next = held?.value.next ?? invoiceSeries.next
  uow.putRecord(numberRecord, series, { series, next: next + 1 }, held ? { version: held.version } : 'absent')
  return invoiceNumber(invoiceSeries, issuedOn, next)
}
