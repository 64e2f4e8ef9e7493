import type { Payment, PaymentVia } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { type JournalEntry, journalRecord } from './journal-record.ts'

/** Writes an entry in the commit of what it records. An entry that does not sum to zero is a programming error. */
export function post(uow: UnitOfWork, entry: JournalEntry): void {
  const sum = entry.postings.reduce((total, { minor }) => total + minor, 0)
  if (sum !== 0) throw new Error(`entry ${entry.id} is off by ${sum}`)
  uow.putRecord(journalRecord, { date: entry.date, id: entry.id }, entry, 'absent')
}

/** Where money of each kind lies until it is in the bank. */
const assetOf: Record<PaymentVia, string> = { bank: 'bank', stripe: 'stripe-clearing', note: 'notes-receivable', cash: 'cash' }

export function postPayment(
  uow: UnitOfWork,
  {
    client,
    bill,
    number,
    currency,
    payment,
  }: { client: string; bill: string; number: string; currency: string; payment: Payment },
): void {
  post(uow, {
    id: `pay-${payment.id}`,
    date: payment.on,
    memo: `journal.payment.${payment.via}`,
    currency,
    client,
    source: { kind: 'payment', id: bill, label: number },
    postings: [
      { account: assetOf[payment.via], minor: payment.minor },
      { account: 'receivable', minor: -payment.minor },
    ],
  })
}
