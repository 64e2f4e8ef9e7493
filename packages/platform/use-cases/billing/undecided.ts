import { addDays } from '@pactdesk/domain/kernel/time'
import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import type { IssuedBill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import type { BillRow } from '@pactdesk/domain/outsourcing/billing/bill/views'
import type { UndecidedLateFee } from '@pactdesk/domain/outsourcing/billing/close'
import { undecidedLateFee } from '@pactdesk/domain/outsourcing/billing/late-fee-decision'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll } from '../../table/page.ts'
import { termsOfVersion } from '../contract/index.ts'
import { decidedOf, overdueOf } from './overdue.ts'

/** Issued bills of a client, each read strongly; the list only says which there are. */
export async function issuedBills(uow: UnitOfWork, client: string): Promise<IssuedBill[]> {
  const rows = await queryAll(uow.database, uow.ctx, { index: 'gsi2', client, part: 'BILLS' })
  const bills = await uow.findAll(
    billAggregate,
    rows.map(item => ({ client, id: (item.row as BillRow).id })),
  )
  return bills.flatMap(({ state }) => (state.status === 'issued' ? [state] : []))
}

/** Late fees that accrued up to a day and that finance neither claimed nor waived: they keep a month from closing. */
export async function undecidedLateFees(
  uow: UnitOfWork,
  bills: readonly IssuedBill[],
  through: string,
): Promise<UndecidedLateFee[]> {
  const undecided: UndecidedLateFee[] = []
  for (const bill of bills) {
    const terms = await termsOfVersion(uow, bill.client, { contract: bill.contract, version: bill.contractVersion })
    const overdue = overdueOf(bill, terms)
    const open = overdue && undecidedLateFee(overdue, decidedOf(bill.lateFees), through).minor
    if (open) undecided.push({ bill: { id: bill.id, number: bill.number }, minor: open, since: addDays(bill.due.dueOn, 1) })
  }
  return undecided
}
