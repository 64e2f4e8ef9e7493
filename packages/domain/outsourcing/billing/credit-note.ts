import { allocate } from '../../kernel/allocate.ts'
import { sumMinor } from '../../kernel/money.ts'
import { ratio, roundHalfAwayFromZero } from '../../kernel/ratio.ts'
import { conflict, invalid, ok, type Result } from '../../kernel/result.ts'
import { type Explanation, explain, over, plus, product, rounded, type SourceRef, shareByWeight, value } from './explanation.ts'
import type { TaxGroup } from './invoice-line.ts'

/** A line as it was issued, and what earlier credit notes took off it. */
export type CreditableLine = {
  line: number
  grossMinor: number
  taxMinor: number
  creditedGrossMinor?: number
  creditedTaxMinor?: number
}

/** What is left of a line after earlier credit notes. */
export const creditableGross = (line: CreditableLine): number => line.grossMinor - (line.creditedGrossMinor ?? 0)

export type CreditLine = {
  line: number
  grossMinor: number
  taxMinor: number
  netMinor: number
  explanation: Explanation
  taxExplanation: Explanation
}

export type CreditPlan = {
  grossMinor: number
  taxMinor: number
  netMinor: number
  lines: CreditLine[]
  taxExplanation: Explanation
}

/**
 * Tax of a credit, from the tax that was stored, in proportion: round(stored tax × credited / stored amount). Amounts are gross
 * where prices include tax, net where tax came on top. Recomputing from the rate would leave a unit in the books.
 */
export const creditedTax = (stored: { amountMinor: number; taxMinor: number }, creditedMinor: number): number =>
  roundHalfAwayFromZero(ratio(stored.taxMinor).mul(creditedMinor).div(stored.amountMinor))

/**
 * Credits `grossMinor` of an issued `bill`, or of its lines named in `only`. Lines share it by largest remainder of their gross, its
 * tax by their tax. What earlier notes credited is taken off first, so several notes never take more than the bill, and the one
 * that takes the last gross takes the last tax: a full credit zeroes every line.
 */
export function planCredit(
  lines: readonly CreditableLine[],
  grossMinor: number,
  { only, bill }: { only?: readonly number[] | undefined; bill?: { id: string; number: string } } = {},
): Result<CreditPlan> {
  const sources: SourceRef[] = bill ? [{ kind: 'invoice', id: bill.id, label: bill.number }] : []
  const chosen = (only ? lines.filter(({ line }) => only.includes(line)) : [...lines])
    .map(remaining)
    .filter(line => line.grossMinor !== 0 || line.taxMinor !== 0)
  const leftGross = sumMinor(chosen.map(line => line.grossMinor))
  const leftTax = sumMinor(chosen.map(line => line.taxMinor))
  if (!Number.isSafeInteger(grossMinor) || grossMinor <= 0) {
    return invalid('billing.credit-amount', `${grossMinor} is not an amount that can be credited`, { grossMinor })
  }
  if (grossMinor > leftGross) {
    return conflict('billing.credit-exceeds-bill', `${grossMinor} is more than the ${leftGross} that can still be credited`, {
      grossMinor,
      leftGross,
    })
  }
  const grossWeights = chosen.map(line => line.grossMinor)
  const taxWeights = chosen.map(line => line.taxMinor)
  const taxMinor = creditedTax({ amountMinor: leftGross, taxMinor: leftTax }, grossMinor)
  const grossShares = allocate(grossMinor, grossWeights)
  const taxShares = allocate(taxMinor, taxWeights)
  const taxExplanation = explain({
    key: 'billing.explain.credit-tax',
    unit: 'minor',
    equation: taxTerm(leftTax, grossMinor, leftGross),
    rounding: 'once',
    inputs: { storedTaxMinor: leftTax, creditedMinor: grossMinor, storedGrossMinor: leftGross },
    sources,
  })
  return ok({
    grossMinor,
    taxMinor,
    netMinor: grossMinor - taxMinor,
    taxExplanation,
    lines: chosen.map(({ line }, index) => {
      const [gross, tax] = [grossShares[index] ?? 0, taxShares[index] ?? 0]
      const shared = { unit: 'minor' as const, rounding: 'largest-remainder' as const, inputs: { line }, sources }
      return {
        line,
        grossMinor: gross,
        taxMinor: tax,
        netMinor: gross - tax,
        explanation: explain({
          ...shared,
          key: 'billing.explain.credit-line',
          equation: shareByWeight(value(grossMinor, 'billing.term.credited'), grossWeights, index, gross),
        }),
        taxExplanation: explain({
          ...shared,
          key: 'billing.explain.credit-line-tax',
          equation: leftTax === 0 ? value(0) : shareByWeight(taxTerm(leftTax, grossMinor, leftGross), taxWeights, index, tax),
        }),
      }
    }),
  })
}

/** The tax of a credit by rate: what its lines of that rate take back, in the order of their first line. */
export function creditTaxGroups(plan: CreditPlan, rateOf: (line: number) => string): TaxGroup[] {
  const groups = [...Map.groupBy(plan.lines, ({ line }) => rateOf(line))]
  return groups.map(([taxRate, lines]) => {
    const [grossMinor, taxMinor] = [sumMinor(lines.map(line => line.grossMinor)), sumMinor(lines.map(line => line.taxMinor))]
    const explanation = explain({
      key: 'billing.explain.credit-tax-group',
      unit: 'minor',
      equation: plus(...lines.map(line => value(line.taxMinor, 'billing.term.credited-tax'))),
      rounding: 'none',
      inputs: { taxRate, grossMinor, lines: lines.map(({ line }) => line).join(', ') },
      sources: plan.taxExplanation.sources,
    })
    const only = groups.length === 1 ? plan.taxExplanation : explanation
    return { taxRate, grossMinor, taxMinor, netMinor: grossMinor - taxMinor, explanation: only }
  })
}

const taxTerm = (tax: number, credited: number, gross: number) =>
  rounded(
    over(
      product(value(tax, 'billing.term.stored-tax'), value(credited, 'billing.term.credited')),
      value(gross, 'billing.term.stored-gross'),
    ),
  )

const remaining = (line: CreditableLine) => ({
  line: line.line,
  grossMinor: creditableGross(line),
  taxMinor: line.taxMinor - (line.creditedTaxMinor ?? 0),
})
