import { type Currency, sumMinor } from '../../kernel/money.ts'
import { invalid, ok, type Result } from '../../kernel/result.ts'
import type { LocalDate, Month } from '../../kernel/time.ts'
import { lastDayOfMonth, monthOf } from '../../kernel/time.ts'
import type { RateSnapshot } from '../metering/item-state.ts'
import { byTicketAndEntry, isPart, isTime, type SourceItem, type TimeEntry } from '../metering/source-item.ts'
import { invoiceOf } from '../metering/transitions.ts'
import type { Explanation } from './explanation.ts'
import { lateFeeLine, outOfScopeLine, partLine } from './extras-lines.ts'
import type { AnnexRow, UntaxedLine } from './invoice-line.ts'
import { type Taxed, taxInclusive } from './tax.ts'

/** A late fee that finance claimed and no bill carries yet. */
export type ClaimedLateFee = {
  id: string
  bill: { id: string; number: string }
  days: number
  from: LocalDate
  through: LocalDate
  minor: number
  taxRate: string
  explanation: Explanation
}

export type ExtrasInput = {
  month: Month
  currency: Currency
  /** All source items settled in the month, late ones included, in whatever state. */
  items: readonly SourceItem[]
  /** Items of earlier months: what they billed for a ticket and visit is not rounded up again. */
  earlier?: readonly SourceItem[]
  lateFees: readonly ClaimedLateFee[]
}

export type ExtrasPlan = Taxed & {
  /** What the draft takes: issuing is conditional on their number and sum. */
  claims: { items: string[]; lateFees: string[] }
  annex: AnnexRow[]
}

/**
 * The bill of a month's extras as a pure function of what is there: parts by ticket and entry, out-of-scope work by ticket, claimed
 * late fees last. It takes only what is billable, so planning again after the draft claimed it plans nothing. Work dated before the
 * month is late usage: its line names the month it comes from. Minutes already billed for the same ticket and visit are not
 * rounded up twice.
 */
export function planExtras(input: ExtrasInput): Result<ExtrasPlan> {
  const lastDay = lastDayOfMonth(input.month)
  const billable = input.items.filter(item => item.state.status === 'billable' && item.date <= lastDay).sort(byTicketAndEntry)
  const foreign = billable.find(item => item.state.status === 'billable' && item.state.rate.currency !== input.currency)
  if (foreign) return invalid('billing.mixed-currencies', `${foreign.id} is not in ${input.currency}`, { item: foreign.id })
  const parts = billable.filter(isPart).map(item => partLine(item, lateMonths([item], input.month)))
  const work = ticketGroups(billable.filter(isTime)).map(entries =>
    outOfScopeLine(entries, alreadyBilled([...(input.earlier ?? []), ...input.items], entries), lateMonths(entries, input.month)),
  )
  const lateFees = input.lateFees.map(lateFeeLine)
  const lines = [...parts, ...work, ...lateFees].map((line, index): UntaxedLine => ({ ...line, line: index + 1 }))
  return ok({
    ...taxInclusive(lines),
    claims: { items: billable.map(item => item.id), lateFees: input.lateFees.map(fee => fee.id) },
    annex: input.items.filter(item => item.state.status === 'covered' && item.date <= lastDay).map(annexRow),
  })
}

/** What charged items are worth in minor units, priced as on a bill; for the sums of the close, where no bill holds them yet. */
export function chargedValueMinor(items: readonly SourceItem[]): number {
  const priced = items.filter(item => 'rate' in item.state || item.state.status === 'disputed').sort(byTicketAndEntry)
  const parts = priced.filter(isPart).map(item => partLine(item, []))
  const work = ticketGroups(priced.filter(isTime)).map(entries => outOfScopeLine(entries, [], []))
  return sumMinor([...parts, ...work].map(line => line.grossMinor))
}

/** Work of one ticket at one rate makes one line; work without a ticket one a visit. */
function ticketGroups(entries: readonly TimeEntry[]): TimeEntry[][] {
  const groups = new Map<string, TimeEntry[]>()
  for (const entry of entries) {
    const key = groupKey(entry)
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  return [...groups.values()]
}

/** Entries of the same ticket and rate that an earlier bill holds. */
function alreadyBilled(items: readonly SourceItem[], entries: readonly TimeEntry[]): TimeEntry[] {
  const key = entries[0] && groupKey(entries[0])
  return items.filter(isTime).filter(item => invoiceOf(item) !== undefined && groupKey(item) === key)
}

function groupKey({ id, ticket, visit, state }: TimeEntry): string {
  const charge = state.status === 'disputed' ? state.heldCharge : 'rate' in state ? state : undefined
  return `${ticket ?? visit ?? id}|${rateKey(charge?.rate)}`
}

/** Equal rates give equal text whatever the order of their fields: a stored map has no order of its own. */
const rateKey = (rate: RateSnapshot | undefined): string =>
  Object.entries(rate ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([field, value]) => `${field}=${value}`)
    .join('|')

const lateMonths = (items: readonly SourceItem[], month: Month): Month[] =>
  [...new Set(items.map(item => monthOf(item.date)))].filter(each => each < month).sort()

/** A covered item in units, without money. */
export function annexRow(item: SourceItem): AnnexRow {
  const { id, kind, date, ticket, visit, who, description, state } = item
  return {
    item: id,
    kind,
    date,
    who: who.name,
    description,
    clause: 'clause' in state ? (state.clause ?? '') : '',
    reason: 'reason' in state ? state.reason.key : '',
    ...(ticket && { ticket }),
    ...(visit && { visit }),
    ...units(item),
  }
}

function units(item: SourceItem): Pick<AnnexRow, 'minutes' | 'quantity'> {
  if (isTime(item)) return { minutes: item.minutes }
  if (isPart(item)) return { quantity: item.quantity }
  return item.kind === 'device-day' ? { quantity: String(item.devices) } : {}
}
