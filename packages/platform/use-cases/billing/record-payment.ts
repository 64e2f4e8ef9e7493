import { createHash } from 'node:crypto'
import { DomainFailure } from '@pactdesk/domain/kernel/result'
import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import { type IssuedBill, openMinor, type Payment } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import { paymentEntry } from '@pactdesk/domain/service-delivery/financial/entries'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { defineRecord } from '../../table/record.ts'
import { post } from '../financial/journal-record.ts'

/** One source of money settles once: the bank's line, Stripe's payment, the note's number. */
export const paymentGuard = defineRecord<{ client: string; source: string }, { bill: string; payment: string }>({
  type: 'payment-guard',
  scope: 'client',
  sv: 1,
  upcasts: [],
  key: ({ client, source }) => ({
    client,
    part: `UQ#PAY#${createHash('sha256').update(source).digest('hex').slice(0, 40)}`,
    sort: '#',
  }),
})

export async function loadIssued(uow: UnitOfWork, client: string, id: string) {
  const loaded = await uow.subject(billAggregate, { client, id })
  if (loaded.state.status === 'issued') return { ...loaded, state: loaded.state as IssuedBill }
  throw new DomainFailure({
    code: 'billing.not-issued',
    kind: 'conflict',
    detail: `the bill is ${loaded.state.status}, not issued`,
  })
}

/**
 * Takes a payment onto an issued bill and into the journal, in one commit. `known` means this source was taken before:
 * nothing happens again. More than is open stays on the bill as overpaid; it is never guessed onto another bill.
 */
export async function takePayment(
  uow: UnitOfWork,
  at: { client: string; bill: string },
  payment: Omit<Payment, 'id'> & { currency: string },
): Promise<{ bill: IssuedBill; known: boolean; version: number }> {
  const loaded = await loadIssued(uow, at.client, at.bill)
  const { currency, ...money } = payment
  if (payment.minor <= 0) {
    throw new DomainFailure({
      code: 'billing.not-incoming',
      kind: 'invalid',
      detail: `${payment.minor} is money that went out; a payment comes in`,
      params: { minor: payment.minor },
    })
  }
  if (currency !== loaded.state.currency) {
    throw new DomainFailure({
      code: 'billing.currency',
      kind: 'invalid',
      detail: `the bill is in ${loaded.state.currency}, the payment in ${currency}`,
    })
  }
  if (payment.on < '2000-01-01' || payment.on > latestDay(uow.env.now)) {
    throw new DomainFailure({
      code: 'billing.payment-date',
      kind: 'invalid',
      detail: `${payment.on} is no day on which money can have come`,
    })
  }
  const guard = { client: at.client, source: payment.source }
  const held = await uow.getRecord(paymentGuard, guard)
  if (held) {
    if (held.value.bill === at.bill) return { bill: loaded.state, known: true, version: loaded.version }
    throw new DomainFailure({ code: 'billing.source-used', kind: 'conflict', detail: `${payment.source} has paid another bill` })
  }
  const id = uow.env.newId()
  const left = openMinor(loaded.state) - payment.minor
  const appended = uow.append(loaded, [
    billEvents.paid.of({ bill: at.bill, client: at.client, payment: { id, ...money }, openMinor: left }),
  ])
  uow.putRecord(paymentGuard, guard, { bill: at.bill, payment: id }, 'absent')
  const applied = Math.max(0, Math.min(payment.minor, openMinor(loaded.state)))
  post(
    uow,
    paymentEntry(
      {
        id: `pay-${id}`,
        date: payment.on,
        currency,
        client: at.client,
        source: { kind: 'payment', id: at.bill, label: loaded.state.number },
      },
      payment.via,
      { appliedMinor: applied, unappliedMinor: payment.minor - applied },
    ),
  )
  return { bill: appended.state as IssuedBill, known: false, version: appended.version }
}

/** A payment may carry the bank's date, which can be a day ahead of ours where zones differ. */
export const latestDay = (now: string): string => new Date(Date.parse(now) + 86_400_000).toISOString().slice(0, 10)
