import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import type { IssuedBill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import type { BindingContract } from '@pactdesk/domain/outsourcing/contract/index'
import type { PrepaidFee } from '@pactdesk/domain/service-delivery/financial/recognition'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { feeBillId, feeTotals } from './fee-bill.ts'

/** Issued bills of the fee by the contract's schedule; the commit depends on them. */
export async function feeBills(uow: UnitOfWork, { client, id, schedule }: BindingContract): Promise<IssuedBill[]> {
  const held = await Promise.all(schedule.map(({ no }) => uow.dependOn(billAggregate, { client, id: feeBillId(id, no) })))
  return held.flatMap(bill => (bill?.state.status === 'issued' ? [bill.state] : []))
}

/**
 * The fee that the days of the term earn: as agreed, less what credit notes of finance took off its bills; a settlement's own
 * credit is its affair. The commit depends on those bills, so that no credit slips in between.
 */
export async function prepaidFee(uow: UnitOfWork, contract: BindingContract): Promise<PrepaidFee> {
  const { id, terms, ending } = contract
  const credits = (await feeBills(uow, contract)).flatMap(({ credited }) => credited)
  const creditedNet = credits.reduce((sum, { bySettlement, netMinor = 0 }) => sum + (bySettlement ? 0 : netMinor), 0)
  return {
    netMinor: feeTotals(contract).netMinor - creditedNet,
    term: terms.term,
    contract: { id, number: terms.number },
    ...(ending && { lastServiceDay: ending.lastServiceDay }),
  }
}
