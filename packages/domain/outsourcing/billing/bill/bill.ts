import * as z from 'zod'
import { Actor } from '../../../kernel/context.ts'
import { ClientKey, FileRef, Id } from '../../../kernel/ids.ts'
import { Currency, Minor } from '../../../kernel/money.ts'
import { Share } from '../../../kernel/ratio.ts'
import { LocalDate, Month } from '../../../kernel/time.ts'
import { DueDate } from '../due-date.ts'
import { TaxGroup } from '../invoice-line.ts'
import { LineDispute } from './line-dispute.ts'

/** How money came: bank transfer, Stripe's hosted page, a bill of exchange (票据), or cash. */
export const PaymentVia = z.enum(['bank', 'stripe', 'note', 'cash']).meta({ id: 'PaymentVia' })
export type PaymentVia = z.infer<typeof PaymentVia>

/** A payment that settles this bill, on its own local day. `source` is unique: the bank line, the Stripe payment, the note. */
export const Payment = z
  .object({
    id: Id,
    on: LocalDate,
    minor: Minor,
    via: PaymentVia,
    source: z.string().max(200),
    reference: z.string().max(200).optional(),
  })
  .meta({ id: 'BillPayment' })
export type Payment = z.infer<typeof Payment>

/**
 * Clause 1(4) is a right: finance claims the late fee up to a day, in whole or part, or waives it with a reason. `exactMinor` is
 * what had accrued since the last decision; a claim goes onto the next bill of extras, which then stands in `billedBy`.
 */
export const LateFeeDecision = z
  .object({
    id: Id,
    action: z.enum(['claim', 'waive']),
    part: Share,
    from: LocalDate,
    through: LocalDate,
    days: z.int().min(0),
    exactMinor: z.string(),
    minor: Minor,
    on: LocalDate,
    by: Actor,
    reason: z.string().max(500).optional(),
    billedBy: Id.optional(),
  })
  .meta({ id: 'LateFeeDecision' })
export type LateFeeDecision = z.infer<typeof LateFeeDecision>

/** The tax platform's document that goes with a bill: its own number, before or after payment. */
export const Fapiao = z
  .object({
    title: z.string().trim().min(1).max(120),
    taxNumber: z.string().max(40).optional(),
    kind: z.enum(['vat-general', 'vat-special']),
    state: z.enum(['requested', 'issued', 'reversed']),
    number: z.string().max(40).optional(),
    date: LocalDate.optional(),
  })
  .meta({ id: 'Fapiao' })
export type Fapiao = z.infer<typeof Fapiao>

/**
 * A credit note on this bill. `bySettlement`: what is credited is owed in a settlement (clause 4), it does not lower what is open
 * here. Otherwise finance gave it, with a reason; `cleared` are the lines of which it left nothing, `items` says what became of
 * the work behind them.
 */
export const Credit = z
  .object({
    note: Id,
    minor: Minor,
    on: LocalDate,
    bySettlement: z.boolean().optional(),
    number: z.string().max(60).optional(),
    netMinor: Minor.optional(),
    by: Actor.optional(),
    reason: z.string().max(500).optional(),
    items: z.enum(['release', 'write-off']).optional(),
    cleared: z.array(z.int().min(1)).max(2000).optional(),
  })
  .meta({ id: 'BillCredit' })
export type Credit = z.infer<typeof Credit>

const totals = { grossMinor: Minor, taxMinor: Minor, netMinor: Minor, taxGroups: z.array(TaxGroup), lineCount: z.int().min(0) }

const common = {
  id: Id,
  client: ClientKey,
  /** `fee`: clause 1(3); `extras`: a month's parts, out-of-scope work and claimed late fees; `credit-note`: corrects an issued bill. */
  kind: z.enum(['fee', 'extras', 'credit-note']),
  contract: Id,
  contractVersion: z.int().min(1),
  currency: Currency,
  month: Month.optional(),
  /** Of a credit note: the bill it corrects. */
  corrects: Id.optional(),
}

