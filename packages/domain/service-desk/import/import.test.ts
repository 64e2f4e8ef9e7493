import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { unwrap } from '../../kernel/result.ts'
import { wallTimeToInstant } from '../../kernel/time.ts'
import { clockFigures } from '../../service-delivery/service-level/index.ts'
import { evolve } from '../../service-support/incident/evolve.ts'
import type { Ticket } from '../../service-support/incident/index.ts'
import { policy } from '../../service-support/incident/testing.ts'
import { applyRow, openImported } from './apply.ts'
import type { IncidentHistory } from './history.ts'
import { mapIncidentLog } from './map-log.ts'

const options = { zone: 'Asia/Shanghai', firstDay: '2026-01-05', businessNow: '2026-11-25T00:00:00Z' }
const at = (wall: string, zone = 'Asia/Shanghai') => wallTimeToInstant(wall, zone)
const base = {
  number: 'INC1',
  incident_state: 'New',
  sys_mod_count: '0',
  opened_at: '29/2/2016 09:00',
  sys_created_at: '29/2/2016 09:05',
  sys_updated_at: '29/2/2016 09:05',
  sys_updated_by: 'Updated by 1',
  caller_id: 'Caller 7',
  category: 'Category 1',
  subcategory: '?',
  u_symptom: '?',
  impact: '2 - Medium',
  urgency: '2 - Medium',
  priority: '3 - Moderate',
  assignment_group: 'Group 1',
  assigned_to: '?',
  knowledge: 'false',
  resolved_at: '1/3/2016 10:00',
  closed_at: '5/3/2016 10:00',
}
const row = (more: Partial<typeof base>) => ({ ...base, ...more })
const map = (rows: Record<string, string>[], more: Partial<typeof options> = {}) =>
  unwrap(mapIncidentLog(rows, { ...options, ...more }))

function replay(history: IncidentHistory): Ticket {
  const facts = {
    client: 'LANHAI',
    number: 'LANHAI-1',
    team: 'desk',
    company: '蓝海贸易',
    source: 'log',
    importedAt: options.businessNow,
    contract: { outcome: 'chosen', contract: 'k', version: 1, number: 'WB-1', reason: 'only-contract-of-the-day' },
    policy,
    scope: { outcome: 'covered', reason: 'imported', at: options.businessNow },
  } as const
  let ticket: Ticket | undefined
  for (const { at: when, event } of unwrap(openImported(history, facts))) ticket = evolve(ticket, event, { at: when })
  for (const change of history.rows)
    for (const { at: when, event } of unwrap(applyRow(ticket!, change, policy))) ticket = evolve(ticket, event, { at: when })
  return ticket!
}

describe('an incident log as histories', () => {
  test('moves by whole weeks, in the order of update and modification, and keeps the times written there', () => {
    const { histories } = map([
      row({ incident_state: 'Resolved', sys_mod_count: '4', sys_updated_at: '1/3/2016 10:00' }),
      row({ incident_state: 'Active', sys_mod_count: '2', sys_updated_at: '29/2/2016 10:00' }),
      row({ incident_state: 'Awaiting User Info', sys_mod_count: '3', sys_updated_at: '29/2/2016 10:00' }),
      row({}),
    ])
    expect(histories[0]).toMatchObject({ openedAt: at('2026-01-05T09:00'), originalOpenedAt: '29/2/2016 09:00' })
    expect(histories[0]!.rows.map(change => [change.at, change.original, change.outcome, change.state?.status])).toEqual([
      [at('2026-01-05T09:05'), '29/2/2016 09:05', 'created', 'new'],
      [at('2026-01-05T10:00'), '29/2/2016 10:00', 'state', 'in-progress'],
      [at('2026-01-05T10:00'), '29/2/2016 10:00', 'state', 'waiting'],
      [at('2026-01-06T10:00'), '1/3/2016 10:00', 'state', 'resolved'],
    ])
  })

  test('an incident opened at the earliest time of its rows', () => {
    const { histories } = map([
      row({}),
      row({ number: 'INC2', opened_at: '2/3/2016 12:00', sys_created_at: '2/3/2016 11:58', sys_updated_at: '2/3/2016 12:01' }),
    ])
    expect(histories[1]!.openedAt).toBe(at('2026-01-07T11:58'))
  })

  test('the first day must be the weekday on which the log begins', () => {
    const refused = mapIncidentLog([row({})], { ...options, firstDay: '2026-01-06' })
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'import.first-day', params: { wanted: 'Monday', given: 'Tuesday' } },
    })
  })

  test('end-state fields of early rows tell nothing: an unchanged row is no change', () => {
    const { report } = map([
      row({}),
      row({ sys_mod_count: '1', sys_updated_at: '29/2/2016 09:30', resolved_at: '?', closed_at: '?' }),
    ])
    expect(report).toMatchObject({ rows: 2, created: 1, none: 1, state: 0, other: 0 })
  })

  test('rows later than the business clock and unreadable ones are refused, with the reason', () => {
    const { histories, report } = map(
      [
        row({}),
        row({ incident_state: 'Active', sys_mod_count: '1', sys_updated_at: '2/3/2016 09:00' }),
        row({ number: 'INC2', sys_updated_at: '31/2/2016 09:00' }),
        row({ number: 'INC3', priority: '?' }),
      ],
      { businessNow: at('2026-01-06T00:00') },
    )
    expect(histories.map(({ number, rows }) => [number, rows.length])).toEqual([['INC1', 1]])
    expect(report.refused).toEqual([
      { row: 3, number: 'INC2', why: 'bad-date', value: '31/2/2016 09:00' },
      { row: 4, number: 'INC3', why: 'bad-row', value: '' },
      { row: 2, number: 'INC1', why: 'later-than-now', value: '2/3/2016 09:00' },
    ])
    expect(report.created + report.state + report.other + report.none + report.refused.length).toBe(report.rows)
  })

  test('a file that is no incident log is refused', () => {
    expect(mapIncidentLog([{ a: '1' }], options)).toMatchObject({ ok: false, error: { code: 'import.columns' } })
    expect(mapIncidentLog([], options)).toMatchObject({ ok: false, error: { code: 'import.empty' } })
  })

  test('a time that the zone skips moves by the gap, is counted, and never runs a history backwards', () => {
    const zone = 'America/New_York'
    const day = (date: string) => {
      const opened = { opened_at: `${date} 02:10`, sys_created_at: `${date} 02:10` }
      return [
        row({ ...opened, sys_updated_at: `${date} 02:40` }),
        row({ ...opened, incident_state: 'Active', sys_mod_count: '1', sys_updated_at: `${date} 03:05` }),
      ]
    }
    const plain = map(day('28/3/2016'), { zone, firstDay: '2026-03-09' })
    expect(plain.report.movedByGap).toBe(0)
    expect(plain.histories[0]!.rows.map(change => change.at)).toEqual([
      at('2026-03-09T02:40', zone),
      at('2026-03-09T03:05', zone),
    ])
    const gap = map(day('27/3/2016'), { zone, firstDay: '2026-03-08' })
    expect(gap.report.movedByGap).toBe(2)
    expect(gap.histories[0]!.rows.map(change => change.at)).toEqual([at('2026-03-08T03:40', zone), at('2026-03-08T03:40', zone)])
  })
})

