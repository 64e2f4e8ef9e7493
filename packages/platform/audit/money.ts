import { type Bill, type IssuedBill, openMinor } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import type { SourceItem } from '@pactdesk/domain/outsourcing/metering/source-item'
import type { Entry as JournalEntry } from '@pactdesk/domain/service-delivery/financial/journal'
import { ownerOf } from '../table/keys.ts'
import { type Check, check, type StoredItem } from './check.ts'

type Owned<T> = { provider: string; pk: string; sk: string; value: T }

const all = <T>(items: readonly StoredItem[], type: string): Owned<T>[] =>
  items
    .filter(item => item.t === type)
    .map(item => ({ provider: ownerOf(item.pk)?.provider ?? '', pk: item.pk, sk: item.sk, value: item.data as T }))

/** The ledger is whole, agrees with the bills, numbers are gapless, and nothing is billed twice. */
export function moneyChecks(items: readonly StoredItem[]): Check[] {
  const entries = all<JournalEntry>(items, 'journal')
  const bills = all<Bill>(items, 'bill')
  const issued = bills.filter((bill): bill is Owned<IssuedBill> => bill.value.status === 'issued')
  const lines = all<InvoiceLine>(items, 'bill-line')
  const work = all<SourceItem>(items, 'work')
  return [
    check('every journal entry sums to zero', found => {
      for (const { value } of entries) {
        const sum = value.postings.reduce((total, { minor }) => total + minor, 0)
        if (sum !== 0) found(`${value.id}: off by ${sum}`)
      }
      return entries.length
    }),
    check('receivables in the ledger = open bills', found => {
      const providers = new Set([...entries, ...issued].map(({ provider }) => provider))
      for (const provider of providers) {
        const ledger = entries
          .filter(entry => entry.provider === provider)
          .flatMap(entry => entry.value.postings)
          .filter(posting => posting.account === 'receivable')
          .reduce((total, { minor }) => total + minor, 0)
        const open = issued.filter(bill => bill.provider === provider).reduce((total, bill) => total + ledgerOpen(bill.value), 0)
        if (ledger !== open) found(`${provider}: the ledger says ${ledger}, the bills say ${open}`)
      }
      return providers.size
    }),
    check('every issued bill and payment has one entry', found => {
      let checked = 0
      for (const { provider, value: bill } of issued) {
        if (bill.opening) continue
        const own = entries.filter(
          entry => entry.provider === provider && entry.value.client === bill.client && entry.value.source.id === bill.id,
        )
        const kinds = (kind: string) => own.filter(entry => entry.value.source.kind === kind).length
        checked += 1
        const issue = kinds('bill') + kinds('credit-note')
        if (issue !== 1) found(`${bill.number}: ${issue} entries of its issue`)
        if (kinds('payment') !== bill.payments.length)
          found(`${bill.number}: ${kinds('payment')} entries for ${bill.payments.length} payments`)
      }
      return checked
    }),
    check('bill numbers are unique and gapless', found => {
      const numbers = Map.groupBy(
        issued.filter(bill => !bill.value.opening),
        bill => `${bill.provider} ${bill.value.number.replace(/\d+$/, '')}`,
      )
      for (const [series, list] of numbers) {
        const taken = list.map(bill => Number(/\d+$/.exec(bill.value.number)?.[0])).sort((a, b) => a - b)
        taken.forEach((number, at) => {
          if (at > 0 && number !== taken[at - 1]! + 1) found(`${series}: ${number} follows ${taken[at - 1]}`)
        })
      }
      return issued.length
    }),
    check('totals are the sum of lines', found => {
      for (const { pk, value: bill } of issued) {
        const own = lines.filter(line => line.pk === pk)
        const gross = own.reduce((total, line) => total + line.value.grossMinor, 0)
        const tax = own.reduce((total, line) => total + line.value.taxMinor, 0)
        if (own.length !== bill.lineCount) found(`${bill.number}: ${own.length} lines of ${bill.lineCount}`)
        if (gross !== bill.grossMinor || tax !== bill.taxMinor) found(`${bill.number}: lines sum to ${gross}, tax ${tax}`)
      }
      return issued.length
    }),
    check('a source item stands on one bill at most', found => {
      const seen = new Map<string, string>()
      for (const { pk, value: line } of lines) {
        for (const source of line.sources.filter(({ kind }) => kind === 'work' || kind === 'part')) {
          const key = `${ownerOf(pk)?.provider} ${ownerOf(pk)?.client} ${source.id}`
          const other = seen.get(key)
          if (other && other !== pk && !discarded(bills, other) && !discarded(bills, pk))
            found(`${source.id} is on ${other} and ${pk}`)
          seen.set(key, pk)
        }
      }
      return lines.length
    }),
    check('a billed or claimed item names a bill that is there', found => {
      for (const { pk, value: item } of work) {
        if (item.state.status !== 'billed' && item.state.status !== 'claimed') continue
        const { invoice } = item.state
        const bill = bills.find(
          candidate => candidate.value.id === invoice && ownerOf(candidate.pk)?.client === ownerOf(pk)?.client,
        )
        if (!bill) found(`${item.id} names bill ${invoice}, which is not there`)
        else if (item.state.status === 'billed' && bill.value.status !== 'issued')
          found(`${item.id} is billed by a bill that is ${bill.value.status}`)
      }
      return work.length
    }),
  ]
}

/** What is open; more than was owed stays the client's and is no receivable. */
const ledgerOpen = (bill: IssuedBill) => Math.max(0, openMinor(bill))

const discarded = (bills: Owned<Bill>[], pk: string) => bills.find(bill => bill.pk === pk)?.value.status === 'discarded'
