import { describe, expect, it } from 'vitest'
import type { TenantContext } from '../../kernel/context.ts'
import { visitAggregate } from './aggregate.ts'
import { addPart, arrive, begin, finish, planVisit, recordChecks, startTravel, workRemotely } from './decide/index.ts'
import { leftOver, maintenanceOfMonth } from './maintenance.ts'
import { after, devices, dispatch, envAt, given, maintenance, technician } from './testing.ts'
import { visitView } from './views.ts'
import type { Visit } from './visit.ts'
import { isoWeek } from './week.ts'
import { partOfVisit, workOfVisit } from './work.ts'

const env = envAt('2026-10-31T00:00:00Z')
const position = { latitude: 31.19, longitude: 121.44, accuracyMetres: 12 }
const due = devices.map(device => device.id)
const context = { billingZone: 'Asia/Shanghai', recordedAt: env.now, describe: () => 'text' }

/** 14 October 09:00–09:30 travel, 09:30–12:30 on site; PC-02 is away. */
function planned(): Visit {
  return given(
    () => planVisit({ visit: 'V1', client: 'LANHAI' }, maintenance, { technician }),
    v => startTravel(v, '2026-10-14T01:00:00Z', undefined, env),
    v => arrive(v, { how: 'button', at: '2026-10-14T01:30:00Z', position }, undefined, env),
    v => begin(v, '2026-10-14T01:30:00Z', env),
    v =>
      recordChecks(v, [
        { devices: 'all', tasks: 'all', check: { result: 'done' } },
        { devices: ['PC-02'], tasks: 'all', check: { result: 'not-done', reason: 'not-reached' } },
        { devices: ['PC-01'], tasks: ['content'], check: { result: 'refused' } },
      ]),
    v => finish(v, '2026-10-14T04:30:00Z', undefined, env),
  )
}

/** 29 October 10:00–10:25, from elsewhere. */
function makeUp(visit: Visit): Visit {
  const order = {
    ...maintenance,
    kind: 'make-up' as const,
    mode: 'remote' as const,
    date: '2026-10-29',
    devices: leftOver(visit),
  }
  return given(
    () => planVisit({ visit: 'V2', client: 'LANHAI' }, order, { technician }),
    v => recordChecks(v, [{ devices: 'all', tasks: 'all', check: { result: 'done' } }]),
    v => workRemotely(v, '2026-10-29T02:00:00Z', '2026-10-29T02:25:00Z', env),
  )
}

describe('the maintenance of a month', () => {
  it('covers every device due: one that was not reached is made up within the month', () => {
    expect(maintenanceOfMonth('2026-10', due, [planned()])).toMatchObject({ devicesMaintained: 2, open: ['PC-02'] })
    expect(maintenanceOfMonth('2026-10', due, [planned(), makeUp(planned())])).toEqual({
      month: '2026-10',
      devicesDue: 3,
      devicesMaintained: 3,
      visitsPlanned: 1,
      visitsDone: 1,
      makeUps: 1,
      open: [],
    })
  })

  it('takes a refusal of the client as done: only what the provider left undone is owed', () => {
    expect(leftOver(planned()).map(device => device.id)).toEqual(['PC-02'])
  })

  it('does not count a visit that did not take place, nor one of another month', () => {
    const only = given(() => planVisit({ visit: 'V3', client: 'LANHAI' }, maintenance))
    expect(maintenanceOfMonth('2026-10', due, [only])).toMatchObject({ visitsPlanned: 1, visitsDone: 0, devicesMaintained: 0 })
    expect(maintenanceOfMonth('2026-11', due, [planned()])).toMatchObject({ visitsPlanned: 0, devicesMaintained: 0 })
  })

  it('leaves a device due that is in no visit’s list', () => {
    expect(maintenanceOfMonth('2026-10', [...due, 'PC-77'], [planned(), makeUp(planned())]).open).toEqual(['PC-77'])
  })
})

