import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import type { Bill, DraftBill, IssuedBill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { type BillEvent, billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import type { DueDate } from '@pactdesk/domain/outsourcing/billing/due-date'
import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import { billedTotals, issueEntry } from '@pactdesk/domain/service-delivery/financial/entries'
import type { Loaded, UnitOfWork } from '../../run/unit-of-work.ts'
import { post } from '../financial/journal-record.ts'
import { takeNumber } from './number.ts'

type LoadedBill = Loaded<Bill, BillEvent>

/**
 * Issues a draft: gapless number, event and journal entry in one commit whose size does not depend on the lines. `number` is given
 * only for a bill that was issued before the product knew of it; such a bill is outside the ledger, its opening entry stands there.
 */
export async function issue(
  uow: UnitOfWork,
  loaded: LoadedBill,
  {
    issuedOn,
    due,
    lines,
    opening,
  }: { issuedOn: string; due: DueDate; lines: readonly InvoiceLine[]; opening?: { number: string } },
): Promise<{ bill: IssuedBill; version: number }> {
  const draft = loaded.state as DraftBill
  const number = opening?.number ?? (await takeNumber(uow, issuedOn))
  const { id, client, kind, contract, currency, grossMinor, taxMinor, netMinor, taxGroups, lineCount } = draft
  const issued = uow.append(loaded, [
    billEvents.issued.of({
      bill: id,
      client,
      kind,
      contract,
      currency,
      grossMinor,
      taxMinor,
      netMinor,
      taxGroups,
      lineCount,
      number,
      issuedOn,
      due,
      opening: opening !== undefined,
    }),
  ])
  if (!opening) {
    const head = {
      id: `issue-${client}-${id}`,
      date: issuedOn,
      currency,
      client,
      source: { kind: 'bill' as const, id, label: number },
    }
    post(uow, issueEntry(head, billedTotals(lines)))
  }
  return { bill: issued.state as IssuedBill, version: issued.version }
}

/** A new bill with its lines, as a draft, in the same commit. */
export function draft(
  uow: UnitOfWork,
  said: Pick<Bill, 'id' | 'client' | 'kind' | 'contract' | 'contractVersion' | 'currency' | 'month' | 'corrects'>,
  totals: {
    grossMinor: number
    taxMinor: number
    netMinor: number
    taxGroups: DraftBill['taxGroups']
    lines: readonly InvoiceLine[]
  },
): LoadedBill {
  const { id, client, kind, contract, contractVersion, currency, month, corrects } = said
  const about = { bill: id, client }
  const { grossMinor, taxMinor, netMinor, taxGroups, lines } = totals
  return uow.create<Bill, BillEvent>(billAggregate, { client, id }, [
    billEvents.draftingStarted.of({
      ...about,
      kind,
      contract,
      contractVersion,
      currency,
      ...(month && { month }),
      ...(corrects && { corrects }),
    }),
    billEvents.drafted.of({ ...about, grossMinor, taxMinor, netMinor, taxGroups, lineCount: lines.length }),
  ])
}
