import * as z from 'zod'
import { FileRef } from '../../../kernel/ids.ts'
import { Minor } from '../../../kernel/money.ts'
import { LocalDate } from '../../../kernel/time.ts'
import { Explanation } from '../explanation.ts'
import { InvoiceLine, TaxGroup } from '../invoice-line.ts'
import { type Bill, Fapiao, type IssuedBill, LateFeeDecision, openMinor, Payment, paidMinor, standingOf } from './bill.ts'
import { DisputeOutcome } from './line-dispute.ts'

/** A row of any list of bills. */
export const BillRow = z
  .object({
    id: z.string(),
    client: z.string(),
    kind: z.enum(['fee', 'extras', 'credit-note']),
    status: z.string(),
    currency: z.string(),
    month: z.string().optional(),
    number: z.string().optional(),
    issuedOn: LocalDate.optional(),
    dueOn: LocalDate.optional(),
    grossMinor: Minor.optional(),
    openMinor: Minor.optional(),
    /** A line waits for the answer of finance. */
    disputed: z.boolean().optional(),
    /** Credit notes have taken all of it back. */
    credited: z.boolean().optional(),
  })
  .meta({ id: 'BillRow' })
export type BillRow = z.infer<typeof BillRow>

/** A credit note on the bill, as its reader sees it; who gave it is for staff alone. */
export const BillCreditView = z
  .object({
    note: z.string(),
    number: z.string().optional(),
    minor: Minor,
    on: LocalDate,
    bySettlement: z.boolean(),
    reason: z.string().optional(),
    by: z.string().optional(),
  })
  .meta({ id: 'BillCreditView' })

