import { DomainFailure } from '@pactdesk/domain/kernel/result'
import { creditSeries, type InvoiceSeries, invoiceNumber, providerAggregate, seriesKey } from '@pactdesk/domain/tenancy/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { defineRecord } from '../../table/record.ts'

const partOf = (series: string) => series.replace(/[^0-9A-Za-z_-]/g, '') || 'all'

/** Gapless: read and written in the commit that issues the bill, under its version. */
export const numberRecord = defineRecord<string, { series: string; next: number }>({
  type: 'invoice-number',
  scope: 'provider',
  sv: 1,
  upcasts: [],
  key: series => ({ part: `SEQ#INV#${partOf(series)}`, sort: '#' }),
})

/** That a prefix with the year or month has its first period behind it: only that one goes on from another system's numbers. */
export const seriesBegunRecord = defineRecord<string, { prefix: string; from: number }>({
  type: 'invoice-series-begun',
  scope: 'provider',
  sv: 1,
  upcasts: [],
  key: prefix => ({ part: `SEQ#BEGUN#${partOf(prefix)}`, sort: '#' }),
})

/** Takes the next number of the provider's series for this issue date. */
export async function takeNumber(uow: UnitOfWork, issuedOn: string): Promise<string> {
  const provider = await uow.load(providerAggregate, { id: uow.ctx.provider })
  const { invoiceSeries } = provider.state
  const series = seriesKey(invoiceSeries, issuedOn)
  const held = await uow.getRecord(numberRecord, series)
  if (uow.records.some(write => write.definition === numberRecord)) {
    throw new DomainFailure({ code: 'billing.two-numbers', kind: 'conflict', detail: 'one commit issues one bill' })
  }
  const next = held?.value.next ?? (await firstNumber(uow, invoiceSeries))
  uow.putRecord(numberRecord, series, { series, next: next + 1 }, held ? { version: held.version } : 'absent')
  return invoiceNumber(invoiceSeries, issuedOn, next)
}

/**
 * Numbers of credit notes: a gapless series of their own beside that of the bills, counted anew each year or month as that is. A
 * settlement takes several in one commit.
 */
export async function takeCreditNumbers(uow: UnitOfWork, issuedOn: string, count: number): Promise<string[]> {
  if (count === 0) return []
  const provider = await uow.load(providerAggregate, { id: uow.ctx.provider })
  const series = creditSeries(provider.state.invoiceSeries)
  const key = seriesKey(series, issuedOn)
  const held = await uow.getRecord(numberRecord, key)
  const first = held?.value.next ?? series.next
  uow.putRecord(numberRecord, key, { series: key, next: first + count }, held ? { version: held.version } : 'absent')
  return Array.from({ length: count }, (_, at) => invoiceNumber(series, issuedOn, first + at))
}

/** A new series begins where the settings say; its later years or months begin at 1. */
async function firstNumber(uow: UnitOfWork, { prefix, next }: InvoiceSeries): Promise<number> {
  if (await uow.getRecord(seriesBegunRecord, prefix)) return 1
  uow.putRecord(seriesBegunRecord, prefix, { prefix, from: next }, 'absent')
  return next
}
