import { type Bill, type IssuedBill, openMinor } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import { type Settlement, settlementEvents } from '@pactdesk/domain/outsourcing/billing/settlement/settlement'
import { type Contract, contractEvents, isBinding } from '@pactdesk/domain/outsourcing/contract/index'
import type { Entry } from '@pactdesk/domain/service-delivery/financial/journal'
import { type Check, check } from './check.ts'
import { type Held, indexed, repeated, type Table } from './table.ts'

const booking = [billEvents.issued, billEvents.paid, contractEvents.monthEnded, settlementEvents.made]

/** The ledger balances, agrees with the bills, and books everything exactly once. */
export function ledgerChecks(table: Table): Check[] {
  const entries = table.of<Entry>('journal')
  const issued = table
    .of<Bill>('bill')
    .flatMap(bill => (bill.value.status === 'issued' ? [{ ...bill, value: bill.value as IssuedBill }] : []))
  return [
    check(
      'every journal entry sums to zero',
      found => {
        for (const { value } of entries) {
          const sum = total(value)
          if (sum !== 0) found(`${value.id}: off by ${sum}`)
        }
        return entries.length
      },
      booking,
    ),
    check(
      'nothing is booked twice',
      found => {
        for (const [id, times] of repeated(entries, ({ provider, value }) => `${provider} ${value.id}`))
          found(`${id} is booked ${times} times`)
        for (const { sk, value } of entries)
          if (sk !== `${value.date}#${value.id}`) found(`${value.id} of ${value.date} is kept as ${sk}`)
        return entries.length
      },
      booking,
    ),
    check(
      'receivables in the ledger = open bills',
      found => {
        const books = new Set([...entries, ...issued].map(({ provider, value }) => `${provider} ${value.currency}`))
        for (const book of books) {
          const of = ({ provider, value }: Held<{ currency: string }>) => `${provider} ${value.currency}` === book
          const ledger = entries.filter(of).reduce((sum, { value }) => sum + total(value, 'receivable'), 0)
          const open = issued.filter(of).reduce((sum, { value }) => sum + Math.max(0, openMinor(value)), 0)
          if (ledger !== open) found(`${book}: the ledger says ${ledger}, the bills say ${open}`)
        }
        return books.size
      },
      booking,
    ),
    check(
      'every issued bill, payment and write-off has one entry of its amount',
      found => {
        let checked = 0
        for (const { provider, value: bill } of issued) {
          const own = entries.filter(
            ({ provider: of, value }) => of === provider && value.client === bill.client && value.source.id === bill.id,
          )
          const expect = (kind: string, amounts: readonly number[], booked: (entry: Entry) => number) => {
            checked += amounts.length
            const found_ = own.flatMap(({ value }) => (value.source.kind === kind ? [booked(value)] : []))
            if (ascending(found_) !== ascending(amounts))
              found(`${provider} ${bill.number}: ${kind} of ${ascending(amounts) || 0}, booked ${ascending(found_) || 0}`)
          }
          if (bill.kind === 'credit-note') expect('credit-note', [bill.grossMinor], entry => debits(entry))
          else expect('bill', bill.opening ? [] : [bill.grossMinor], entry => total(entry, 'receivable'))
          expect(
            'payment',
            bill.payments.map(({ minor }) => minor),
            debits,
          )
          expect(
            'write-off',
            bill.writtenOff.map(({ minor }) => minor),
            debits,
          )
          expect(
            'refund',
            bill.refunds.map(({ minor }) => minor),
            debits,
          )
        }
        return checked
      },
      [billEvents.issued],
    ),
    check(
      'every entry books something that is there',
      found => {
        const bills = indexed(issued, ({ provider, value }) => `${provider} ${value.client} ${value.id}`)
        const contracts = indexed(
          table.of<Contract>('contract'),
          ({ provider, value }) => `${provider} ${value.client} ${value.id}`,
        )
        const settled = indexed(table.of<Settlement>('settlement'), ({ provider, pk }) => `${provider} ${pk.split('#').at(-1)}`)
        for (const { provider, value } of entries) {
          const key = `${provider} ${value.client} ${value.source.id}`
          const contract = contracts.get(key)?.value
          const bill = bills.get(key)?.value
          const there = {
            bill: () => bill !== undefined && !bill.opening,
            payment: () => bill?.payments.some(({ id }) => value.id === `pay-${id}`) ?? false,
            'write-off': () => bill !== undefined,
            'credit-note': () => bill?.kind === 'credit-note',
            recognition: () => contract !== undefined && isBinding(contract),
            opening: () => contract !== undefined && 'opening' in contract,
            settlement: () => settled.has(`${provider} ${value.source.id}`) || bill !== undefined,
            refund: () => settled.has(`${provider} ${value.source.id}`) || (bill?.refunds.length ?? 0) > 0,
          } satisfies Record<Entry['source']['kind'], () => boolean>
          if (!there[value.source.kind]()) found(`${value.id} books ${value.source.kind} ${value.source.id}, which is not there`)
        }
        return entries.length
      },
      booking,
    ),
  ]
}

const total = ({ postings }: Entry, account?: string): number =>
  postings.reduce((sum, posting) => sum + (account === undefined || posting.account === account ? posting.minor : 0), 0)
const debits = ({ postings }: Entry): number => postings.reduce((sum, { minor }) => sum + Math.max(0, minor), 0)
const ascending = (amounts: readonly number[]): string => amounts.toSorted((a, b) => a - b).join(', ')
