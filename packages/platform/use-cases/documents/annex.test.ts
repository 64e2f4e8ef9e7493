import type { SourceItem } from '@pactdesk/domain/outsourcing/metering/index'
import { describe, expect, it } from 'vitest'
import { annexOf } from './annex.ts'

const covered = { status: 'covered', clause: '2', reason: { key: 'covered' } } as const
const item = (id: string, more: object): SourceItem =>
  ({
    id,
    client: 'LANHAI',
    date: '2026-10-14',
    recordedAt: '2026-10-14T05:00:00Z',
    who: { id: 'li', name: '李工' },
    description: 'x',
    state: covered,
    ...more,
  }) as SourceItem

describe('the zero-value annex', () => {
  it('shows covered work in its units and nothing that is charged', () => {
    const rows = annexOf([
      item('a', { kind: 'onsite', minutes: 89, ticket: 'LANHAI-1' }),
      item('b', {
        kind: 'onsite',
        minutes: 190,
        ticket: 'LANHAI-8',
        state: { status: 'waiting', for: 'client', reason: { key: 'q' } },
      }),
      item('c', { kind: 'visit', visit: 'V1', date: '2026-10-13' }),
    ])
    expect(rows.map(({ date, reference, quantity }) => [date, reference, quantity])).toEqual([
      ['2026-10-13', 'V1', '1 次'],
      ['2026-10-14', 'LANHAI-1', '89 分钟'],
    ])
  })
  it('sums the device-days of the month in one row', () => {
    const days = Array.from({ length: 31 }, (_, n) =>
      item(`d${n}`, { kind: 'device-day', devices: 10, date: `2026-10-${String(n + 1).padStart(2, '0')}` }),
    )
    expect(annexOf(days)).toMatchObject([{ date: '2026-10-01 – 10-31', quantity: '310 设备日', clause: '2' }])
    expect(annexOf([])).toEqual([])
  })
})
