import type { Bill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import type { SourceItem } from '@pactdesk/domain/outsourcing/metering/index'
import type { Entry } from '@pactdesk/domain/service-delivery/financial/journal'
import { copyOf, type Fault } from '../planted.ts'

/** Bills, payments and the ledger: lost, doubled or altered. */
export const money: Fault[] = [
  [
    'an unbalanced entry',
    ['every journal entry sums to zero'],
    table => {
      table.value<Entry>('journal', ({ source }) => source.kind === 'recognition').data.postings[1]!.minor += 1
    },
  ],
  [
    'an entry that was booked twice',
    [
      'nothing is booked twice',
      'receivables in the ledger = open bills',
      'every issued bill, payment and write-off has one entry of its amount',
    ],
    table => {
      const entry = copyOf(table.value<Entry>('journal', ({ source }) => source.kind === 'payment'))
      const date = '2027-03-30'
      const sort = `${date}#${entry.data.id}`
      table.add({ ...entry, sk: sort, gsi1sk: sort, data: { ...entry.data, date } })
    },
  ],
  [
    'revenue that was recognised twice under another name',
    ['revenue of a month is recognised once'],
    table => {
      const entry = copyOf(table.value<Entry>('journal', ({ source }) => source.kind === 'recognition'))
      const id = `${entry.data.id}-again`
      const sort = `${entry.data.date}#${id}`
      table.add({ ...entry, sk: sort, gsi1sk: sort, data: { ...entry.data, id } })
    },
  ],
  [
    'an entry of a payment that never was',
    ['every issued bill, payment and write-off has one entry of its amount', 'every entry books something that is there'],
    table => {
      table.value<Entry>('journal', ({ source }) => source.kind === 'payment').data.source.id = 'nothing'
    },
  ],
  [
    'a payment that was taken twice, by the book but without its journal',
    [
      'a source of money has paid once and is guarded',
      'lines of the bank and payments by bank agree',
      'every issued bill, payment and write-off has one entry of its amount',
    ],
    table => {
      const bill = table.value<Bill>('bill', paidByBank)
      const payment = { ...(bill.data as Extract<Bill, { status: 'issued' }>).payments[0]!, id: 'again', minor: 100 }
      table.happen(bill, 'billing.bill-paid.v1', { bill: bill.data.id, client: bill.data.client, payment, openMinor: -100 })
    },
  ],
  [
    'a payment without its guard',
    ['a source of money has paid once and is guarded'],
    table => table.remove(table.value('payment-guard')),
  ],
  [
    'a line of the bank that paid nothing',
    ['lines of the bank and payments by bank agree'],
    table => {
      const line = table.value<{ id: string }>('bank-line')
      table.happen(line, 'billing.bank-line-settled.v1', {
        line: line.data.id,
        bill: { client: 'HEXI', id: 'another', number: 'SI-2027-0099' },
        by: { kind: 'staff', id: 'x', name: 'x' },
      })
    },
  ],
  [
    'a number that was skipped',
    ['bill numbers are unique and gapless'],
    table => {
      table.value<{ next: number }>('invoice-number').data.next += 1
    },
  ],
  [
    'a source item that two lines charge',
    ['totals are the sum of lines', 'a source item stands on one line of one bill'],
    table => {
      const line = table.value<InvoiceLine>('bill-line', ({ kind }) => kind === 'part')
      const again = copyOf(line)
      again.data.line = 99
      table.add({ ...again, sk: 'L#0099' })
    },
  ],
  [
    'a late fee that two lines charge',
    ['totals are the sum of lines', 'a late fee is billed once'],
    table => {
      const line = copyOf(table.value<InvoiceLine>('bill-line', ({ kind }) => kind === 'late-fee'))
      line.data.line = 99
      table.add({ ...line, sk: 'L#0099' })
    },
  ],
  [
    'a line whose sum was changed',
    ['totals are the sum of lines'],
    table => {
      table.value<InvoiceLine>('bill-line').data.grossMinor += 1
    },
  ],
  [
    'a billed item that its bill does not charge',
    ['what a bill claims and what claims to be on it agree', 'a closed month holds what was counted at its close'],
    table => {
      const billed = table.value<SourceItem>('work', ({ state }) => state.status === 'billed')
      const free = table.value<SourceItem>(
        'work',
        ({ kind, date }) => kind === 'device-day' && date < '2027-04-01' && billed.data.client === 'HEXI',
      )
      free.data.state = copyOf(billed.data.state)
    },
  ],
]

const paidByBank = (bill: Bill) => bill.status === 'issued' && bill.payments.some(({ via }) => via === 'bank')
