import * as z from 'zod'
import { ClientKey, Id } from '../../kernel/ids.ts'
import { Amount, Currency, Minor } from '../../kernel/money.ts'
import { Share } from '../../kernel/ratio.ts'
import { defineRoute, PageQuery, pageOf } from '../../kernel/route.ts'
import { LocalDate, Month } from '../../kernel/time.ts'
import { Fapiao, PaymentVia } from './bill/bill.ts'
import { BillRow, BillView, LateFeeView } from './bill/views.ts'

const group = 'finance'
const finance = ['finance', 'admin'] as const
const readers = ['finance', 'admin', 'account-manager', 'service-manager', 'client-owner'] as const
const bills = '/api/finance/clients/{client}/bills'
const bill = `${bills}/{bill}` as const

export const listBills = defineRoute({
  id: 'listBills',
  group,
  method: 'GET',
  path: bills,
  summary: 'Issued bills of a client, newest first',
  roles: readers,
  query: PageQuery,
  response: pageOf(BillRow),
})

export const listReceivables = defineRoute({
  id: 'listReceivables',
  group,
  method: 'GET',
  path: '/api/finance/receivables',
  summary: 'What is open, by due date; drafts and paid bills by state',
  roles: finance,
  query: PageQuery.extend({ state: z.enum(['open', 'draft', 'paid']).default('open'), month: Month.optional() }),
  response: pageOf(BillRow),
})

export const getBill = defineRoute({
  id: 'getBill',
  group,
  method: 'GET',
  path: bill,
  summary: 'A bill with its lines, each line explained',
  roles: readers,
  response: BillView,
})

export const getBillDocument = defineRoute({
  id: 'getBillDocument',
  group,
  method: 'GET',
  path: `${bill}/document`,
  summary: 'Short-lived address of the stored PDF',
  roles: readers,
  response: z.object({ url: z.string(), sha256: z.string() }),
})

export const draftExtras = defineRoute({
  id: 'draftExtras',
  group,
  method: 'POST',
  path: '/api/finance/clients/{client}/months/{month}/bill',
  summary: 'Draft the bill of extras of a closed month; drafting twice is the same draft',
  roles: finance,
  body: z.object({}),
  response: z.object({ bill: z.string().optional(), nothing: z.boolean() }),
  status: 202,
})

export const discardDraft = defineRoute({
  id: 'discardBillDraft',
  group,
  method: 'POST',
  path: `${bill}/discard`,
  summary: 'Discard a draft; its source items are billable again',
  roles: finance,
  body: z.object({}),
  response: BillView,
  status: 202,
})

export const issueBill = defineRoute({
  id: 'issueBill',
  group,
  method: 'POST',
  path: `${bill}/issue`,
  summary: 'Issue a draft: gapless number, journal entry, due date; it never changes afterwards',
  roles: finance,
  body: z.object({ grossMinor: Minor.optional() }),
  response: BillView,
})

export const recordPayment = defineRoute({
  id: 'recordPayment',
  group,
  method: 'POST',
  path: `${bill}/payments`,
  summary: 'Record a payment by hand: bill of exchange, cash, or a transfer that was seen',
  roles: finance,
  body: z.object({
    on: LocalDate,
    minor: Amount,
    currency: Currency,
    via: PaymentVia.exclude(['stripe']),
    source: z.string().trim().min(1).max(120),
    reference: z.string().max(200).optional(),
  }),
  response: BillView,
})

export const writeOffRemainder = defineRoute({
  id: 'writeOffRemainder',
  group,
  method: 'POST',
  path: `${bill}/write-off`,
  summary: 'Write off a small last remainder, such as a bank charge',
  roles: finance,
  body: z.object({ minor: Amount, reason: z.string().trim().min(1).max(500) }),
  response: BillView,
})

export const recordFapiao = defineRoute({
  id: 'recordFapiao',
  group,
  method: 'PUT',
  path: `${bill}/fapiao`,
  summary: "The tax platform's document that goes with the bill",
  roles: finance,
  body: Fapiao,
  response: BillView,
})

export const creditBill = defineRoute({
  id: 'creditBill',
  group,
  method: 'POST',
  path: `${bill}/credit-notes`,
  summary: 'Credit an issued bill, whole or by line: a credit note with its own gapless number and journal entry',
  roles: finance,
  body: z.object({
    /** Absent: every line. */
    lines: z.array(z.int().min(1)).min(1).max(2000).optional(),
    /** Absent: all that is left of the lines, which zeroes them exactly. */
    grossMinor: Minor.min(1).optional(),
    reason: z.string().trim().min(1).max(500),
    /** The work behind lines that are credited whole: billable again, or written off. */
    items: z.enum(['release', 'write-off']),
  }),
  response: BillView,
})

export const disputeLine = defineRoute({
  id: 'disputeBillLine',
  group,
  method: 'POST',
  path: `${bill}/disputes`,
  summary: 'Contest a line of an issued bill, with a reason; staff record what the client said',
  roles: ['client-owner', 'finance', 'admin', 'account-manager'],
  body: z.object({ line: z.int().min(1), reason: z.string().trim().min(1).max(500) }),
  response: BillView,
})

