import type { TimelineEntry } from '@pactdesk/domain/service-support/incident/timeline'

export type Told = { kind: 'entry'; entry: TimelineEntry } | { kind: 'folded'; key: string; entries: TimelineEntry[] }

/** Events in a row that are still shown one by one; a longer row between words is folded, its first and last kept. */
const shownInARow = 5

/** Talk and events in one line; a long row of mere events is folded behind its number. The last row is never folded: it is now. */
export function fold(entries: readonly TimelineEntry[], open: ReadonlySet<string>): Told[] {
  const told: Told[] = []
  let row: TimelineEntry[] = []
  const one = (entry: TimelineEntry): Told => ({ kind: 'entry', entry })
  const flush = (last: boolean): void => {
    const [first, ...rest] = row
    const end = rest.pop()
    if (first && end && !last && row.length > shownInARow && !open.has(first.id))
      told.push(one(first), { kind: 'folded', key: first.id, entries: rest }, one(end))
    else told.push(...row.map(one))
    row = []
  }
  for (const entry of entries) {
    if (entry.kind === 'event') row.push(entry)
    else {
      flush(false)
      told.push(one(entry))
    }
  }
  flush(true)
  return told
}
