import type { IssuedBill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import type { ClaimedLateFee } from '@pactdesk/domain/outsourcing/billing/extras'
import { explainClaim } from '@pactdesk/domain/outsourcing/billing/late-fee-decision'
import type { HeldWork } from '../metering/read-work.ts'
import { decidedOf } from './overdue.ts'

/** Items that a draft or an issued bill holds. */
export const claimedBy = (work: readonly HeldWork[], bill: string): HeldWork[] =>
  work.filter(({ item: { state } }) => (state.status === 'claimed' || state.status === 'billed') && state.invoice === bill)

export type OpenClaim = Omit<ClaimedLateFee, 'taxRate'> & {
  of: string
  contract: string
  contractVersion: number
  currency: string
}

/** Late fees that finance claimed and no bill carries yet, or that `bill` carries. A claim of nothing makes no line. */
export function claimedLateFees(bills: readonly IssuedBill[], bill?: string): OpenClaim[] {
  return bills.flatMap(of =>
    of.lateFees
      .filter(fee => fee.action === 'claim' && fee.minor > 0 && (fee.billedBy === undefined || fee.billedBy === bill))
      .map(fee => ({
        id: fee.id,
        of: of.id,
        bill: { id: of.id, number: of.number },
        days: fee.days,
        from: fee.from,
        through: fee.through,
        minor: fee.minor,
        explanation: explainClaim({ id: of.id, number: of.number }, decidedOf(of.lateFees), fee.id)!,
        contract: of.contract,
        contractVersion: of.contractVersion,
        currency: of.currency,
      })),
  )
}
