import { conflict, ok, type Result } from '../../kernel/result.ts'
import type { DatePeriod } from '../../kernel/time.ts'
import type { ContractTerms } from './terms.ts'

/** What a contract that binds, or is offered, occupies: these sites for this term. */
export type Occupied = { contract: string; number: string; template: string; term: DatePeriod; sites: readonly string[] }

export const occupies = (contract: string, terms: ContractTerms, servedUntil = terms.term.to): Occupied => ({
  contract,
  number: terms.number,
  template: terms.template.id,
  term: { from: terms.term.from, to: servedUntil },
  sites: terms.sites.map(({ site }) => site),
})

/** Two contracts of one template may not serve the same site on the same day: nobody could tell which one promised. */
export function checkOverlap(own: Occupied, others: readonly Occupied[]): Result<void> {
  const clash = others.find(
    other =>
      other.contract !== own.contract &&
      other.template === own.template &&
      other.term.from < own.term.to &&
      own.term.from < other.term.to &&
      other.sites.some(site => own.sites.includes(site)),
  )
  if (!clash) return ok(undefined)
  return conflict(
    'contract.overlapping-terms',
    `contract ${clash.number} serves the same site from ${clash.term.from} until before ${clash.term.to}`,
    { contract: clash.contract, number: clash.number, from: clash.term.from, to: clash.term.to },
  )
}
