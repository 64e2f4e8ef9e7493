import { expect, test } from 'vitest'
import { annexOf, type CoveredItem } from './annex.ts'

const common = {
  client: 'MINGDE',
  recordedAt: '2026-10-09T02:00:00Z',
  who: { id: 'w', name: '郭涛' },
  description: 'x',
  state: { status: 'covered' as const, clause: '2', reason: { key: 'contract-work' } },
}
const time = (id: string, date: string, status?: 'waiting'): CoveredItem => ({
  ...common,
  id,
  date,
  kind: 'remote',
  minutes: 20,
  ...(status && { state: { status, for: 'finance' as const, reason: { key: 'no-contract' } } }),
})
const day = (date: string, devices: number): CoveredItem => ({ ...common, id: `d${date}`, date, kind: 'device-day', devices })

test('covered work by day, then the devices of the month as one row', () => {
  const rows = annexOf([day('2026-10-02', 8), time('b', '2026-10-09'), day('2026-10-01', 7), time('a', '2026-10-08')])
  expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'devices'])
  expect(rows.at(-1)).toMatchObject({ from: '2026-10-01', to: '2026-10-02', devices: 8, days: 2, clause: '2' })
})
test('what is not covered is not in the annex, and without devices there is no row for them', () => {
  expect(annexOf([time('a', '2026-10-08', 'waiting')])).toEqual([])
})
