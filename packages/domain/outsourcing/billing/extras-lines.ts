import { exactText, ratio, roundHalfAwayFromZero } from '../../kernel/ratio.ts'
import { DomainFailure } from '../../kernel/result.ts'
import type { Month } from '../../kernel/time.ts'
import type { Charge, RateSnapshot } from '../metering/item-state.ts'
import type { PartItem, SourceItem, TimeEntry } from '../metering/source-item.ts'
import { explain, minus, product, rounded, type SourceRef, value } from './explanation.ts'
import type { ClaimedLateFee } from './extras.ts'
import { billedMinutes, discountedRate, hourlyEquation, hourlyGross, recordedMinutes } from './hourly-charge.ts'
import type { UntaxedLine } from './invoice-line.ts'

type Line = Omit<UntaxedLine, 'line'>

/** A part: quantity × unit price, rounded once. */
export function partLine(item: PartItem, lateFrom: readonly Month[]): Line {
  const { clause, rate } = chargeOf(item)
  if (rate.basis !== 'at-price') throw defect(item)
  return {
    kind: 'part',
    description: item.name,
    clause,
    ...(item.ticket && { ticket: item.ticket }),
    quantity: item.quantity,
    unit: 'piece',
    rate: { minor: String(rate.unitMinor), per: 'piece' },
    rateVersion: versionOf(rate),
    ...(lateFrom.length > 0 && { lateFrom: [...lateFrom] }),
    grossMinor: roundHalfAwayFromZero(ratio(item.quantity).mul(rate.unitMinor)),
    taxRate: rate.taxRate,
    sources: [...sourceOf(item)],
    explanation: explain({
      key: rate.source === 'cost' ? 'billing.explain.part-at-cost' : 'billing.explain.part-by-quote',
      unit: 'minor',
      equation: rounded(
        product(value(item.quantity, 'billing.term.quantity'), value(rate.unitMinor, `billing.term.unit-${rate.source}`)),
      ),
      rounding: 'once',
      clause,
      inputs: { part: item.name, quantity: item.quantity, unitMinor: rate.unitMinor },
      sources: [...sourceOf(item)],
    }),
  }
}

/** Out-of-scope work of a ticket: what all its minutes come to, less what an earlier bill took for `before`. */
export function outOfScopeLine(entries: readonly TimeEntry[], before: readonly TimeEntry[], lateFrom: readonly Month[]): Line {
  const [first] = entries
  if (!first) throw new RangeError('a line of out-of-scope work has at least one entry')
  const { clause, rate } = chargeOf(first)
  if (rate.basis !== 'hourly') throw defect(first)
  const all = [...before, ...entries]
  const recorded = recordedMinutes(entries)
  const billed = billedMinutes(all, rate) - billedMinutes(before, rate)
  const sources = [...new Map(entries.flatMap(sourceOf).map(source => [`${source.kind} ${source.id}`, source])).values()]
  const perHour = exactText(discountedRate(rate))
  const whole = hourlyEquation(all, rate)
  return {
    kind: 'out-of-scope',
    description: first.description,
    clause,
    ...(first.ticket && { ticket: first.ticket }),
    quantity: String(billed),
    unit: 'minute',
    rate: { minor: perHour, per: 'hour' },
    rateVersion: versionOf(rate),
    recordedMinutes: recorded,
    billedMinutes: billed,
    ...(lateFrom.length > 0 && { lateFrom: [...lateFrom] }),
    grossMinor: hourlyGross(all, rate) - hourlyGross(before, rate),
    taxRate: rate.taxRate,
    sources,
    explanation: explain({
      key: before.length === 0 ? 'billing.explain.out-of-scope' : 'billing.explain.out-of-scope-more',
      unit: 'minor',
      equation: before.length === 0 ? whole : minus(whole, hourlyEquation(before, rate)),
      rounding: 'up-to-step',
      clause,
      inputs: {
        recordedMinutes: recorded,
        billedMinutes: billed,
        stepMinutes: rate.stepMinutes,
        listMinorPerHour: rate.listMinorPerHour,
        discount: rate.discount,
        minorPerHour: perHour,
      },
      sources,
    }),
  }
}

/** A claimed late fee: part of the price of performed service, so it carries the service's tax. */
export const lateFeeLine = (fee: ClaimedLateFee): Line => ({
  kind: 'late-fee',
  description: fee.bill.number,
  clause: '1(4)',
  quantity: String(fee.days),
  unit: 'day',
  grossMinor: fee.minor,
  taxRate: fee.taxRate,
  sources: [
    { kind: 'invoice', id: fee.bill.id, label: fee.bill.number },
    { kind: 'late-fee', id: fee.id },
  ],
  explanation: fee.explanation,
})

function chargeOf(item: SourceItem): Charge {
  if (item.state.status === 'disputed') return item.state.heldCharge
  if ('rate' in item.state) return item.state
  throw defect(item)
}

const versionOf = (rate: RateSnapshot): NonNullable<UntaxedLine['rateVersion']> => ({
  contract: rate.contract,
  version: rate.contractVersion,
  ...(rate.quote && { quote: rate.quote }),
})

function sourceOf(item: PartItem | TimeEntry): SourceRef[] {
  const own: SourceRef =
    item.kind === 'part'
      ? { kind: 'part', id: item.id, label: item.name, date: item.date }
      : { kind: 'work', id: item.id, label: item.who.name, date: item.date, minutes: item.minutes }
  return [...(item.ticket ? [{ kind: 'ticket' as const, id: item.ticket, label: item.ticket }] : []), own]
}

const defect = (item: SourceItem) =>
  new DomainFailure({ code: 'billing.item-without-price', kind: 'conflict', detail: `${item.id} has no price of its kind` })
