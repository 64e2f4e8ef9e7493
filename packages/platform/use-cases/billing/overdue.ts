import type { IssuedBill, LateFeeDecision } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import type { Overdue, Reduction } from '@pactdesk/domain/outsourcing/billing/late-fee'
import type { ContractTerms } from '@pactdesk/domain/outsourcing/contract/index'

/** A bill as clause 1(4) looks at it; undefined where the contract names no late fee for it. */
export function overdueOf(bill: IssuedBill, terms: ContractTerms): Overdue | undefined {
  const { lateFee } = terms
  const covered = bill.kind === 'fee' || (bill.kind === 'extras' && terms.extras?.lateFee === true)
  if (!lateFee || !covered) return undefined
  return {
    bill: { id: bill.id, number: bill.number },
    grossMinor: bill.grossMinor,
    dueOn: bill.due.dueOn,
    reductions: reductionsOf(bill),
    ratePerDay: lateFee.ratePerDay,
    // Civil Code 561: what is agreed of the order, else the fee before the principal.
    order: terms.allocationOrder ?? 'late-fee-first',
    ...(lateFee.capShare && { capShare: lateFee.capShare }),
  }
}

/** What a settlement credits is owed in the settlement, where the open bill is set off whole: counted here it would lower the bill twice. */
function reductionsOf(bill: IssuedBill): Reduction[] {
  const credited = bill.credited.filter(({ bySettlement }) => !bySettlement)
  const named = (kind: Reduction['kind'], list: readonly { minor: number; on: string }[], id: (at: number) => string) =>
    list.map(({ on, minor }, at): Reduction => ({ id: id(at), kind, on, minor }))
  return [
    ...named('payment', bill.payments, at => bill.payments[at]!.id),
    ...named('credit', credited, at => credited[at]!.note),
    ...named('write-off', bill.writtenOff, at => `write-off-${at + 1}`),
    ...named('set-off', bill.setOff, at => bill.setOff[at]!.settlement),
  ]
}

export const decidedOf = (decisions: readonly LateFeeDecision[]) =>
  decisions.map(({ id, action, part, through, exactMinor, minor }) => ({ id, action, part, through, exactMinor, minor }))
