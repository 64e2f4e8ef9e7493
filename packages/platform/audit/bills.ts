import type { Bill, IssuedBill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import { invoiceOf as holdingBill, type SourceItem } from '@pactdesk/domain/outsourcing/metering/index'
import { type Check, check } from './check.ts'
import { type Held, indexed, repeated, type Table } from './table.ts'

/** Bills add up, are numbered without gaps, and charge each unit of work and each late fee once. */
export function billChecks(table: Table): Check[] {
  const bills = table.of<Bill>('bill')
  const lines = table.of<InvoiceLine>('bill-line')
  const work = table.of<SourceItem>('work')
  const of = indexed(bills, bill => bill.pk)
  const charging = lines.filter(({ pk }) => charges(of.get(pk)?.value))
  const issued = bills.flatMap(bill => (bill.value.status === 'issued' ? [{ ...bill, value: bill.value as IssuedBill }] : []))
  return [
    check('bill numbers are unique and gapless', found => numbers(table, issued, found), [billEvents.issued]),
    check(
      'totals are the sum of lines',
      found => {
        for (const { pk, value: bill } of issued) {
          const own = lines.filter(line => line.pk === pk).map(({ value }) => value)
          const sum = (part: 'grossMinor' | 'taxMinor' | 'netMinor') => own.reduce((all, line) => all + line[part], 0)
          if (own.length !== bill.lineCount) found(`${bill.number}: ${own.length} lines of ${bill.lineCount}`)
          else if (
            sum('grossMinor') !== bill.grossMinor ||
            sum('taxMinor') !== bill.taxMinor ||
            sum('netMinor') !== bill.netMinor
          )
            found(`${bill.number}: lines sum to ${sum('grossMinor')}, tax ${sum('taxMinor')}`)
        }
        for (const { pk, sk } of lines) if (!of.has(pk)) found(`${pk} ${sk}: a line without a bill`)
        return issued.length
      },
      [billEvents.issued],
    ),
    check(
      'a source item stands on one line of one bill',
      found => {
        const charged = charging.flatMap(({ provider, client, pk, value }) =>
          (isCleared(of.get(pk)?.value, value.line) ? [] : value.sources)
            .filter(({ kind }) => kind === 'work' || kind === 'part')
            .map(({ id }) => ({ key: `${provider} ${client} ${id}`, place: `${of.get(pk)?.value.id} line ${value.line}` })),
        )
        for (const [key, own] of Map.groupBy(charged, ({ key }) => key))
          if (own.length > 1) found(`${key} is charged on ${own.map(({ place }) => place).join(' and ')}`)
        return lines.length
      },
      [billEvents.drafted],
    ),
    check(
      'what a bill claims and what claims to be on it agree',
      found => {
        let checked = 0
        for (const { pk, provider, client, value: bill } of bills) {
          if (!charges(bill) || bill.status === 'drafting' || !bill.month) continue
          const own = work.filter(item => item.provider === provider && item.client === client && invoiceOf(item) === bill.id)
          const items = (kept: boolean) =>
            lines
              .filter(line => line.pk === pk && isCleared(bill, line.value.line) !== kept)
              .flatMap(({ value }) => value.sources)
              .flatMap(({ kind, id }) => (kind === 'work' || kind === 'part' ? [id] : []))
          const charged = new Set(items(true))
          checked += own.length
          if ('claimed' in bill && own.length + items(false).length !== bill.claimed)
            found(`${pk}: claimed ${bill.claimed} items, held by ${own.length}, credited ${items(false).length}`)
          for (const { value } of own) if (!charged.has(value.id)) found(`${pk}: ${value.id} is claimed but on no line`)
          const held = new Set(own.map(({ value }) => value.id))
          for (const id of charged) if (!held.has(id)) found(`${pk}: ${id} is on a line but not claimed`)
        }
        for (const item of work) {
          const invoice = invoiceOf(item)
          const bill = invoice && of.get(`P#${item.provider}#C#${item.client}#INV#${invoice}`)?.value
          if (invoice && !charges(bill || undefined)) found(`${item.value.id} names bill ${invoice}, which is not there`)
          else if (bill && item.value.state.status === 'billed' && bill.status !== 'issued')
            found(`${item.value.id} is billed by a bill that is ${bill.status}`)
        }
        return checked
      },
      [billEvents.itemsClaimed],
    ),
    check('a late fee is billed once', found => lateFees(issued, charging, of, found), [billEvents.lateFeeDecided]),
  ]
}

/** Credit notes repeat the lines they correct; a discarded draft charges nothing. */
const charges = (bill: Bill | undefined): bill is Bill =>
  bill !== undefined && bill.kind !== 'credit-note' && bill.status !== 'discarded' && bill.status !== 'discarding'

const invoiceOf = ({ value }: Held<SourceItem>): string | undefined => holdingBill(value)

/** A line of which a credit note left nothing: its work is no longer held by the bill. */
const isCleared = (bill: Bill | undefined, line: number): boolean =>
  bill?.status === 'issued' && bill.credited.some(({ cleared }) => cleared?.includes(line))

/** A line whose claimed late fee a credit note gave back to be billed anew. */
const isReleased = (bill: Bill | undefined, line: number): boolean =>
  bill?.status === 'issued' && bill.credited.some(({ cleared, items }) => items === 'release' && cleared?.includes(line))

type Found = (problem: string) => void

function numbers(table: Table, issued: readonly Held<IssuedBill>[], found: Found): number {
  const own = issued.filter(({ value }) => !value.opening)
  for (const [number, times] of repeated(issued, ({ provider, value }) => `${provider} ${value.number}`))
    found(`${number} was given to ${times} bills`)
  const series = Map.groupBy(own, ({ provider, value }) => `${provider} ${value.number.replace(/\d+$/, '')}`)
  const counters = indexed(
    table.of<{ series: string; next: number }>('invoice-number'),
    ({ provider, value }) => `${provider} ${value.series}`,
  )
  for (const [name, list] of series) {
    const taken = list.map(({ value }) => Number(/\d+$/.exec(value.number)?.[0])).sort((a, b) => a - b)
    taken.forEach((number, at) => {
      if (at > 0 && number > taken[at - 1]! + 1) found(`${name}: ${number} follows ${taken[at - 1]}`)
    })
    const next = counters.get(name)?.value.next
    if (next !== taken.at(-1)! + 1) found(`${name}: ${taken.at(-1)} was given, the next would be ${next ?? 'the first'}`)
  }
  for (const name of counters.keys()) if (!series.has(name)) found(`${name}: numbers were taken but no bill has one`)
  return issued.length
}

function lateFees(
  issued: readonly Held<IssuedBill>[],
  lines: readonly Held<InvoiceLine>[],
  bills: ReadonlyMap<string, Held<Bill>>,
  found: Found,
): number {
  const carried = lines.flatMap(({ provider, client, pk, value }) =>
    (isReleased(bills.get(pk)?.value, value.line) ? [] : value.sources).flatMap(({ kind, id }) =>
      kind === 'late-fee' ? [{ key: `${provider} ${client} ${id}`, bill: bills.get(pk)?.value.id }] : [],
    ),
  )
  let checked = 0
  for (const { provider, client, value } of issued) {
    for (const { id, action, minor, billedBy } of value.lateFees) {
      checked += 1
      const on = carried.filter(({ key }) => key === `${provider} ${client} ${id}`).map(({ bill }) => bill)
      const wanted = action === 'claim' && minor > 0 && billedBy ? [billedBy] : []
      if (on.join() !== wanted.join())
        found(`late fee ${id} of ${value.number} stands on ${on.join(', ') || 'no bill'}, decided for ${wanted.join() || 'none'}`)
    }
  }
  return checked
}
