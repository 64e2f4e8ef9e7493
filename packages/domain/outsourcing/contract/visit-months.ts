import { addMonths, type Month, monthOf } from '../../kernel/time.ts'
import type { ContractTerms } from './terms.ts'

/** The months of the term that have a maintenance visit: one for each whole period of the term, counted from its first day. */
export function visitMonths({ term, maintenance }: ContractTerms): Month[] {
  const months: Month[] = []
  for (let n = 0; ; n++) {
    const start = addMonths(term.from, n * maintenance.everyMonths)
    if (start >= term.to) return months
    months.push(monthOf(start))
  }
}

export const nextVisitMonth = (terms: ContractTerms, month: Month): Month | undefined =>
  visitMonths(terms).find(next => next > month)