export const answerDispute = defineRoute({
  id: 'answerBillDispute',
  group,
  method: 'POST',
  path: `${bill}/disputes/{dispute}/answer`,
  summary: 'Answer a dispute: the line stands, and why; crediting the line answers it too',
  roles: finance,
  body: z.object({ text: z.string().trim().min(1).max(500) }),
  response: BillView,
})

export const withdrawDispute = defineRoute({
  id: 'withdrawBillDispute',
  group,
  method: 'POST',
  path: `${bill}/disputes/{dispute}/withdraw`,
  summary: 'Take back a dispute that is not answered yet',
  roles: ['client-owner'],
  body: z.object({}),
  response: BillView,
})

export const refundBill = defineRoute({
  id: 'refundBill',
  group,
  method: 'POST',
  path: `${bill}/refunds`,
  summary: 'Record that what was paid too much went back to the client by bank transfer',
  roles: finance,
  body: z.object({
    on: LocalDate,
    minor: Minor.min(1),
    currency: z.string(),
    /** The voucher of the bank; one voucher is recorded once. */
    source: z.string().trim().min(1).max(120),
  }),
  response: BillView,
})

export const payBill = defineRoute({
  id: 'payBill',
  group,
  method: 'POST',
  path: `${bill}/checkout`,
  summary: 'A hosted page on which what is open can be paid',
  roles: ['client-owner', 'finance', 'admin'],
  body: z.object({ locale: z.enum(['zh', 'en']).default('zh') }),
  response: z.object({ url: z.string(), session: z.string(), minor: Minor }),
})

export const getLateFee = defineRoute({
  id: 'getLateFee',
  group,
  method: 'GET',
  path: `${bill}/late-fee`,
  summary: 'What clause 1(4) has let accrue as of a day; a preview under the other order of settlement',
  roles: readers,
  query: z.object({ asOf: LocalDate.optional(), order: z.enum(['principal-first', 'late-fee-first']).optional() }),
  response: LateFeeView,
})

export const decideLateFee = defineRoute({
  id: 'decideLateFee',
  group,
  method: 'POST',
  path: `${bill}/late-fee`,
  summary: 'Claim the accrued late fee, in whole or part, or waive it with a reason',
  roles: finance,
  body: z.object({
    action: z.enum(['claim', 'waive']),
    part: Share.default('1'),
    through: LocalDate.optional(),
    reason: z.string().trim().min(1).max(500).optional(),
  }),
  response: LateFeeView,
})

/** One line of a bank statement and what became of it. */
export const BankLineView = z
  .object({
    id: z.string(),
    on: LocalDate,
    minor: Minor,
    currency: z.string(),
    payer: z.string(),
    reference: z.string(),
    state: z.enum(['matched', 'ambiguous', 'unmatched', 'ignored']),
    reason: z.string(),
    candidates: z.array(z.object({ client: z.string(), bill: z.string(), number: z.string(), openMinor: Minor })),
    bill: z.object({ client: z.string(), id: z.string(), number: z.string() }).optional(),
  })
  .meta({ id: 'BankLine' })
export type BankLineView = z.infer<typeof BankLineView>

export const importBankStatement = defineRoute({
  id: 'importBankStatement',
  group,
  method: 'POST',
  path: '/api/finance/bank/statements',
  summary: "Import the bank's CSV; a line is taken once, matched only when it is certain",
  roles: finance,
  body: z.object({ csv: z.string().min(1).max(2_000_000), currency: Currency }),
  response: z.object({ lines: z.array(BankLineView.extend({ repeated: z.boolean() })) }),
})

export const listBankLines = defineRoute({
  id: 'listBankLines',
  group,
  method: 'GET',
  path: '/api/finance/bank/lines',
  summary: 'Bank lines by state',
  roles: finance,
  query: PageQuery.extend({ state: z.enum(['matched', 'ambiguous', 'unmatched', 'ignored']).default('unmatched') }),
  response: pageOf(BankLineView),
})

export const settleBankLine = defineRoute({
  id: 'settleBankLine',
  group,
  method: 'POST',
  path: '/api/finance/bank/lines/{line}/settle',
  summary: 'Say which bill a line pays, or that it pays none',
  roles: finance,
  body: z.discriminatedUnion('as', [
    z.object({ as: z.literal('payment'), client: ClientKey, bill: Id }),
    z.object({ as: z.literal('ignored'), reason: z.string().trim().min(1).max(500) }),
  ]),
  response: BankLineView,
})

export const billRoutes = [
  listBills,
  listReceivables,
  getBill,
  getBillDocument,
  draftExtras,
  discardDraft,
  issueBill,
  recordPayment,
  writeOffRemainder,
  recordFapiao,
  creditBill,
  disputeLine,
  answerDispute,
  withdrawDispute,
  refundBill,
  payBill,
  getLateFee,
  decideLateFee,
  importBankStatement,
  listBankLines,
  settleBankLine,
]
