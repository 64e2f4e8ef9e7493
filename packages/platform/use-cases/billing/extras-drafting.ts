import { unwrap } from '@pactdesk/domain/kernel/result'
import { addMonths, firstDayOfMonth, monthOf } from '@pactdesk/domain/kernel/time'
import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import type { Bill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import { planExtras } from '@pactdesk/domain/outsourcing/billing/extras'
import { bill as billItem, claim, release, type SourceItem } from '@pactdesk/domain/outsourcing/metering/index'
import { type Delivery, react } from '../../events/consumer.ts'
import { execute } from '../../run/execute.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { termsOfVersion } from '../contract/index.ts'
import { type HeldWork, readWork } from '../metering/read-work.ts'
import { workRecord } from '../metering/work-record.ts'
import { putLines } from './bill-lines.ts'
import { claimedBy, claimedLateFees } from './extras-claims.ts'
import { issuedBills } from './undecided.ts'

/** Items or lines of one commit, which has at most 100 writes. */
const chunk = 40

type At = { client: string; bill: string }

/** Runs one resumable step as a commit of its own; a redelivered event goes on where the last step ended. */
const step = <T>({ ctx, clock, event }: Delivery<unknown>, work: (uow: UnitOfWork) => Promise<T>): Promise<T> =>
  execute({ ctx, clock, correlationId: event.correlationId, causationId: event.id }, work)

/** Claims what is billable, chunk by chunk, then writes the lines and completes the draft. Planning again plans nothing new. */
export const draftLines = react(billEvents.draftingStarted, async delivery => {
  const { kind, month, ...at } = delivery.event.data
  if (kind !== 'extras' || !month) return
  while (await step(delivery, uow => claimChunk(uow, at, month)));
  const plan = await step(delivery, uow => planDraft(uow, at, month))
  if (!plan) return
  for (let from = 0; from < plan.lines.length; from += chunk) {
    await step(delivery, async uow => putLines(uow, at.client, at.bill, plan.lines.slice(from, from + chunk)))
  }
  const { grossMinor, taxMinor, netMinor, taxGroups, lines } = plan
  const drafted = await delivery.uow.load(billAggregate, { client: at.client, id: at.bill })
  if (drafted.state.status !== 'drafting') return
  const totals = { grossMinor, taxMinor, netMinor, taxGroups, lineCount: lines.length }
  delivery.uow.append(drafted, [billEvents.drafted.of({ bill: at.bill, client: at.client, ...totals })])
  for (const fee of plan.fees) {
    const of = await delivery.uow.load(billAggregate, { client: at.client, id: fee.of })
    delivery.uow.append(of, [billEvents.lateFeeBilled.of({ bill: fee.of, client: at.client, decision: fee.id, by: at.bill })])
  }
})

async function claimChunk(uow: UnitOfWork, at: At, month: string): Promise<boolean> {
  const loaded = await uow.load(billAggregate, { client: at.client, id: at.bill })
  if (loaded.state.status !== 'drafting') return false
  const open = (await readWork(uow, at.client, month)).filter(({ item }) => mine(item, loaded.state)).slice(0, chunk)
  if (open.length === 0) return false
  change(uow, open, item => unwrap(claim(item, at.bill)))
  uow.append(loaded, [billEvents.itemsClaimed.of({ bill: at.bill, client: at.client, count: open.length })])
  return true
}

/** A bill has one contract and one currency; what belongs to another contract goes onto the next draft. */
const mine = (item: SourceItem, bill: Bill) =>
  item.state.status === 'billable' && item.state.rate.contract === bill.contract && item.state.rate.currency === bill.currency

async function planDraft(uow: UnitOfWork, at: At, month: string) {
  const { state: bill } = await uow.load(billAggregate, { client: at.client, id: at.bill })
  if (bill.status !== 'drafting') return undefined
  const terms = await termsOfVersion(uow, at.client, { contract: bill.contract, version: bill.contractVersion })
  const work = await readWork(uow, at.client, month)
  const earlier = (await readWork(uow, at.client, monthOf(addMonths(firstDayOfMonth(month), -1)))).map(({ item }) => item)
  const own = claimedBy(work, at.bill).map(({ item }) => asBillable(item))
  const others = work
    .map(({ item }) => item)
    .filter(({ state }) => state.status !== 'billable' && !(state.status === 'claimed' && state.invoice === at.bill))
  const fees = claimedLateFees(await issuedBills(uow, at.client), at.bill).filter(
    fee => fee.contract === bill.contract && fee.currency === bill.currency,
  )
  const lateFees = fees.map(fee => ({ ...fee, taxRate: terms.tax.services }))
  return { ...unwrap(planExtras({ month, currency: bill.currency, items: [...others, ...own], earlier, lateFees })), fees }
}

/** The plan looks at what this draft claimed as it was before: billable. */
function asBillable(item: SourceItem): SourceItem {
  if (item.state.status !== 'claimed') return item
  const { clause, reason, rate } = item.state
  return { ...item, state: { status: 'billable', clause, reason, rate } }
}

/** A discarded draft gives everything back, chunk by chunk. */
export const releaseDraft = react(billEvents.discardStarted, async delivery => {
  const { client, bill: id } = delivery.event.data
  const { state } = await delivery.uow.load(billAggregate, { client, id })
  if (state.status !== 'discarding' || !state.month) return
  const month = state.month
  while (await step(delivery, uow => changeChunk(uow, client, month, id, 'claimed', item => unwrap(release(item, id)))));
  for (const fee of claimedLateFees(await issuedBills(delivery.uow, client), id).filter(({ of }) => of !== id)) {
    const of = await delivery.uow.load(billAggregate, { client, id: fee.of })
    const billed =
      of.state.status === 'issued' && of.state.lateFees.some(decision => decision.id === fee.id && decision.billedBy === id)
    if (billed) delivery.uow.append(of, [billEvents.lateFeeReleased.of({ bill: fee.of, client, decision: fee.id })])
  }
  delivery.uow.append(await delivery.uow.load(billAggregate, { client, id }), [billEvents.discarded.of({ bill: id, client })])
})

/** The items of an issued bill say its number. They are billed since it was issued: claimed by an issued bill is billed. */
export const markBilled = react(billEvents.issued, async delivery => {
  const { client, bill: id, kind, number } = delivery.event.data
  const { state } = await delivery.uow.load(billAggregate, { client, id })
  if (kind !== 'extras' || !state.month) return
  const month = state.month
  while (await step(delivery, uow => changeChunk(uow, client, month, id, 'claimed', item => unwrap(billItem(item, id, number)))));
})

async function changeChunk(
  uow: UnitOfWork,
  client: string,
  month: string,
  bill: string,
  status: 'claimed',
  to: (item: SourceItem) => SourceItem,
): Promise<boolean> {
  const held = claimedBy(await readWork(uow, client, month), bill)
    .filter(({ item }) => item.state.status === status)
    .slice(0, chunk)
  change(uow, held, to)
  return held.length > 0
}

function change(uow: UnitOfWork, held: readonly HeldWork[], to: (item: SourceItem) => SourceItem): void {
  for (const { key, item, version } of held) uow.putRecord(workRecord, key, to(item), { version })
}
