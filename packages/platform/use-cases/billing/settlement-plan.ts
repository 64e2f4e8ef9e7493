import { unwrap } from '@pactdesk/domain/kernel/result'
import { localDateOf, monthOf, nextMonth } from '@pactdesk/domain/kernel/time'
import type { IssuedBill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { openMinor } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import type { SettlementPreview } from '@pactdesk/domain/outsourcing/billing/settlement/routes'
import { settleTermination, type Termination } from '@pactdesk/domain/outsourcing/billing/termination'
import { type BindingContract, contractTotal } from '@pactdesk/domain/outsourcing/contract/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { readWork } from '../metering/read-work.ts'
import { creditableLines } from './creditable.ts'
import { claimedLateFees } from './extras-claims.ts'

type When = { noticeOn: string; lastServiceDay: string }
export type SettlementPlan = { termination: Termination; preview: SettlementPreview; openBills: IssuedBill[] }

/** What ending the contract would settle, from its bills as they stand: pure computation over strong reads. */
export async function planSettlement(
  uow: UnitOfWork,
  contract: BindingContract,
  bills: readonly IssuedBill[],
  when: When,
): Promise<SettlementPlan> {
  const { terms } = contract
  const fees = bills.filter(bill => bill.kind === 'fee' && bill.contract === contract.id)
  const openBills = bills.filter(bill => bill.contract === contract.id && openMinor(bill) > 0)
  const feeBills = await Promise.all(
    fees.map(async bill => ({ id: bill.id, number: bill.number, lines: await creditableLines(uow, bill) })),
  )
  const termination = unwrap(
    settleTermination({
      contract: { id: contract.id, number: terms.number },
      currency: terms.currency,
      contractTotalMinor: contractTotal(terms).minor,
      term: terms.term,
      lastServiceDay: when.lastServiceDay,
      penaltyRate: terms.penaltyRate,
      refund: terms.refund,
      feeBills,
      openBills: openBills.map(bill => ({ id: bill.id, number: bill.number, openMinor: openMinor(bill) })),
    }),
  )
  const unbilledExtras = await hasUnbilled(uow, contract, bills)
  const asOf = localDateOf(uow.env.now, terms.billingZone)
  return { termination, openBills, preview: { asOf, ...previewOf(contract, termination, when, unbilledExtras) } }
}

function previewOf(contract: BindingContract, made: Termination, when: When, unbilledExtras: boolean): SettlementPreview {
  const { creditNotes, refundMinor: _, ...figures } = made
  return {
    contract: contract.id,
    currency: contract.terms.currency,
    ...when,
    ...figures,
    unbilledExtras,
    creditNotes: creditNotes.map(({ bill, number, grossMinor, taxMinor, netMinor, lines }) => ({
      bill,
      number,
      grossMinor,
      taxMinor,
      netMinor,
      lines: lines.map(line => ({
        line: line.line,
        grossMinor: line.grossMinor,
        taxMinor: line.taxMinor,
        netMinor: line.netMinor,
      })),
    })),
  }
}

/** Work that is billable, waiting or on a draft, and late fees claimed but not billed: a settlement would forget them. */
async function hasUnbilled(uow: UnitOfWork, contract: BindingContract, bills: readonly IssuedBill[]): Promise<boolean> {
  if (claimedLateFees(bills).length > 0) return true
  const last = monthOf(uow.env.now.slice(0, 10))
  for (let month = monthOf(contract.terms.term.from); month <= last; month = nextMonth(month)) {
    const work = await readWork(uow, contract.client, month)
    if (work.some(({ item }) => ['billable', 'claimed', 'waiting'].includes(item.state.status))) return true
  }
  return false
}
