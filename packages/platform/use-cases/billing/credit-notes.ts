import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import type { IssuedBill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import { type CreditPlan, creditTaxGroups } from '@pactdesk/domain/outsourcing/billing/credit-note'
import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import type { BindingContract } from '@pactdesk/domain/outsourcing/contract/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { putLines, readLines } from './bill-lines.ts'
import { draft } from './issue.ts'
import { takeCreditNumbers } from './number.ts'

type Planned = CreditPlan & { bill: string }
export type CreditNote = { id: string; number: string; netMinor: number; taxMinor: number; grossMinor: number }

/** Credit notes of a settlement: issued documents of their own, each naming the bill it corrects, which stays as it was issued. */
export async function creditNotes(
  uow: UnitOfWork,
  contract: BindingContract,
  planned: readonly Planned[],
  today: string,
): Promise<CreditNote[]> {
  const numbers = await takeCreditNumbers(uow, today, planned.length)
  const notes: CreditNote[] = []
  for (const [index, plan] of planned.entries()) {
    const corrected = await uow.load(billAggregate, { client: contract.client, id: plan.bill })
    const bill = corrected.state as IssuedBill
    const issued = await readLines(uow, contract.client, plan.bill)
    const note = issueNote(uow, { bill, lines: issued, plan, number: numbers[index]!, contractVersion: contract.version, today })
    notes.push(note)
    const { id, number, grossMinor: minor } = note
    uow.append(corrected, [
      billEvents.credited.of({ bill: bill.id, client: bill.client, note: id, number, minor, on: today, bySettlement: true }),
    ])
  }
  return notes
}

type Note = {
  bill: IssuedBill
  /** Of the corrected bill, as issued. */
  lines: readonly InvoiceLine[]
  plan: CreditPlan
  number: string
  contractVersion: number
  today: string
}

/** Issues one credit note under its number, with the lines it takes back. What it does to the bill is for the caller to append. */
export function issueNote(uow: UnitOfWork, { bill, lines: issued, plan, number, contractVersion, today }: Note): CreditNote {
  const { client, contract, currency } = bill
  const id = `cn-${bill.id}-${bill.credited.length + 1}`.slice(-64)
  const lines = creditLines(plan, issued)
  const totals = { grossMinor: plan.grossMinor, taxMinor: plan.taxMinor, netMinor: plan.netMinor }
  const taxGroups = creditTaxGroups(plan, no => issued.find(({ line }) => line === no)?.taxRate ?? '0')
  const said = { id, client, kind: 'credit-note' as const, contract, contractVersion, currency, corrects: bill.id }
  const drafted = draft(uow, said, { ...totals, taxGroups, lines })
  putLines(uow, client, id, lines)
  uow.append(drafted, [
    billEvents.issued.of({
      bill: id,
      client,
      ...totals,
      taxGroups,
      lineCount: lines.length,
      number,
      issuedOn: today,
      due: { rawDueOn: today, dueOn: today, provisional: false },
      kind: 'credit-note',
      contract,
      currency,
      opening: false,
    }),
  ])
  return { id, number, ...totals }
}

/** The lines taken back, under the numbers they have on the bill. */
export function creditLines(plan: CreditPlan, issued: readonly InvoiceLine[]): InvoiceLine[] {
  return plan.lines.flatMap(({ line: no, grossMinor, taxMinor, netMinor, explanation, taxExplanation }) => {
    const line = issued.find(candidate => candidate.line === no)
    return line ? [{ ...line, grossMinor, taxMinor, netMinor, explanation, taxExplanation }] : []
  })
}
