import { nextMonth } from '@pactdesk/domain/kernel/time'
import { monthAggregate } from '@pactdesk/domain/outsourcing/billing/month/aggregate'
import type { SourceItem } from '@pactdesk/domain/outsourcing/metering/source-item'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { type WorkKey, workRecord } from './work-record.ts'

const monthsAhead = 24

/**
 * Records a source item in the commit that does the work. Its period is the month of its date, or the first later month that is
 * still open; the commit depends on that month staying open, so nothing slips into a month while it is being closed.
 */
export async function recordWork(uow: UnitOfWork, item: SourceItem): Promise<WorkKey> {
  const period = await openPeriod(uow, item.client, item.date.slice(0, 7))
  const key = { client: item.client, period, date: item.date, kind: item.kind, id: item.id }
  uow.putRecord(workRecord, key, item, 'absent')
  return key
}

/** Changes the state of an item that is there, under its version. */
export async function changeWork(
  uow: UnitOfWork,
  key: WorkKey,
  change: (item: SourceItem) => SourceItem,
): Promise<SourceItem | undefined> {
  const held = await uow.getRecord(workRecord, key)
  if (!held) return undefined
  const item = change(held.value)
  if (item !== held.value) uow.putRecord(workRecord, key, item, { version: held.version })
  return item
}

async function openPeriod(uow: UnitOfWork, client: string, from: string): Promise<string> {
  let month = from
  for (let tried = 0; tried < monthsAhead; tried++) {
    const held = await uow.dependOn(monthAggregate, { client, id: month })
    if (!held || held.state.status === 'open') return month
    month = nextMonth(month)
  }
  throw new Error(`${client} has no open month within ${monthsAhead} months of ${from}`)
}