const issued = {
  ...common,
  ...totals,
  number: z.string().max(60),
  issuedOn: LocalDate,
  due: DueDate,
  /** Issued before the product knew of the contract: outside the ledger here, only what is still open counts. */
  opening: z.boolean(),
  payments: z.array(Payment).max(500),
  lateFees: z.array(LateFeeDecision).max(200),
  writtenOff: z.array(z.object({ minor: Minor, on: LocalDate, by: Actor, reason: z.string().max(500) })).max(20),
  credited: z.array(Credit).max(50),
  /** What the client contests, line by line, with the answers. */
  disputes: z.array(LineDispute).max(200),
  /** What was paid too much and went back to the client. */
  refunds: z.array(z.object({ minor: Minor, on: LocalDate, source: z.string().max(200) })).max(50),
  setOff: z.array(z.object({ settlement: Id, minor: Minor, on: LocalDate })).max(10),
  checkout: z.object({ session: z.string(), minor: Minor, url: z.string() }).optional(),
  fapiao: Fapiao.optional(),
  document: FileRef.optional(),
}

/**
 * A bill. Drafting claims source items in chunks; a draft can be discarded, which releases them; issuing gives the gapless number
 * and posts to the journal in one commit of constant size. An issued bill never changes: payments, decisions and credit notes
 * are added beside what it says.
 */
export const Bill = z
  .discriminatedUnion('status', [
    z.object({ status: z.literal('drafting'), ...common, claimed: z.int().min(0) }),
    z.object({ status: z.literal('draft'), ...common, ...totals, claimed: z.int().min(0), fapiao: Fapiao.optional() }),
    z.object({ status: z.literal('discarding'), ...common, claimed: z.int().min(0) }),
    z.object({ status: z.literal('discarded'), ...common }),
    z.object({ status: z.literal('issued'), ...issued, claimed: z.int().min(0) }),
  ])
  .meta({ id: 'Bill' })
export type Bill = z.infer<typeof Bill>
export type IssuedBill = Extract<Bill, { status: 'issued' }>
export type DraftBill = Extract<Bill, { status: 'draft' }>

const sum = (list: readonly { minor: number }[]) => list.reduce((total, { minor }) => total + minor, 0)

export const paidMinor = (bill: IssuedBill) => sum(bill.payments)

/** What is still owed: gross less payments, credits, set-off and written-off remainders. Negative: paid too much and not refunded. */
export const openMinor = (bill: IssuedBill): number =>
  bill.kind === 'credit-note'
    ? 0
    : bill.grossMinor -
      paidMinor(bill) -
      sum(bill.credited.filter(credit => !credit.bySettlement)) -
      sum(bill.writtenOff) -
      sum(bill.setOff) +
      sum(bill.refunds)

/** Disputes that nobody has answered yet. */
export const openDisputes = (bill: IssuedBill): LineDispute[] => bill.disputes.filter(({ answer }) => !answer)

/** Credit notes have taken all of it back. */
export const isCredited = (bill: IssuedBill): boolean => bill.grossMinor > 0 && sum(bill.credited) >= bill.grossMinor

export type Standing = 'open' | 'part-paid' | 'overdue' | 'paid' | 'credited'

/** How a bill stands on a local day. */
export function standingOf(bill: IssuedBill, today: LocalDate): Standing {
  if (openMinor(bill) <= 0) return isCredited(bill) ? 'credited' : 'paid'
  if (today > bill.due.dueOn) return 'overdue'
  return paidMinor(bill) > 0 ? 'part-paid' : 'open'
}

/** Which command leads from which state. */
export const billMachine = [
  { from: 'none', command: 'draft', to: 'drafting' },
  { from: 'drafting', command: 'complete', to: 'draft' },
  { from: 'draft', command: 'discard', to: 'discarding' },
  { from: 'discarding', command: 'release', to: 'discarded' },
  { from: 'draft', command: 'issue', to: 'issued' },
  { from: 'draft', command: 'record-fapiao', to: 'draft' },
  { from: 'issued', command: 'record-fapiao', to: 'issued' },
  { from: 'issued', command: 'pay', to: 'issued' },
  { from: 'issued', command: 'decide-late-fee', to: 'issued' },
  { from: 'issued', command: 'write-off-remainder', to: 'issued' },
  { from: 'issued', command: 'credit', to: 'issued' },
  { from: 'issued', command: 'set-off', to: 'issued' },
  { from: 'issued', command: 'dispute-line', to: 'issued' },
  { from: 'issued', command: 'answer-dispute', to: 'issued' },
  { from: 'issued', command: 'refund', to: 'issued' },
] as const
