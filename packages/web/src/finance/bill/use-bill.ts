import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import { getMonth, listMonthBoard, listWork } from '@pactdesk/domain/outsourcing/billing/month/routes'
import { getBill, getBillDocument, getLateFee, listReceivables } from '@pactdesk/domain/outsourcing/billing/routes'
import { getContractVersion } from '@pactdesk/domain/outsourcing/contract/routes'
import { getBalances, listJournal } from '@pactdesk/domain/service-delivery/financial/routes'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useApiQuery } from '../../api/query.ts'
import type { Words } from '../../explain/labels.ts'
import { quoteOf } from './explain-line.ts'

/** What a command on a bill makes old. */
export const billReads = [getBill, getLateFee, listReceivables, getMonth, listMonthBoard, listWork, listJournal, getBalances]

/** A bill; followed while its units are being claimed or released, and until its PDF is there. */
export function useBill(client: string, id: string) {
  const [moving, setMoving] = useState(false)
  const query = useApiQuery(getBill, { params: { client, bill: id } }, { live: moving })
  const bill = query.data?.value
  const now =
    bill !== undefined &&
    (bill.status === 'drafting' || bill.status === 'discarding' || (bill.status === 'issued' && !bill.document))
  if (now !== moving) setMoving(now)
  return query
}

/** The signed words of a clause, from the very version the bill was made under. */
export function useQuote(bill: BillView | undefined, clause: string | undefined): Words | undefined {
  const version = useApiQuery(
    getContractVersion,
    { params: { client: bill?.client ?? '', contract: bill?.contract ?? '', version: String(bill?.contractVersion ?? 1) } },
    { enabled: bill !== undefined && clause !== undefined },
  )
  return clause === undefined || !version.data ? undefined : quoteOf(version.data.value.text.clauses, clause)
}

/** Opens the stored PDF at its short-lived address. */
export async function openPdf(bill: BillView): Promise<void> {
  const { value } = await api.call(getBillDocument, { params: { client: bill.client, bill: bill.id } })
  window.location.assign(value.url)
}
