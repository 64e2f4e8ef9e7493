import * as z from 'zod'
import { Actor } from '../../../kernel/context.ts'
import { defineEvent, type EventsOf } from '../../../kernel/event.ts'
import { ClientKey, FileRef, Id } from '../../../kernel/ids.ts'
import { Currency, Minor } from '../../../kernel/money.ts'
import { LocalDate, Month } from '../../../kernel/time.ts'
import { DueDate } from '../due-date.ts'
import { TaxGroup } from '../invoice-line.ts'
import { Credit, Fapiao, LateFeeDecision, Payment } from './bill.ts'
import { LineDispute } from './line-dispute.ts'

const about = { bill: Id, client: ClientKey }
const totals = { grossMinor: Minor, taxMinor: Minor, netMinor: Minor, taxGroups: z.array(TaxGroup), lineCount: z.int().min(0) }

/** What happens to bills. The client hears of a bill once it is issued. */
export const billEvents = {
  draftingStarted: defineEvent(
    'billing',
    'bill-drafting-started',
    1,
    'staff',
    z.object({
      ...about,
      kind: z.enum(['fee', 'extras', 'credit-note']),
      contract: Id,
      contractVersion: z.int().min(1),
      currency: Currency,
      month: Month.optional(),
      corrects: Id.optional(),
    }),
  ),
  itemsClaimed: defineEvent('billing', 'bill-items-claimed', 1, 'staff', z.object({ ...about, count: z.int().min(1) })),
  drafted: defineEvent('billing', 'bill-drafted', 1, 'staff', z.object({ ...about, ...totals })),
  discardStarted: defineEvent('billing', 'bill-discard-started', 1, 'staff', z.object({ ...about, by: Actor })),
  discarded: defineEvent('billing', 'bill-discarded', 1, 'staff', z.object(about)),
  issued: defineEvent(
    'billing',
    'bill-issued',
    1,
    'client',
    z.object({
      ...about,
      ...totals,
      number: z.string(),
      issuedOn: LocalDate,
      due: DueDate,
      kind: z.enum(['fee', 'extras', 'credit-note']),
      contract: Id,
      currency: Currency,
      opening: z.boolean(),
    }),
  ),
  documentStored: defineEvent('billing', 'bill-document-stored', 1, 'client', z.object({ ...about, file: FileRef })),
  paid: defineEvent('billing', 'bill-paid', 1, 'client', z.object({ ...about, payment: Payment, openMinor: Minor })),
  checkoutOpened: defineEvent(
    'billing',
    'bill-checkout-opened',
    1,
    'client',
    z.object({ ...about, session: z.string(), minor: Minor, url: z.string() }),
  ),
  lateFeeDecided: defineEvent('billing', 'late-fee-decided', 1, 'client', z.object({ ...about, decision: LateFeeDecision })),
  lateFeeBilled: defineEvent('billing', 'late-fee-billed', 1, 'staff', z.object({ ...about, decision: Id, by: Id })),
  lateFeeReleased: defineEvent('billing', 'late-fee-released', 1, 'staff', z.object({ ...about, decision: Id })),
  remainderWrittenOff: defineEvent(
    'billing',
    'bill-remainder-written-off',
    1,
    'client',
    z.object({ ...about, minor: Minor, on: LocalDate, by: Actor, reason: z.string().min(1).max(500) }),
  ),
  credited: defineEvent('billing', 'bill-credited', 1, 'client', z.object({ ...about, ...Credit.shape })),
  lineDisputed: defineEvent('billing', 'bill-line-disputed', 1, 'client', z.object({ ...about, dispute: LineDispute })),
  disputeAnswered: defineEvent(
    'billing',
    'bill-dispute-answered',
    1,
    'client',
    z.object({ ...about, dispute: Id, line: z.int().min(1), answer: LineDispute.shape.answer.unwrap() }),
  ),
  refunded: defineEvent(
    'billing',
    'bill-refunded',
    1,
    'client',
    z.object({ ...about, minor: Minor, on: LocalDate, source: z.string().max(200) }),
  ),
  setOff: defineEvent(
    'billing',
    'bill-set-off',
    1,
    'client',
    z.object({ ...about, settlement: Id, minor: Minor, on: LocalDate }),
  ),
  fapiaoRecorded: defineEvent('billing', 'bill-fapiao-recorded', 1, 'client', z.object({ ...about, fapiao: Fapiao })),
}
export type BillEvent = EventsOf<typeof billEvents>
