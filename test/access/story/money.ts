import * as months from '@pactdesk/domain/outsourcing/billing/month/routes'
import * as bills from '@pactdesk/domain/outsourcing/billing/routes'
import * as financial from '@pactdesk/domain/service-delivery/financial/routes'
import { client, type Story } from './cast.ts'

const month = '2026-10'
const params = { client, month }

/** The days of the month pass: each device-day is metered, tickets close, revenue is recognised. */
export async function passMonth({ product, measured, heard }: Story): Promise<void> {
  product.at('2026-10-08T16:30:00Z')
  await product.tick()
  await product.drain()
  await measured('tick-idle', () => product.tick())
  product.at('2026-10-09T16:30:00Z')
  await measured('tick-one-timer', () => product.tick())
  await heard('meter-a-day', 'contract.day-ended.v1')
  product.at('2026-11-02T01:00:00Z')
  await product.tick()
  await product.drain()
}

/** Finance decides, closes, drafts, issues and takes a payment; a contested line is credited. */
export async function closeMonth({ product, measured, heard, finance, owner }: Story): Promise<void> {
  const [fee] = (await measured('receivables', () => finance.call(bills.listReceivables, {}))).value.items
  const waived = { action: 'waive' as const, through: '2026-10-31', reason: 'goodwill' }
  const feeBill = { client, bill: fee!.id }
  await measured('decide-late-fee', () => finance.call(bills.decideLateFee, { params: feeBill, body: waived }))
  await measured('month', () => finance.call(months.getMonth, { params }))
  await measured('month-board', () => finance.call(months.listMonthBoard, { params: { month } }))
  await measured('work-of-month', () => finance.call(months.listWork, { params }))
  await measured('close-month', () => finance.call(months.closeMonth, { params, body: {} }))
  await heard('count-month', 'billing.month-closing-started.v1')
  await product.drain()
  const drafted = await measured('draft-extras', () => finance.call(bills.draftExtras, { params, body: {} }))
  await heard('draft-lines', 'billing.bill-drafting-started.v1')
  const extras = { client, bill: drafted.value.bill! }
  await measured('bill', () => finance.call(bills.getBill, { params: extras }))
  await measured('issue-bill', () => finance.call(bills.issueBill, { params: extras, body: {} }))
  await product.drain()
  await measured('bills-of-client', () => owner.call(bills.listBills, { params: { client } }))
  const paid = { on: '2026-11-02', minor: 10_000, currency: 'CNY', via: 'bank' as const, source: 'note-1' }
  await measured('record-payment', () => finance.call(bills.recordPayment, { params: extras, body: paid }))
  const csv = ['id,date,amount,payer,reference', 'L1,2026-11-02,1000.00,Lanhai,no number', 'L2,2026-11-02,2.00,Lanhai,none'].join(
    '\n',
  )
  await measured('bank-statement', () => finance.call(bills.importBankStatement, { body: { csv, currency: 'CNY' } }))
  await measured('bank-lines', () => finance.call(bills.listBankLines, { query: { state: 'ambiguous' } }))
  const contested = { line: 1, reason: 'nobody came' }
  await measured('dispute-line', () => owner.call(bills.disputeLine, { params: extras, body: contested }))
  await heard('follow-dispute', 'billing.bill-line-disputed.v1')
  const credit = { lines: [1], reason: 'not delivered', items: 'release' as const }
  await measured('credit-bill', () => finance.call(bills.creditBill, { params: extras, body: credit }))
  await heard('follow-credit', 'billing.bill-credited.v1')
  const october = { from: '2026-10-01', to: '2026-10-31' }
  await measured('journal-of-month', () => finance.call(financial.listJournal, { query: october }))
  await measured('balances', () => finance.call(financial.getBalances, {}))
}