describe('the work of a visit', () => {
  it('of maintenance is its journey, its minutes and itself', () => {
    expect(
      workOfVisit(planned(), context).map(item => [item.id, item.kind, 'minutes' in item ? item.minutes : undefined]),
    ).toEqual([
      ['V1-travel', 'travel', 30],
      ['V1-onsite', 'maintenance-onsite', 180],
      ['V1', 'visit', undefined],
    ])
    expect(workOfVisit(makeUp(planned()), context)).toMatchObject([
      { id: 'V2-remote', kind: 'maintenance-remote', minutes: 25, date: '2026-10-29' },
    ])
  })

  it('of a ticket carries it, on the date in the billing zone of the client', () => {
    const night = given(
      () => planVisit({ visit: 'V9', client: 'LANHAI' }, { ...dispatch('LANHAI-1'), date: '2026-10-04' }, { technician }),
      v => startTravel(v, '2026-10-03T20:06:00Z', undefined, env),
      v => arrive(v, { how: 'button', at: '2026-10-03T20:41:00Z', position }, undefined, env),
      v => begin(v, '2026-10-03T20:41:00Z', env),
      v => finish(v, '2026-10-03T22:10:00Z', undefined, env),
    )
    expect(workOfVisit(night, context)).toMatchObject([
      { id: 'V9-travel-LANHAI-1', ticket: 'LANHAI-1', minutes: 35, date: '2026-10-04', from: '2026-10-03T20:06:00Z' },
      { id: 'V9-onsite-LANHAI-1', ticket: 'LANHAI-1', kind: 'onsite', minutes: 89, date: '2026-10-04' },
      { id: 'V9', kind: 'visit', visit: 'V9' },
    ])
  })

  it('is nothing before the visit has ended', () => {
    expect(
      workOfVisit(
        given(() => planVisit({ visit: 'V1', client: 'LANHAI' }, maintenance, { technician })),
        context,
      ),
    ).toEqual([])
  })

  it('has each part as an item of its own, with cost and receipt as far as they are known', () => {
    const visit = given(
      () => planVisit({ visit: 'V9', client: 'LANHAI' }, dispatch('LANHAI-3'), { technician }),
      v => arrive(v, { how: 'button', at: '2026-10-10T01:40:00Z', position }, undefined, env),
      v => begin(v, '2026-10-10T01:40:00Z', env),
    )
    const part = { id: 'p1', name: 'CMOS battery', quantity: 2, addedAt: '2026-10-10T06:00:00Z', by: technician }
    const withPart = after(visit, addPart(visit, part))
    const item = partOfVisit(withPart, withPart.parts[0]!, context)
    expect(item).toMatchObject({ id: 'V9-part-p1', kind: 'part', ticket: 'LANHAI-3', quantity: '2', date: '2026-10-10' })
    expect(item).not.toHaveProperty('unitCost')
  })
})

describe('what is shown', () => {
  const as = (kind: 'staff' | 'client', ...roles: TenantContext['roles']): TenantContext => ({
    provider: 'chengxin',
    kind,
    roles,
    clients: ['LANHAI'],
    actor: { kind, id: 'x', name: 'x' },
  })

  it('of an arrival: when, to both sides; where the phone was, to staff alone', () => {
    expect(visitView(as('staff', 'technician'), planned(), new Map()).arrival).toMatchObject({ position })
    expect(visitView(as('client', 'client-owner'), planned(), new Map()).arrival).not.toHaveProperty('position')
  })

  it('offers only what role and state allow', () => {
    expect(visitView(as('client', 'client-owner'), planned(), new Map()).actions).toEqual(['sign'])
    expect(visitView(as('staff', 'finance'), planned(), new Map()).actions).toEqual([])
    expect(visitView(as('staff', 'technician'), planned(), new Map()).actions).toEqual([
      'add-part',
      'sign',
      'leave-unsigned',
      'make-up',
    ])
  })

  it('counts per task and says what is still missing', () => {
    const visit = given(
      () => planVisit({ visit: 'V1', client: 'LANHAI' }, maintenance, { technician }),
      v => arrive(v, { how: 'button', at: '2026-10-14T01:24:00Z', position }, undefined, env),
      v => begin(v, '2026-10-14T01:24:00Z', env),
      v => recordChecks(v, [{ devices: ['PC-01'], tasks: ['content'], check: { result: 'done' } }]),
    )
    const view = visitView(as('staff', 'technician'), visit, new Map())
    expect(view.tasks.map(({ key, done, devices: all }) => [key, done, all])).toEqual([
      ['hardware-check', 0, 3],
      ['content', 1, 2],
      ['line-speed', 0, 1],
    ])
    expect(view.missing).toMatchObject({ signature: true, checks: [{}, { task: 'content', devices: ['PC-02'] }, {}] })
  })
})

describe('lists', () => {
  it('file a visit under its ISO week, its day and its technician', () => {
    expect(visitAggregate.project(planned())).toMatchObject({
      gsi1: { part: 'VIS#2026-W42', sort: '2026-10-14#~#LANHAI#V1' },
      gsi2: { part: 'VIS' },
      gsi4: { part: 'VIS#li' },
      row: { id: 'V1', devices: 3, notMaintained: 1, blocksClose: true },
    })
  })

  it.each([
    ['2026-01-01', '2026-W01'],
    ['2027-01-01', '2026-W53'],
    ['2024-12-30', '2025-W01'],
    ['2026-10-14', '2026-W42'],
  ])('%s is in %s', (date, week) => {
    expect(isoWeek(date)).toBe(week)
  })

  it('keep a row within 700 bytes', () => {
    const visit = {
      ...planned(),
      technician: { id: 'x'.repeat(64), name: '一'.repeat(120) },
      window: { from: env.now, to: env.now },
    }
    expect(Buffer.byteLength(JSON.stringify(visitAggregate.project(visit as Visit).row))).toBeLessThanOrEqual(700)
  })
})