/** A contested line and its answer, as its reader sees them; names of staff are for staff alone. */
export const BillDisputeView = z
  .object({
    id: z.string(),
    line: z.int(),
    reason: z.string(),
    by: z.string().optional(),
    on: LocalDate,
    answer: z
      .object({
        outcome: DisputeOutcome,
        text: z.string(),
        by: z.string().optional(),
        on: LocalDate,
        note: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'BillDisputeView' })

/** A bill as its reader sees it; lines carry their explanations. Drafts are for staff alone. */
export const BillView = z
  .object({
    id: z.string(),
    client: z.string(),
    clientName: z.object({ zh: z.string(), en: z.string() }),
    kind: z.enum(['fee', 'extras', 'credit-note']),
    status: z.enum(['drafting', 'draft', 'discarding', 'discarded', 'issued']),
    standing: z.enum(['open', 'part-paid', 'overdue', 'paid', 'credited']).optional(),
    /** Local date as of which its lines hold: of issue, for a draft today. */
    asOf: LocalDate,
    contract: z.string(),
    contractNumber: z.string().optional(),
    contractVersion: z.int(),
    currency: z.string(),
    month: z.string().optional(),
    /** Of a credit note: the bill it corrects, and why. */
    corrects: z.object({ id: z.string(), number: z.string().optional(), reason: z.string().optional() }).optional(),
    number: z.string().optional(),
    issuedOn: LocalDate.optional(),
    rawDueOn: LocalDate.optional(),
    dueOn: LocalDate.optional(),
    dueProvisional: z.boolean().optional(),
    lines: z.array(InvoiceLine),
    taxGroups: z.array(TaxGroup),
    grossMinor: Minor.optional(),
    taxMinor: Minor.optional(),
    netMinor: Minor.optional(),
    paidMinor: Minor.optional(),
    openMinor: Minor.optional(),
    payments: z.array(Payment),
    lateFees: z.array(LateFeeDecision),
    writtenOffMinor: Minor,
    creditedMinor: Minor,
    /** Of `creditedMinor`: what a settlement returns, so that it does not lower what is open here. */
    creditedBySettlementMinor: Minor,
    credits: z.array(BillCreditView),
    /** What credit notes took off each line so far; lines without a credit are absent. */
    lineCredits: z.array(z.object({ line: z.int(), grossMinor: Minor })),
    disputes: z.array(BillDisputeView),
    refundedMinor: Minor,
    setOffMinor: Minor,
    fapiao: Fapiao.optional(),
    document: FileRef.optional(),
    payOnline: z.boolean(),
    actions: z.array(z.string()),
  })
  .meta({ id: 'BillView' })
export type BillView = z.infer<typeof BillView>

type Facts = {
  bill: Bill
  lines: InvoiceLine[]
  today: LocalDate
  clientName: { zh: string; en: string }
  contractNumber?: string
  /** Of a credit note: the corrected bill. */
  corrected?: IssuedBill
  lineCredits: { line: number; grossMinor: number }[]
  /** Staff see who decided. */
  staff: boolean
  stripe: boolean
  actions: string[]
}

const sum = (list: readonly { minor: number }[]) => list.reduce((total, { minor }) => total + minor, 0)

export function billView(facts: Facts): BillView {
  const { bill, lines, today, clientName, contractNumber, corrected, stripe, actions } = facts
  const base = {
    id: bill.id,
    client: bill.client,
    clientName,
    kind: bill.kind,
    status: bill.status,
    asOf: bill.status === 'issued' ? bill.issuedOn : today,
    contract: bill.contract,
    contractVersion: bill.contractVersion,
    currency: bill.currency,
    lines,
    taxGroups: 'taxGroups' in bill ? bill.taxGroups : [],
    payments: [],
    lateFees: [],
    writtenOffMinor: 0,
    creditedMinor: 0,
    creditedBySettlementMinor: 0,
    credits: [],
    lineCredits: [],
    disputes: [],
    refundedMinor: 0,
    setOffMinor: 0,
    payOnline: false,
    actions,
    ...(contractNumber && { contractNumber }),
    ...(bill.month && { month: bill.month }),
    ...(bill.corrects && { corrects: correctedBy(bill.id, bill.corrects, corrected) }),
    ...('grossMinor' in bill && { grossMinor: bill.grossMinor, taxMinor: bill.taxMinor, netMinor: bill.netMinor }),
  }
  if (bill.status !== 'issued') return base
  return {
    ...base,
    standing: standingOf(bill, today),
    number: bill.number,
    issuedOn: bill.issuedOn,
    rawDueOn: bill.due.rawDueOn,
    dueOn: bill.due.dueOn,
    dueProvisional: bill.due.provisional,
    paidMinor: paidMinor(bill),
    openMinor: openMinor(bill),
    payments: bill.payments,
    lateFees: bill.lateFees,
    writtenOffMinor: sum(bill.writtenOff),
    creditedMinor: sum(bill.credited),
    creditedBySettlementMinor: sum(bill.credited.filter(({ bySettlement }) => bySettlement)),
    ...besides(bill, facts.staff),
    lineCredits: facts.lineCredits,
    refundedMinor: sum(bill.refunds),
    setOffMinor: sum(bill.setOff),
    payOnline: stripe && openMinor(bill) > 0 && bill.kind !== 'credit-note',
    ...(bill.fapiao && { fapiao: bill.fapiao }),
    ...(bill.document && { document: bill.document }),
  }
}

/** The bill that a credit note corrects, with the reason that was given for it. */
function correctedBy(note: string, id: string, corrected: IssuedBill | undefined): NonNullable<BillView['corrects']> {
  const reason = corrected?.credited.find(credit => credit.note === note)?.reason
  return { id, ...(corrected && { number: corrected.number }), ...(reason && { reason }) }
}

/** Credits and disputes; the client's own people are named to both sides, staff to staff alone. */
function besides(bill: IssuedBill, staff: boolean): Pick<BillView, 'credits' | 'disputes'> {
  const named = (by: { kind: string; name: string } | undefined) => (by && (staff || by.kind === 'client') ? { by: by.name } : {})
  return {
    credits: bill.credited.map(({ note, number, minor, on, bySettlement = false, reason, by }) => ({
      note,
      minor,
      on,
      bySettlement,
      ...(number && { number }),
      ...(reason && { reason }),
      ...named(by),
    })),
    disputes: bill.disputes.map(({ id, line, reason, by, on, answer }) => ({
      id,
      line,
      reason,
      on,
      ...named(by),
      ...(answer && {
        answer: {
          outcome: answer.outcome,
          text: answer.text,
          on: answer.on,
          ...named(answer.by),
          ...(answer.note && { note: answer.note }),
        },
      }),
    })),
  }
}

/** The late fee of a bill as of a day: what accrued, what was decided, what waits for finance. Clause 1(4). */
export const LateFeeView = z
  .object({
    bill: z.string(),
    number: z.string(),
    currency: z.string(),
    asOf: LocalDate,
    allocationOrder: z.enum(['principal-first', 'late-fee-first']),
    applies: z.boolean(),
    /** The day after the due date: what is unpaid at its end is late. Absent where no late fee is agreed. */
    firstLateDay: LocalDate.optional(),
    segments: z.array(
      z.object({ firstDay: LocalDate, lastDay: LocalDate, days: z.int(), unpaidMinor: Minor, perDayMinorExact: z.string() }),
    ),
    days: z.int(),
    exactMinor: z.string(),
    roundedMinor: Minor,
    claimedMinor: Minor,
    waivedMinor: Minor,
    /** Accrued since the last decision: a memo until finance decides. */
    undecidedMinor: Minor,
    decidedThrough: LocalDate.optional(),
    principalOpenMinor: Minor,
    explanation: Explanation.optional(),
    decisions: z.array(LateFeeDecision),
  })
  .meta({ id: 'LateFeeView' })
export type LateFeeView = z.infer<typeof LateFeeView>
