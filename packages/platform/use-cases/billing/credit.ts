import { DomainFailure, unwrap } from '@pactdesk/domain/kernel/result'
import { addDays, firstDayOfMonth } from '@pactdesk/domain/kernel/time'
import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import { type IssuedBill, openMinor } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { type BillCredit, creditBill as decideCredit, planBillCredit } from '@pactdesk/domain/outsourcing/billing/bill/credit'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import * as routes from '@pactdesk/domain/outsourcing/billing/routes'
import { settlementAggregate } from '@pactdesk/domain/outsourcing/billing/settlement/settlement'
import { type BindingContract, contractAggregate, isBinding, servedUntil } from '@pactdesk/domain/outsourcing/contract/index'
import { billedTotals, creditEntry, repaymentEntry } from '@pactdesk/domain/service-delivery/financial/entries'
import { earnedOfCredit } from '@pactdesk/domain/service-delivery/financial/recognition'
import { handle } from '../../http/api.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { journalRecord, post } from '../financial/journal-record.ts'
import { viewBill } from './bills.ts'
import { creditLines, issueNote } from './credit-notes.ts'
import { creditableLines } from './creditable.ts'
import { billingFacts } from './facts.ts'
import { prepaidFee } from './fee-net.ts'
import { takeCreditNumbers } from './number.ts'
import { loadIssued, paymentGuard } from './record-payment.ts'

const refused = (code: string, detail: string) => new DomainFailure({ code: `billing.${code}`, kind: 'conflict', detail })

/**
 * Credits an issued bill: note, number, journal entry and what the bill says of it in one commit. The work behind the lines
 * follows by consumer, a month's items being too many for one commit.
 */
const creditBill = handle(routes.creditBill, async ({ uow, env, params: { client, bill: id }, body, etag }) => {
  const loaded = await uow.subject(billAggregate, { client, id })
  const { state: bill } = await loadIssued(uow, client, id)
  const { today } = await billingFacts(uow, client)
  const lines = await creditableLines(uow, bill)
  const plan = unwrap(planBillCredit(bill, lines, body))
  const earnedNetMinor = await earnedOf(uow, bill, plan, new Set(lines.filter(of => of.kind === 'fee').map(({ line }) => line)))
  const [number = ''] = await takeCreditNumbers(uow, today, 1)
  const note = issueNote(uow, { bill, lines, plan, number, contractVersion: bill.contractVersion, today })
  const source = { kind: 'credit-note' as const, id: note.id, label: number }
  const head = { id: `credit-${client}-${note.id}`, date: today, currency: bill.currency, client, source }
  post(uow, creditEntry(head, billedTotals(creditLines(plan, lines)), { ...plan, earnedNetMinor }))
  const changed = uow.append(loaded, decideCredit(bill, plan, body, note, env, today))
  etag(changed.version)
  return viewBill(uow, changed.state)
})

/** Net of the credited fee that past months have turned into revenue; 0 where the bill has no fee. */
async function earnedOf(uow: UnitOfWork, bill: IssuedBill, plan: BillCredit, feeLines: ReadonlySet<number>): Promise<number> {
  const credited = plan.lines.filter(({ line }) => feeLines.has(line)).reduce((sum, line) => sum + line.netMinor, 0)
  if (credited === 0) return 0
  const at = { client: bill.client, id: bill.contract }
  const contract = (await uow.dependOn(contractAggregate, at))?.state
  if (!contract || !isBinding(contract)) throw refused('not-in-force', `contract ${bill.contract} is not in force`)
  if (await uow.dependOn(settlementAggregate, at))
    throw refused('settled', `contract ${contract.terms.number} is settled; its fee is settled with it`)
  const through = addDays(endedMonths(contract), -1)
  if (through < contract.terms.term.from) return 0
  await assertRecognised(uow, contract, through)
  return earnedOfCredit(await prepaidFee(uow, contract), credited, through)
}

/** First day whose month is not over for the contract's timer. */
const endedMonths = (contract: BindingContract): string =>
  [firstDayOfMonth(contract.progress.month), servedUntil(contract)].sort()[0]!

/** The ledger must have booked the last month that is over, or what the credit takes back would be guessed. */
async function assertRecognised(uow: UnitOfWork, { client, id, opening }: BindingContract, through: string): Promise<void> {
  if (opening && through < opening.recognisedUntil) return
  const booked = await uow.getRecord(journalRecord, { date: through, id: `rec-${client}-${id}-${through.slice(0, 7)}` })
  if (!booked)
    throw refused('recognition-pending', `the revenue of ${through.slice(0, 7)} is being booked; try again in a moment`)
}

/** What was paid too much goes back: once a voucher, never more than the bill holds too much. */
const refundBill = handle(routes.refundBill, async ({ uow, params: { client, bill: id }, body, etag }) => {
  const loaded = await uow.subject(billAggregate, { client, id })
  const { state: bill } = await loadIssued(uow, client, id)
  const overpaid = -openMinor(bill)
  if (body.currency !== bill.currency || body.minor > overpaid)
    throw new DomainFailure({
      code: 'billing.refund-too-much',
      kind: 'invalid',
      detail: `${Math.max(0, overpaid)} ${bill.currency} can be returned on ${bill.number}`,
    })
  const { today } = await billingFacts(uow, client)
  if (body.on > today || body.on < bill.issuedOn)
    throw new DomainFailure({ code: 'billing.refund-date', kind: 'invalid', detail: `${body.on} is no day of the refund` })
  const guard = { client, source: `refund:${body.source}` }
  if (await uow.getRecord(paymentGuard, guard)) throw refused('source-used', `voucher ${body.source} is recorded already`)
  const no = bill.refunds.length + 1
  uow.putRecord(paymentGuard, guard, { bill: id, payment: `refund-${no}` }, 'absent')
  const source = { kind: 'refund' as const, id, label: bill.number }
  const head = { id: `repay-${client}-${id}-${no}`, date: body.on, currency: bill.currency, client, source }
  post(uow, repaymentEntry(head, body.minor))
  const { on, minor, source: voucher } = body
  const changed = uow.append(loaded, [billEvents.refunded.of({ bill: id, client, on, minor, source: voucher })])
  etag(changed.version)
  return viewBill(uow, changed.state)
})

export const creditHandlers = [creditBill, refundBill]
