import type { BillRow, BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'
import type { Tone } from '../../parts/marks/Tag.tsx'
import type { Explanation, Term } from '../../parts/why/explanation.ts'

export type Standing = NonNullable<BillView['standing']> | BillView['status']

/** How a bill stands: issued ones by what is open, the others by where their drafting is. */
export const standingOf = (bill: Pick<BillView, 'status' | 'standing' | 'kind'>): Standing =>
  bill.kind === 'credit-note' ? bill.status : (bill.standing ?? bill.status)

/** A credit note takes back: its amounts are shown below zero. */
export const signed = ({ kind }: Pick<BillView, 'kind'>, minor: number | undefined): number | undefined =>
  minor !== undefined && kind === 'credit-note' ? -minor : minor

export const tones: Record<Standing, Tone> = {
  open: 'accent',
  'part-paid': 'warn',
  overdue: 'bad',
  paid: 'good',
  credited: 'quiet',
  issued: 'accent',
  drafting: 'quiet',
  draft: 'quiet',
  discarding: 'quiet',
  discarded: 'quiet',
}

/** Local days between two dates, positive when `to` is later. */
export const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** How a row of a list stands on a local day. */
export function standingOfRow({ status, kind, openMinor, grossMinor, dueOn, credited }: BillRow, today: string): Standing {
  if (status !== 'issued' || kind === 'credit-note') return status as Standing
  if ((openMinor ?? 0) <= 0) return credited ? 'credited' : 'paid'
  if (dueOn !== undefined && today > dueOn) return 'overdue'
  return grossMinor !== undefined && (openMinor ?? 0) < grossMinor ? 'part-paid' : 'open'
}

/** When a bill falls due; a credit note asks for nothing. */
export const dueOf = ({ kind, dueOn }: Pick<BillRow, 'kind' | 'dueOn'>): string | undefined =>
  kind === 'credit-note' ? undefined : dueOn

type OwedWords = Record<
  'title' | 'rule' | 'gross' | 'paid' | 'credited' | 'setOff' | 'writtenOff' | 'refunded' | 'result',
  { zh: string; en: string }
>

const owedWords: OwedWords = {
  title: { zh: '尚欠金额', en: 'Still owed' },
  rule: {
    zh: '账单金额减去已付、冲销、抵销与核减，加上已退还',
    en: 'Amount of the bill less payments, credits, set-off and write-offs, plus what was returned',
  },
  gross: { zh: '账单金额', en: 'amount of the bill' },
  paid: { zh: '已付', en: 'paid' },
  credited: { zh: '冲销', en: 'credited' },
  setOff: { zh: '抵销', en: 'set off' },
  writtenOff: { zh: '核减', en: 'written off' },
  refunded: { zh: '已退还', en: 'returned' },
  result: { zh: '尚欠', en: 'still owed' },
}

/**
 * What is still owed as an equation of what stands beside the bill. A credit that a settlement returns does not lower what is
 * open here.
 */
export function explainOwed(bill: BillView, asOf: { instant: string; zone: string }): Explanation {
  const money = (minor: number) => ({ kind: 'money' as const, money: { currency: bill.currency, minor } })
  const open = bill.openMinor ?? 0
  const beside = (operator: '−' | '+', label: Term['label'], minor: number): Term[] =>
    minor === 0 ? [] : [{ operator, label, value: money(minor) }]
  const less = (label: Term['label'], minor: number): Term[] => beside('−', label, minor)
  return {
    title: owedWords.title,
    value: money(open),
    equation: [
      { label: owedWords.gross, value: money(bill.grossMinor ?? 0) },
      ...less(owedWords.paid, bill.paidMinor ?? 0),
      ...less(owedWords.credited, bill.creditedMinor - bill.creditedBySettlementMinor),
      ...less(owedWords.setOff, bill.setOffMinor),
      ...less(owedWords.writtenOff, bill.writtenOffMinor),
      ...beside('+', owedWords.refunded, bill.refundedMinor),
      { operator: '=', label: owedWords.result, value: money(open), result: true },
    ],
    rows: [{ label: { zh: '规则', en: 'Rule' }, text: owedWords.rule }],
    asOf,
  }
}
