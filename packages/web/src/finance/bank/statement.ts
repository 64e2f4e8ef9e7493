import { bankWords } from '@pactdesk/domain/outsourcing/billing/billing-words'
import type { BankLineView } from '@pactdesk/domain/outsourcing/billing/routes'
import type { Words } from '../../explain/labels.ts'

/** Text of a statement: UTF-8, else GB 18030, in which Chinese banks export. */
export function decodeStatement(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (notUtf8) {
    if (!(notUtf8 instanceof TypeError)) throw notUtf8
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** Why a line is where it is; what a person wrote is said as it was written. */
export const reasonOfLine = (reason: string): Words => (bankWords as Record<string, Words>)[reason] ?? { zh: reason, en: reason }

export type ImportedLine = BankLineView & { repeated: boolean }

/** How many lines were taken, wait for a person, or were imported before. */
export function resultOf(lines: readonly ImportedLine[]): { total: number; matched: number; queue: number; repeated: number } {
  const fresh = lines.filter(({ repeated }) => !repeated)
  return {
    total: lines.length,
    matched: fresh.filter(({ state }) => state === 'matched').length,
    queue: fresh.filter(({ state }) => state === 'ambiguous' || state === 'unmatched').length,
    repeated: lines.length - fresh.length,
  }
}

/** What taking a line for a bill does to the bill: a part, all, or more than is open. */
export function effectOn(minor: number, openMinor: number): { kind: 'part' | 'all' | 'over'; restMinor: number } {
  const rest = openMinor - minor
  return { kind: rest > 0 ? 'part' : rest === 0 ? 'all' : 'over', restMinor: Math.abs(rest) }
}
