import { majorText } from '@pactdesk/domain/kernel/money'
import { addDays, type Instant, latest, monthOf } from '@pactdesk/domain/kernel/time'
import * as months from '@pactdesk/domain/outsourcing/billing/month/routes'
import * as bills from '@pactdesk/domain/outsourcing/billing/routes'
import type { Inputs, Payment } from '../file.ts'
import { instantAt } from '../local-time.ts'
import type { Step } from '../timeline.ts'
import type { World } from '../world.ts'
import { payOnHostedPage } from './hosted-page.ts'

/** Payments of the contract fee; on the day of signing, once it is signed. */
export const feePaymentSteps = ({ payments1 }: Inputs, zone: string, signedAt: Instant): Step[] =>
  payments1.map(payment => {
    const step = paymentStep(payment, zone, ({ names }) => names.feeBill)
    return { ...step, at: latest(step.at, signedAt) }
  })

/** Payments of the month's bill. */
export const monthPaymentSteps = ({ payments2 }: Inputs, zone: string): Step[] =>
  payments2.map(payment => paymentStep(payment, zone, ({ names }) => names.monthBill))

function paymentStep(payment: Payment, zone: string, billOf: (world: World) => string): Step {
  const pay = payment.via === 'hosted' ? payOnHostedPage : payByBank
  return { at: instantAt(payment.date, zone), what: payment.id, run: world => pay(world, billOf(world), payment) }
}

/** A line of the bank's statement whose reference is the bill's number; the product matches it. */
async function payByBank({ as, inputs, names: { client } }: World, bill: string, { id, date, fen }: Payment): Promise<void> {
  const { currency, client: payer } = inputs.contract
  const { number, openMinor } = (await as.finance.call(bills.getBill, { params: { client, bill } })).value
  const amount = majorText({ currency, minor: fen === 'all' ? (openMinor ?? 0) : fen })
  const csv = `id,date,amount,payer,reference\n${id},${date},${amount},"${payer.replaceAll('"', '""')}",${number}\n`
  const { lines } = (await as.finance.call(bills.importBankStatement, { body: { csv, currency } })).value
  const open = lines.find(({ state }) => state !== 'matched')
  if (open) throw new Error(`line ${id} of the statement is ${open.state}: ${open.reason}`)
}

/** Finance decides on the late fee that accrued until the month's last day, closes the month and bills its extras. */
export function closeSteps({ invoice2 }: Inputs, zone: string): Step[] {
  const at = instantAt(invoice2.issuedOn, zone)
  return [
    { at, what: 'late fee', run: decideLateFee },
    { at, what: 'close of the month', run: closeMonth },
    { at, what: 'bill of the extras', run: issueExtras },
  ]
}

/** The last day of the month that is closed. */
export const lastDay = ({ month }: Inputs) => addDays(month.firstDayOfNext, -1)

async function decideLateFee({ as, inputs, names }: World): Promise<void> {
  const { lateFeeDecision: decision } = inputs
  const params = { client: names.client, bill: names.feeBill }
  const through = lastDay(inputs)
  const { value } = await as.finance.call(bills.getLateFee, { params, query: { asOf: through } })
  if (!decision || value.undecidedMinor === 0) return
  const reason = 'decided at the close of the month'
  await as.finance.call(bills.decideLateFee, { params, body: { action: decision.action, part: decision.part, through, reason } })
}

const monthParams = ({ inputs, names }: World) => ({ client: names.client, month: monthOf(inputs.month.firstDay) })

async function closeMonth(world: World): Promise<void> {
  const { as, product } = world
  const params = monthParams(world)
  await as.finance.call(months.closeMonth, { params, body: {} })
  await product.host.drain()
  const { status, lastStop } = (await as.finance.call(months.getMonth, { params })).value
  if (status !== 'closed') throw new Error(`the month is ${status}${lastStop ? `, stopped by ${lastStop}` : ''}`)
}

async function issueExtras(world: World): Promise<void> {
  const { as, product, names } = world
  const { bill } = (await as.finance.call(bills.draftExtras, { params: monthParams(world), body: {} })).value
  if (!bill) return
  names.monthBill = bill
  await product.host.drain()
  const params = { client: names.client, bill }
  const { grossMinor } = (await as.finance.call(bills.getBill, { params })).value
  await as.finance.call(bills.issueBill, { params, body: { ...(grossMinor !== undefined && { grossMinor }) } })
}
