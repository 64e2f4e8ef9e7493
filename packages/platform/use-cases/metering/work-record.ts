import type { SourceItem } from '@pactdesk/domain/outsourcing/metering/source-item'
import { defineRecord } from '../../table/record.ts'

export type WorkKey = { client: string; period: string; date: string; kind: string; id: string }

/**
 * A source item, `C#WORK#<period>`/`<date>#<kind>#<id>`. The period is the month in which it is settled: that of its date, or the
 * next open one when it arrived after the close. Money decisions read these items themselves, never an index.
 */
export const workRecord = defineRecord<WorkKey, SourceItem>({
  type: 'work',
  scope: 'client',
  sv: 1,
  upcasts: [],
  key: ({ client, period, date, kind, id }) => ({ client, part: `WORK#${period}`, sort: `${date}#${kind}#${id}` }),
})

/** One text for a work item in addresses: `2026-10~2026-10-08~onsite~w1`. */
export const workRef = ({ period, date, kind, id }: Omit<WorkKey, 'client'>) => [period, date, kind, id].join('~')

export function parseWorkRef(client: string, ref: string): WorkKey | undefined {
  const found = /^(\d{4}-\d{2})~(\d{4}-\d{2}-\d{2})~([a-z-]+)~([0-9A-Za-z_-]{1,64})$/.exec(ref)
  if (!found) return undefined
  const [, period = '', date = '', kind = '', id = ''] = found
  return { client, period, date, kind, id }
}
