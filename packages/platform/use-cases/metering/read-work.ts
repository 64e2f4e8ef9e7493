import type { SourceItem } from '@pactdesk/domain/outsourcing/metering/index'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryAll } from '../../table/page.ts'
import type { WorkKey } from './work-record.ts'

/** Most items of one client in one month that are read whole. */
const mostItems = 20_000

export type HeldWork = { key: WorkKey; item: SourceItem; version: number }

/** All source items settled in a month, from the items themselves by a strong read: money decisions never read an index. */
export async function readWork(uow: UnitOfWork, client: string, period: string): Promise<HeldWork[]> {
  const items = await queryAll(uow.database, uow.ctx, { scope: 'client', client, part: `WORK#${period}` }, mostItems)
  return items.map(held => {
    const item = held.data as SourceItem
    return { key: { client, period, date: item.date, kind: item.kind, id: item.id }, item, version: held.v as number }
  })
}
