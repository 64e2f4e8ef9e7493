import { hasRole } from '@pactdesk/domain/kernel/context'
import { lastDayOfMonth } from '@pactdesk/domain/kernel/time'
import type { IssuedBill } from '@pactdesk/domain/outsourcing/billing/bill/bill'
import { type CloseBlock, closeBlocks } from '@pactdesk/domain/outsourcing/billing/close'
import { chargedValueMinor } from '@pactdesk/domain/outsourcing/billing/extras'
import { monthAggregate } from '@pactdesk/domain/outsourcing/billing/month/aggregate'
import type { MonthView } from '@pactdesk/domain/outsourcing/billing/month/routes'
import { type SourceItem, totalsByState, unitKindOf, unitKinds } from '@pactdesk/domain/outsourcing/metering/index'
import { itemStatuses } from '@pactdesk/domain/outsourcing/metering/item-state'
import type { Entry } from '@pactdesk/domain/service-delivery/financial/journal'
import { providerAggregate } from '@pactdesk/domain/tenancy/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll } from '../../table/page.ts'
import { readWork } from '../metering/read-work.ts'
import { extrasBillOf } from './extras-id.ts'
import { billingFacts } from './facts.ts'
import { issuedBills, undecidedLateFees } from './undecided.ts'

/** What a month is decided on: its source items, the client's issued bills, and what keeps it from closing. */
export type MonthFacts = {
  client: string
  month: string
  items: SourceItem[]
  bills: IssuedBill[]
  blocks: CloseBlock[]
}

/** Read strongly, once for the decision and for what is shown of it. */
export async function monthFacts(uow: UnitOfWork, client: string, month: string): Promise<MonthFacts> {
  const [work, bills] = await Promise.all([readWork(uow, client, month), issuedBills(uow, client)])
  const items = work.map(({ item }) => item)
  const blocks = closeBlocks(items, await undecidedLateFees(uow, bills, lastDayOfMonth(month)))
  return { client, month, items, bills, blocks }
}

/** All entries of the provider's ledger in a month; a board of many clients reads them once. */
export async function ledgerOf(uow: UnitOfWork, month: string): Promise<Entry[]> {
  const entries = await queryAll(uow.database, uow.ctx, { scope: 'provider', part: `J#${month}` }, 50_000)
  return entries.map(held => held.data as Entry)
}

export async function viewMonth(
  uow: UnitOfWork,
  { client, month, items, bills, blocks }: MonthFacts,
  ledger: readonly Entry[],
): Promise<MonthView> {
  const [facts, held, provider] = await Promise.all([
    billingFacts(uow, client),
    uow.find(monthAggregate, { client, id: month }),
    uow.load(providerAggregate, { id: uow.ctx.provider }),
  ])
  const state = held?.state
  const over = facts.today.slice(0, 7) > month
  const status = state?.status ?? 'open'
  const bill = await extrasBillOf(uow, client, month)
  const finance = hasRole(uow.ctx, 'finance', 'admin')
  const ready = over && status === 'open' && blocks.length === 0
  return {
    client,
    clientName: facts.clientName,
    month,
    currency: provider.state.currency,
    status,
    ready,
    over,
    ...(state?.status === 'closed' && { closedAt: state.at, closedBy: state.by.name, hash: state.hash }),
    ...(state?.status === 'open' && state.stoppedFor && { lastStop: state.stoppedFor }),
    kinds: unitKinds.map(kind => ({ kind, ...cells(items.filter(item => unitKindOf(item) === kind)) })),
    total: cells(items),
    deviceDays: deviceDaysOf(items),
    blocks: blocks.map(({ who, ...block }) => ({ ...block, who: who?.name ?? '' })),
    ...(bill && { bill }),
    ledgerDifferenceMinor: ledgerDifference(client, month, ledger, bills),
    computedAt: uow.env.now,
    actions: [
      ...(finance && ready ? ['close'] : []),
      ...(finance && status === 'closed' && bill?.status !== 'issued' ? ['reopen'] : []),
      ...(finance && status === 'closed' && (bill?.status !== 'issued' || hasBillable(items)) ? ['draft-bill'] : []),
    ],
  }
}

/** After its bill was issued a closed month has billable work again when a credit note released it. */
const hasBillable = (items: readonly SourceItem[]) => items.some(({ state }) => state.status === 'billable')

/** Units, minutes and money of each state; covered units show units, not money. */
function cells(items: readonly SourceItem[]): Pick<MonthView['total'], 'delivered' | 'states'> {
  const { delivered, byStatus } = totalsByState(items)
  const states = Object.fromEntries(
    itemStatuses.map(status => [
      status,
      {
        units: byStatus[status].items,
        minutes: byStatus[status].minutes,
        minor: chargedValueMinor(items.filter(item => item.state.status === status)),
      },
    ]),
  ) as MonthView['total']['states']
  const minor = Object.values(states).reduce((sum, cell) => sum + cell.minor, 0)
  return { delivered: { units: delivered.items, minutes: delivered.minutes, minor }, states }
}

function deviceDaysOf(items: readonly SourceItem[]): MonthView['deviceDays'] {
  const days = items.filter(item => item.kind === 'device-day')
  return {
    devices: Math.max(0, ...days.map(day => day.devices)),
    days: days.length,
    deviceDays: days.reduce((sum, day) => sum + day.devices, 0),
  }
}

/** What was issued in the month against what the ledger says was issued: 0 or something is wrong. */
function ledgerDifference(client: string, month: string, entries: readonly Entry[], bills: readonly IssuedBill[]): number {
  const ledger = entries
    .filter(entry => entry.client === client && entry.source.kind === 'bill')
    .flatMap(entry => entry.postings)
    .filter(({ account }) => account === 'receivable')
    .reduce((sum, { minor }) => sum + minor, 0)
  const issued = bills
    .filter(bill => !bill.opening && bill.kind !== 'credit-note' && bill.issuedOn.startsWith(month))
    .reduce((sum, { grossMinor }) => sum + grossMinor, 0)
  return ledger - issued
}
