import type { Currency } from '../../kernel/money.ts'
import type { DecimalString, Share } from '../../kernel/ratio.ts'
import type { DatePeriod } from '../../kernel/time.ts'
import type { ContractTerms } from '../contract/terms.ts'

/** Clauses of the maintenance contract that judge coverage. */
export const clauses = {
  work: '2',
  fee: '1(1)',
  maintenance: '2(1)(5)',
  partsAtCost: '2(1)(4)',
  monitors: '2(1)(4)',
  quoteFirst: '2(3)(2)',
  outOfScope: '2(5)',
} as const

/** What coverage needs of the contract version that was in force on the day of the work. */
export type CoverageTerms = {
  contract: string
  version: number
  currency: Currency
  /** Half-open. */
  term: DatePeriod
  tax: { services: Share; parts: Share }
  /** Absent: the contract names no price for work outside it. `listMinorPerHour` includes tax. */
  outOfScope?: { listMinorPerHour: DecimalString; discount: Share; roundUpMinutes: number }
}

/** Reads them from the signed terms; pinned by contract id and version, never copied elsewhere. */
export function coverageTerms(contract: string, version: number, terms: ContractTerms): CoverageTerms {
  const { outOfScope } = terms
  return {
    contract,
    version,
    currency: terms.currency,
    term: terms.term,
    tax: terms.tax,
    ...(outOfScope && {
      outOfScope: {
        listMinorPerHour: String(outOfScope.listRatePerHour.minor),
        discount: outOfScope.discount,
        roundUpMinutes: outOfScope.roundUpMinutes,
      },
    }),
  }
}
