import type { LocalDate } from '../../kernel/time.ts'
import type { InvoiceSeries } from './provider.ts'

/** Key of the gapless counter: a prefix with the year or month counts anew in each. */
export const seriesKey = (series: Pick<InvoiceSeries, 'prefix'>, issuedOn: LocalDate): string =>
  series.prefix.replace('{yyyymm}', issuedOn.slice(0, 7).replace('-', '')).replace('{yyyy}', issuedOn.slice(0, 4))

/** `INV-{yyyy}-`, width 4, number 1 on 2026-09-30 → `INV-2026-0001`; longer numbers are not cut. */
export const invoiceNumber = (series: InvoiceSeries, issuedOn: LocalDate, number: number): string =>
  seriesKey(series, issuedOn) + String(number).padStart(series.width, '0')

/** Credit notes are numbered apart, `CN-2026-0001` beside `INV-2026-0001`; from 1, and by year or month as the bills are. */
export function creditSeries({ prefix, width }: InvoiceSeries): InvoiceSeries {
  const period = prefix.match(/\{yyyy(?:mm)?\}/)?.[0]
  const own = period ? `CN-${period}-` : 'CN-'
  return { prefix: own === prefix ? `${own}R-` : own, width, next: 1 }
}
