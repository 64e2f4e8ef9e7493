import { allocate } from '../../kernel/allocate.ts'
import { sumMinor } from '../../kernel/money.ts'
import { type Explanation, explain, plus, product, type SourceRef, shareByWeight, value } from './explanation.ts'
import type { UntaxedLine } from './invoice-line.ts'
import { type Taxed, taxInclusive } from './tax.ts'

/** A fee of clause 1(1) as the contract version agrees it, tax included. */
export type AgreedFee = { line: number; item: string; quantity?: number; unitMinor?: number; grossMinor: number; taxRate: string }

export type FeeBillInput = {
  contract: { id: string; number: string; version: number }
  fees: readonly AgreedFee[]
  /** Less than the sum of the fees where a part was billed before the contract was recorded; shared to the lines in proportion. */
  grossMinor?: number
}

/** The bill of the contract fee of clause 1(3): one line a fee, taxed by rate. */
export function planFeeBill({ contract, fees, grossMinor }: FeeBillInput): Taxed {
  const full = fees.map(fee => fee.grossMinor)
  const whole = grossMinor === undefined || grossMinor === sumMinor(full)
  const shares = whole ? full : allocate(grossMinor, full)
  const sources: SourceRef[] = [{ kind: 'contract', id: contract.id, label: contract.number }]
  return taxInclusive(
    fees.map(
      (fee, index): UntaxedLine => ({
        line: index + 1,
        kind: 'fee',
        description: fee.item,
        clause: '1(1)',
        quantity: String(fee.quantity ?? 1),
        unit: fee.unitMinor === undefined ? 'term' : 'piece',
        rate:
          fee.unitMinor === undefined
            ? { minor: String(fee.grossMinor), per: 'term' }
            : { minor: String(fee.unitMinor), per: 'piece' },
        rateVersion: { contract: contract.id, version: contract.version },
        grossMinor: shares[index] ?? 0,
        taxRate: fee.taxRate,
        sources,
        explanation: whole ? agreed(fee, sources) : shared(fees, [grossMinor, shares[index] ?? 0], index, sources),
      }),
    ),
  )
}

const agreed = (fee: AgreedFee, sources: SourceRef[]): Explanation =>
  explain({
    key: 'billing.explain.fee',
    unit: 'minor',
    equation:
      fee.quantity === undefined || fee.unitMinor === undefined
        ? plus(value(fee.grossMinor, 'billing.term.fee'))
        : product(value(fee.quantity, 'billing.term.quantity'), value(fee.unitMinor, 'billing.term.unit-agreed')),
    rounding: 'none',
    clause: '1(1)',
    inputs: { item: fee.item },
    sources,
  })

const shared = (
  fees: readonly AgreedFee[],
  [grossMinor, share]: [whole: number, part: number],
  index: number,
  sources: SourceRef[],
): Explanation =>
  explain({
    key: 'billing.explain.fee-rest',
    unit: 'minor',
    equation: shareByWeight(
      value(grossMinor, 'billing.term.fee-still-to-bill'),
      fees.map(fee => fee.grossMinor),
      index,
      share,
    ),
    rounding: 'largest-remainder',
    clause: '1(1)',
    inputs: { item: fees[index]?.item ?? '', grossMinor },
    sources,
  })
