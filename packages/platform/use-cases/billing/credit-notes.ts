import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import type { IssuedBill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import type { CreditPlan } from '@pactdesk/domain/outsourcing/billing/credit-note'
import type { InvoiceLine, TaxGroup } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import type { BindingContract } from '@pactdesk/domain/outsourcing/contract/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { putLines, readLines } from './bill-lines.ts'
import { draft } from './issue.ts'

type Planned = CreditPlan & { bill: string; number: string }
export type CreditNote = { id: string; number: string; netMinor: number; taxMinor: number; grossMinor: number }

/** Credit notes of a settlement: issued documents of their own, each naming the bill it corrects, which stays as it was issued. */
export async function creditNotes(
  uow: UnitOfWork,
  contract: BindingContract,
  planned: readonly Planned[],
  today: string,
): Promise<CreditNote[]> {
  const notes: CreditNote[] = []
  for (const plan of planned) notes.push(await creditNote(uow, contract, plan, today))
  return notes
}

async function creditNote(uow: UnitOfWork, contract: BindingContract, plan: Planned, today: string): Promise<CreditNote> {
  const { client } = contract
  const corrected = await uow.load(billAggregate, { client, id: plan.bill })
  const bill = corrected.state as IssuedBill
  const no = bill.credited.length + 1
  const id = `cn-${plan.bill}-${no}`.slice(0, 64)
  const number = `${plan.number}-CN${no}`
  const lines = creditLines(plan, await readLines(uow, client, plan.bill))
  const totals = { grossMinor: plan.grossMinor, taxMinor: plan.taxMinor, netMinor: plan.netMinor }
  const said = {
    id,
    client,
    kind: 'credit-note' as const,
    contract: contract.id,
    contractVersion: contract.version,
    currency: bill.currency,
    corrects: plan.bill,
  }
  const taxGroups = taxGroupsOf(plan, bill.taxGroups)
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
      contract: contract.id,
      currency: bill.currency,
      opening: false,
    }),
  ])
  uow.append(corrected, [
    billEvents.credited.of({ bill: plan.bill, client, note: id, minor: plan.grossMinor, on: today, bySettlement: true }),
  ])
  return { id, number, ...totals }
}

function creditLines(plan: Planned, issued: readonly InvoiceLine[]): InvoiceLine[] {
  return plan.lines.flatMap(({ line: no, grossMinor, taxMinor, netMinor, explanation, taxExplanation }) => {
    const line = issued.find(candidate => candidate.line === no)
    return line ? [{ ...line, grossMinor, taxMinor, netMinor, explanation, taxExplanation }] : []
  })
}

/** One group where the bill had one rate; a credit over several rates shows each rate's own sum. */
function taxGroupsOf(plan: Planned, issued: readonly TaxGroup[]): TaxGroup[] {
  const [only, ...more] = issued
  if (!only || more.length > 0) return []
  const { grossMinor, taxMinor, netMinor, taxExplanation } = plan
  return [{ taxRate: only.taxRate, grossMinor, taxMinor, netMinor, explanation: taxExplanation }]
}
