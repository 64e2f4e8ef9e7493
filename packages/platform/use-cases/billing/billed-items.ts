import { unwrap } from '@pactdesk/domain/kernel/result'
import { billAggregate } from '@pactdesk/domain/outsourcing/billing/bill/aggregate'
import { type IssuedBill, openDisputes } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import type { InvoiceLine } from '@pactdesk/domain/outsourcing/billing/invoice-line'
import {
  bill as billItem,
  credit,
  disputeBilled,
  invoiceOf,
  type SourceItem,
  uphold,
} from '@pactdesk/domain/outsourcing/metering/index'
import { type Delivery, react } from '../../events/consumer.ts'
import { execute } from '../../run/execute.ts'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { readWork } from '../metering/read-work.ts'
import { workRecord } from '../metering/work-record.ts'
import { readLines } from './bill-lines.ts'

/** Items of one commit, which has at most 100 writes. */
const chunk = 40

type At = { client: string; bill: string }

/**
 * Brings the work behind an issued bill to where the bill now stands: contested with its line, upheld with the answer, billable
 * again or written off where a credit note left nothing. It looks at the bill as it is, so order and repetition change nothing.
 */
async function follow(delivery: Delivery<At>): Promise<void> {
  const { ctx, clock, event } = delivery
  const { client, bill: id } = event.data
  const step = <T>(work: (uow: UnitOfWork) => Promise<T>): Promise<T> =>
    execute({ ctx, clock, correlationId: event.correlationId, causationId: event.id }, work)
  while (await step(uow => followChunk(uow, client, id)));
  for (const fee of await releasedFees(delivery.uow, client, id)) {
    const of = await delivery.uow.load(billAggregate, { client, id: fee.of })
    const claimed = of.state.status === 'issued' && of.state.lateFees.some(held => held.id === fee.id && held.billedBy === id)
    if (claimed) delivery.uow.append(of, [billEvents.lateFeeReleased.of({ bill: fee.of, client, decision: fee.id })])
  }
}

async function followChunk(uow: UnitOfWork, client: string, id: string): Promise<boolean> {
  const { state: bill } = await uow.load(billAggregate, { client, id })
  if (bill.status !== 'issued' || !bill.month) return false
  const lineOf = linesByItem(await readLines(uow, client, id))
  const held = (await readWork(uow, client, bill.month)).filter(({ item }) => invoiceOf(item) === id)
  const changes = held.flatMap(({ key, item, version }) => {
    const next = standing(item, bill, lineOf.get(item.id) ?? 0)
    return next === item ? [] : [{ key, next, version }]
  })
  for (const { key, next, version } of changes.slice(0, chunk)) uow.putRecord(workRecord, key, next, { version })
  return changes.length > 0
}

/** The item as its line stands. What a draft claimed is billed by the issue, though its number may not be written yet. */
function standing(item: SourceItem, bill: IssuedBill, line: number): SourceItem {
  const billed = item.state.status === 'claimed' ? unwrap(billItem(item, bill.id, bill.number)) : item
  const cleared = bill.credited.find(credit => credit.cleared?.includes(line))
  if (cleared?.by && cleared.items) {
    const decision = { by: cleared.by, on: cleared.on, text: cleared.reason ?? '' }
    return unwrap(credit(billed, cleared.items === 'release' ? 'release' : { writtenOff: decision }))
  }
  const dispute = openDisputes(bill).find(open => open.line === line)
  if (billed.state.status === 'disputed') return dispute ? item : unwrap(uphold(billed))
  return dispute ? unwrap(disputeBilled(billed, { by: dispute.by, on: dispute.on, text: dispute.reason })) : item
}

const linesByItem = (lines: readonly InvoiceLine[]): Map<string, number> =>
  new Map(
    lines.flatMap(({ line, sources }) =>
      sources.filter(({ kind }) => kind === 'work' || kind === 'part').map(({ id }): [string, number] => [id, line]),
    ),
  )

/** Claimed late fees whose line was credited for release: the next bill of extras carries them. */
async function releasedFees(uow: UnitOfWork, client: string, id: string): Promise<{ id: string; of: string }[]> {
  const { state: bill } = await uow.load(billAggregate, { client, id })
  if (bill.status !== 'issued') return []
  const released = new Set(bill.credited.flatMap(({ items, cleared }) => (items === 'release' ? (cleared ?? []) : [])))
  return (await readLines(uow, client, id))
    .filter(({ kind, line }) => kind === 'late-fee' && released.has(line))
    .flatMap(({ sources }) => {
      const [of, fee] = [sources.find(({ kind }) => kind === 'invoice'), sources.find(({ kind }) => kind === 'late-fee')]
      return of && fee ? [{ id: fee.id, of: of.id }] : []
    })
}

export const followDispute = react(billEvents.lineDisputed, follow)
export const followAnswer = react(billEvents.disputeAnswered, follow)
export const followCredit = react(billEvents.credited, follow)
