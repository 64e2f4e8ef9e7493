import type { ItemState } from './item-state.ts'
import type { PartItem, TimeEntry, VisitItem } from './source-item.ts'

const unjudged: ItemState = { status: 'waiting', for: 'account-manager', reason: { key: 'no-contract' } }
const common = {
  client: 'LANHAI',
  date: '2026-10-10',
  recordedAt: '2026-10-10T06:00:00Z',
  ticket: 'LANHAI-3',
  who: { id: 'u-wang', name: 'Wang' },
  description: 'Work',
  state: unjudged,
}

/** Source items for tests: an ordinary one with what the test is about replaced. */
export const timeEntry = (parts: Partial<TimeEntry>): TimeEntry => ({
  ...common,
  id: 'w1',
  kind: 'onsite',
  minutes: 60,
  ...parts,
})
export const partItem = (parts: Partial<PartItem>): PartItem => ({
  ...common,
  id: 'p1',
  kind: 'part',
  name: 'SSD 512 GB',
  quantity: '1',
  ...parts,
})
export const visitItem = (parts: Partial<VisitItem>): VisitItem => ({ ...common, id: 'v1', kind: 'visit', visit: 'V1', ...parts })
