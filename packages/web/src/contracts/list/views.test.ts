import type { ContractRow } from '@pactdesk/domain/outsourcing/contract/views'
import { expect, test } from 'vitest'
import { countsOf, inView } from './views.ts'

const row = (status: ContractRow['status'], need: ContractRow['need']): ContractRow => ({
  id: `${status}-${need}`,
  client: 'LANHAI',
  clientName: 'Lanhai',
  number: 'WB-1',
  template: 'it-maintenance-cn',
  status,
  version: 1,
  firstDay: '2026-10-01',
  lastDay: '2027-09-30',
  total: { currency: 'CNY', minor: 1 },
  need,
})
const rows = [
  row('draft', 'offer'),
  row('offered', 'provider-signature'),
  row('signed-by-provider', 'client-signature'),
  row('active', 'none'),
  row('active', 'renewal'),
  row('ended', 'nothing-more'),
  row('discarded', 'nothing-more'),
]

test('what runs by itself needs nobody; what waits for a hand is in the first view', () => {
  expect(rows.filter(one => inView(one, 'needs')).map(({ need }) => need)).toEqual([
    'offer',
    'provider-signature',
    'client-signature',
    'renewal',
  ])
})

test('each count is what its view shows', () => {
  expect(countsOf(rows)).toEqual({ needs: 4, signature: 2, draft: 1, active: 2, ended: 2, all: 7 })
})
