import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { queryPage } from '../../table/page.ts'

/** First day to read for balances up to a day: the month of the earliest entry, which the index names; amounts are read from the entries. */
export async function firstEntryMonth(uow: UnitOfWork, asOf: string): Promise<string> {
  const page = await queryPage(uow.database, uow.ctx, { index: 'gsi1', part: 'JOURNAL', limit: 1 })
  const sort = page.items[0]?.gsi1sk as string | undefined
  return `${(sort ?? asOf).slice(0, 7)}-01`
}
