import type { Result } from '@pactdesk/domain/kernel/result'
import { unwrap } from '@pactdesk/domain/kernel/result'
import type { Entry } from '@pactdesk/domain/service-delivery/financial/journal'
import type { UnitOfWork } from '../../run/unit-of-work.ts'
import { defineRecord } from '../../table/record.ts'

/**
 * The append-only ledger, `P#J#<yyyy-mm>`/`<date>#<id>`. The id derives from what the entry records, so recording the same
 * thing twice meets an entry that is there.
 */
export const journalRecord = defineRecord<{ date: string; id: string }, Entry>({
  type: 'journal',
  scope: 'provider',
  sv: 1,
  upcasts: [],
  key: ({ date, id }) => ({ part: `J#${date.slice(0, 7)}`, sort: `${date}#${id}` }),
  project: ({ date, id }) => ({ gsi1: { part: 'JOURNAL', sort: `${date}#${id}` } }),
})

/** Writes an entry in the commit of what it records. */
export function post(uow: UnitOfWork, built: Result<Entry>): Entry {
  const entry = unwrap(built)
  uow.putRecord(journalRecord, { date: entry.date, id: entry.id }, entry, 'absent')
  return entry
}
