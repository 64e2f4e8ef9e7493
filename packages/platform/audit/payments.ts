import type { BankLine } from '@pactdesk/domain/outsourcing/billing/bank/bank-line'
import { bankEvents } from '@pactdesk/domain/outsourcing/billing/bank/bank-line'
import type { Bill, Payment } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import { paymentGuard } from '../use-cases/billing/record-payment.ts'
import { type Check, check } from './check.ts'
import { indexed, repeated, type Table } from './table.ts'

type Moved = Pick<Payment, 'id' | 'source' | 'minor'>
type Paid = { provider: string; client: string; bill: string; payment: Moved }

/** Money that came in, and money that went back: each voucher of either is guarded. */
const movedOn = (bill: Extract<Bill, { status: 'issued' }>): Moved[] => [
  ...bill.payments,
  ...bill.refunds.map(({ source, minor }, at) => ({ id: `refund-${at + 1}`, source: `refund:${source}`, minor })),
]

/** Each source of money has paid once, and where it says. */
export function paymentChecks(table: Table): Check[] {
  const paid = table
    .of<Bill>('bill')
    .flatMap(({ provider, client, value }): Paid[] =>
      value.status === 'issued' ? movedOn(value).map(payment => ({ provider, client, bill: value.id, payment })) : [],
    )
  return [
    check(
      'a source of money has paid once and is guarded',
      found => {
        for (const [source, times] of repeated(
          paid,
          ({ provider, client, payment }) => `${provider} ${client} ${payment.source}`,
        ))
          found(`${source} has paid ${times} times`)
        const guards = indexed(table.of<{ bill: string; payment: string }>('payment-guard'), guard => guard.pk)
        const guarded = new Set<string>()
        for (const { provider, client, bill, payment } of paid) {
          const pk = `P#${provider}#C#${client}#${paymentGuard.key({ client, source: payment.source }).part}`
          const guard = guards.get(pk)?.value
          guarded.add(pk)
          if (guard?.bill !== bill || guard.payment !== payment.id)
            found(`payment ${payment.id} (${payment.source}) on ${bill} is not guarded`)
        }
        for (const { pk, value } of guards.values())
          if (!guarded.has(pk)) found(`${pk}: ${value.bill} has no payment ${value.payment}`)
        return paid.length
      },
      [billEvents.paid],
    ),
    check(
      'lines of the bank and payments by bank agree',
      found => {
        const lines = table.of<BankLine>('bank-line')
        const byLine = indexed(
          paid.filter(({ payment }) => payment.source.startsWith('bank:')),
          ({ provider, payment }) => `${provider} ${payment.source}`,
        )
        const known = new Set<string>()
        for (const { provider, value } of lines) {
          const key = `${provider} bank:${value.id}`
          const payment = byLine.get(key)
          known.add(key)
          if (value.state !== 'matched') {
            if (payment) found(`bank line ${value.id} is ${value.state} but has paid ${payment.bill}`)
          } else if (payment?.bill !== value.bill?.id || payment?.client !== value.bill?.client)
            found(`bank line ${value.id} says it paid ${value.bill?.id}, which has no such payment`)
          else if (payment?.payment.minor !== value.minor)
            found(`bank line ${value.id} of ${value.minor} paid ${payment?.payment.minor}`)
        }
        for (const [key, { payment, bill }] of byLine)
          if (!known.has(key) && /^bank:[0-9a-f]{32}$/.test(payment.source))
            found(`${key} has paid ${bill} but is no line of the bank`)
        return lines.length
      },
      Object.values(bankEvents),
    ),
  ]
}
