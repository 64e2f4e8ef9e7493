import type { BillView } from '@pactdesk/domain/outsourcing/billing/bill/views'

/** What earlier credit notes left of a line, in minor units. */
export function leftOf(bill: BillView, line: number): number {
  const gross = bill.lines.find(each => each.line === line)?.grossMinor ?? 0
  return gross - (bill.lineCredits.find(credit => credit.line === line)?.grossMinor ?? 0)
}

/** Lines that can still be credited. */
export const creditableLines = (bill: BillView) => bill.lines.filter(({ line }) => leftOf(bill, line) > 0)

export type CreditPreview = {
  leftMinor: number
  /** An amount above 0 that the lines can bear. */
  fits: boolean
  /** Nothing is left of the lines afterwards. */
  whole: boolean
  /** Of the credit: what lowers the open amount, and what was paid already and is owed to the client. */
  appliedMinor: number
  owedMinor: number
  /** Whole lines with work, parts or a late fee behind them: what becomes of those is to be decided. */
  hasItems: boolean
}

/** What a credit of these lines would do; the server decides by the same rule. */
export function previewCredit(bill: BillView, lines: readonly number[], minor: number): CreditPreview {
  const leftMinor = lines.reduce((sum, line) => sum + leftOf(bill, line), 0)
  const fits = minor > 0 && minor <= leftMinor
  const whole = fits && minor === leftMinor
  const appliedMinor = Math.min(Math.max(0, bill.openMinor ?? 0), minor)
  const hasItems = bill.lines.some(({ line, kind }) => lines.includes(line) && kind !== 'fee')
  return { leftMinor, fits, whole, appliedMinor, owedMinor: minor - appliedMinor, hasItems: whole && hasItems }
}

/** The open dispute of a line, if there is one. */
export const openDispute = (bill: BillView, line: number) =>
  bill.disputes.find(dispute => dispute.line === line && !dispute.answer)
