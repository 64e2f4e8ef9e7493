import type { bankWords } from './billing-words.ts'

/** A line of a bank statement. Positive amounts came in; `id` is unique in the account, so a file read twice pays nothing twice. */
export type BankLine = { id: string; on: string; minor: number; currency: string; payer: string; reference: string }

/** An issued bill that a line may pay. */
export type OpenBill = {
  client: string
  bill: string
  number: string
  currency: string
  openMinor: number
  payerNames: readonly string[]
}

/**
 * What a line is, never guessed: `exact`, `part` and `over` name the one bill its reference names; everything else is for a person,
 * with the bills it could be. `reason` is a translation key.
 */
export type BankMatch =
  | { outcome: 'exact' | 'part' | 'over'; bill: OpenBill; openAfterMinor: number; unappliedMinor: number; reason: MatchReason }
  | { outcome: 'ambiguous' | 'nothing'; candidates: OpenBill[]; reason: MatchReason }

export type MatchReason = keyof typeof bankWords

/**
 * Matches one line to bills. Only a bill number in the reference is certain: written in any case and width, with any spaces or
 * dashes, but whole (`INV-1` is not found in `INV-10`). An amount or a payer alone suggests, it never decides.
 */
export function matchBankLine(line: BankLine, bills: readonly OpenBill[]): BankMatch {
  if (line.minor <= 0) return { outcome: 'nothing', candidates: [], reason: 'bank.not-incoming' }
  const named = bills.filter(bill => namesNumber(line.reference, bill.number))
  const [only] = named
  if (named.length > 1) {
    const numbers = new Set(named.map(({ number }) => number))
    return {
      outcome: 'ambiguous',
      candidates: named,
      reason: numbers.size > 1 ? 'bank.several-numbers' : 'bank.number-of-several-clients',
    }
  }
  if (only) return matchNamed(line, only)
  return suggest(line, bills)
}

function matchNamed(line: BankLine, bill: OpenBill): BankMatch {
  if (bill.currency !== line.currency) return { outcome: 'nothing', candidates: [bill], reason: 'bank.other-currency' }
  if (bill.openMinor <= 0) return { outcome: 'nothing', candidates: [bill], reason: 'bank.nothing-open' }
  const rest = bill.openMinor - line.minor
  const settled = { bill, openAfterMinor: Math.max(0, rest), unappliedMinor: Math.max(0, -rest) }
  if (rest === 0) return { outcome: 'exact', ...settled, reason: 'bank.paid-in-full' }
  return rest > 0
    ? { outcome: 'part', ...settled, reason: 'bank.part-payment' }
    : { outcome: 'over', ...settled, reason: 'bank.overpaid' }
}

function suggest(line: BankLine, bills: readonly OpenBill[]): BankMatch {
  const open = bills.filter(bill => bill.openMinor > 0 && bill.currency === line.currency)
  const ofPayer = open.filter(bill => bill.payerNames.some(name => plain(name) !== '' && plain(name) === plain(line.payer)))
  const ofAmount = open.filter(bill => bill.openMinor === line.minor)
  const both = ofPayer.filter(bill => ofAmount.includes(bill))
  if (both.length > 0) return { outcome: 'ambiguous', candidates: both, reason: 'bank.only-amount-fits' }
  if (ofPayer.length > 0) return { outcome: 'ambiguous', candidates: ofPayer, reason: 'bank.only-payer-fits' }
  if (ofAmount.length > 0) return { outcome: 'ambiguous', candidates: ofAmount, reason: 'bank.only-amount-fits' }
  return { outcome: 'nothing', candidates: [], reason: 'bank.no-match' }
}

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_./()·]/g, '')

/** The number's signs in order, with any separators between them and no letter or digit at either end. */
function namesNumber(reference: string, number: string): boolean {
  const signs = [...plain(number)].map(sign => sign.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  if (signs.length === 0) return false
  const pattern = new RegExp(`(?<![0-9A-Z])${signs.join('[\\s\\-–—_./]*')}(?![0-9A-Z])`)
  return pattern.test(reference.normalize('NFKC').toUpperCase())
}