describe('a history replayed', () => {
  test('waits stop the clock, other awaiting goes on with its reason, priority stays as given, people are labels', () => {
    const later = { priority: '2 - High', assigned_to: 'Resolver 3' }
    const { histories } = map([
      row({}),
      row({
        incident_state: 'Awaiting Problem',
        sys_mod_count: '1',
        sys_updated_at: '29/2/2016 10:00',
        priority: '2 - High',
        assigned_to: 'Resolver 3',
      }),
      row({
        ...later,
        incident_state: 'Awaiting User Info',
        sys_mod_count: '2',
        sys_updated_at: '29/2/2016 11:00',
        knowledge: 'true',
      }),
      row({ ...later, incident_state: 'Active', sys_mod_count: '3', sys_updated_at: '1/3/2016 09:00' }),
      row({ ...later, incident_state: 'Closed', sys_mod_count: '4', sys_updated_at: '1/3/2016 12:00' }),
    ])
    const ticket = replay(histories[0]!)
    expect(ticket).toMatchObject({
      status: 'closed',
      priority: 'P2',
      priorityFrom: 'given',
      requester: { name: 'Caller 7', company: '蓝海贸易' },
      imported: { number: 'INC1', openedAt: '29/2/2016 09:00' },
      timers: [],
    })
    expect(ticket.requester).not.toHaveProperty('contact')
    expect(ticket).not.toHaveProperty('assignee')
    const [clock] = ticket.clocks.clocks
    expect(ticket.clocks.clocks).toHaveLength(1)
    expect(clockFigures(clock!, policy.calendar, options.businessNow)).toMatchObject({ consumedMinutes: 300, met: true })
  })

  test('a ticket that was resolved when the log began is created and resolved', () => {
    const ticket = replay(map([row({ incident_state: 'Resolved', sys_updated_at: '29/2/2016 12:00' })]).histories[0]!)
    expect(ticket).toMatchObject({ status: 'resolved', restoredAt: at('2026-01-05T12:00') })
  })
})

const file = new URL('../../../../../shared/data/incident-event-log-300.csv', import.meta.url)
describe.skipIf(!existsSync(file))('300 incidents of a real desk', () => {
  test('all 2,040 rows are accounted for, every history replays, every ticket has its clock', () => {
    const csv = parse(readFileSync(file), { columns: true }) as Record<string, string>[]
    const { histories, report } = map(csv)
    expect(histories).toHaveLength(300)
    expect({ ...report, refused: report.refused.length }).toEqual({
      rows: 2040,
      tickets: 300,
      created: 300,
      state: 838,
      other: 338,
      none: 564,
      refused: 0,
      movedByGap: 0,
    })
    for (const history of histories) {
      const ticket = replay(history)
      expect(ticket.status, history.number).toBe('closed')
      expect(ticket.clocks.clocks.length, history.number).toBeGreaterThan(0)
      expect(ticket.timers, history.number).toEqual([])
    }
  })
})
