import { roundTogether } from '../../kernel/allocate.ts'
import { sumMinor } from '../../kernel/money.ts'
import { exactText, type Ratio, ratio, roundHalfAwayFromZero } from '../../kernel/ratio.ts'
import { explain, over, plus, product, rounded, type SourceRef, shareOf, type Term, value } from './explanation.ts'
import type { InvoiceLine, TaxGroup, UntaxedLine } from './invoice-line.ts'

/** Tax inside a gross amount, exact: gross × r / (1 + r). */
export const taxWithin = (grossMinor: number, taxRate: string): Ratio =>
  ratio(grossMinor).mul(ratio(taxRate)).div(ratio(taxRate).add(1))

/** Tax on top of a net amount, rounded once: net × r. */
export const taxOnTop = (netMinor: number, taxRate: Ratio | string): number =>
  roundHalfAwayFromZero(ratio(netMinor).mul(ratio(taxRate)))

export type Taxed = {
  lines: InvoiceLine[]
  taxGroups: TaxGroup[]
  grossMinor: number
  taxMinor: number
  netMinor: number
}

/**
 * Taxes lines whose prices include VAT. The tax of all lines of a rate is computed on their sum and rounded once, then shared
 * to the lines by largest remainder of their exact tax, ties to the lower line: rounding each line alone would not add up.
 * Groups stand in order of their first line.
 */
export function taxInclusive(lines: readonly UntaxedLine[]): Taxed {
  const rates = [...new Set(lines.map(line => canonicalRate(line.taxRate)))]
  const groups = rates.map(rate =>
    taxGroup(
      rate,
      lines.filter(line => canonicalRate(line.taxRate) === rate),
    ),
  )
  const taxed = groups.flatMap(group => group.lines).sort((a, b) => a.line - b.line)
  const taxGroups = groups.map(group => group.summary)
  return {
    lines: taxed,
    taxGroups,
    grossMinor: sumMinor(taxed.map(line => line.grossMinor)),
    taxMinor: sumMinor(taxed.map(line => line.taxMinor)),
    netMinor: sumMinor(taxed.map(line => line.netMinor)),
  }
}

function taxGroup(rate: string, lines: readonly UntaxedLine[]): { summary: TaxGroup; lines: InvoiceLine[] } {
  const grossMinor = sumMinor(lines.map(line => line.grossMinor))
  const taxMinor = roundHalfAwayFromZero(taxWithin(grossMinor, rate))
  const exact = lines.map(line => withinTerm(value(line.grossMinor, 'billing.term.line-gross'), rate))
  const shares = roundTogether(lines.map(line => taxWithin(line.grossMinor, rate)))
  const explanation = explain({
    key: 'billing.explain.tax-group',
    unit: 'minor',
    equation: rounded(withinTerm(grossOf(lines, grossMinor), rate)),
    rounding: 'once',
    inputs: { taxRate: rate, grossMinor, lines: lines.map(line => line.line).join(', ') },
    sources: agreementsOf(lines),
  })
  return {
    summary: { taxRate: lines[0]?.taxRate ?? rate, grossMinor, taxMinor, netMinor: grossMinor - taxMinor, explanation },
    lines: lines.map((line, index) => {
      const lineTax = shares[index] ?? 0
      const taxExplanation = explain({
        key: 'billing.explain.tax-line',
        unit: 'minor',
        equation: shareOf(exact, index, lineTax),
        rounding: 'largest-remainder',
        inputs: { taxRate: rate, grossMinor: line.grossMinor, groupTaxMinor: taxMinor },
        sources: line.sources,
      })
      return { ...line, taxMinor: lineTax, netMinor: line.grossMinor - lineTax, taxExplanation }
    }),
  }
}

/** The lines of a rate spelt out, or their sum where the bill itself is the better list. */
const grossOf = (lines: readonly UntaxedLine[], grossMinor: number): Term =>
  lines.length > mostSpeltOut
    ? value(grossMinor, 'billing.term.amount')
    : plus(...lines.map(line => value(line.grossMinor, 'billing.term.line-gross')))
const mostSpeltOut = 24

/** The contract versions that agree the rate; where a line has none, as a late fee, what the line rests on. */
function agreementsOf(lines: readonly UntaxedLine[]): SourceRef[] {
  const sources = lines.flatMap(({ rateVersion, sources: own }): SourceRef[] =>
    rateVersion ? [own.find(({ kind }) => kind === 'contract') ?? { kind: 'contract', id: rateVersion.contract }] : own,
  )
  return [...new Map(sources.map(source => [`${source.kind} ${source.id}`, source])).values()]
}

const withinTerm = (gross: Term, rate: string): Term =>
  over(product(gross, value(rate, 'billing.term.tax-rate')), plus(value(1), value(rate, 'billing.term.tax-rate')))

/** `0.06` and `0.060` are one rate. */
const canonicalRate = (rate: string): string => exactText(ratio(rate))
