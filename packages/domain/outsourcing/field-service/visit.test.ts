import { describe, expect, it } from 'vitest'
import { ok } from '../../kernel/result.ts'
import {
  acceptUnsigned,
  addPart,
  arrive,
  begin,
  cancelVisit,
  completePart,
  finish,
  joinTicket,
  leaveUnsigned,
  moveVisit,
  planVisit,
  recordChecks,
  removePart,
  reportNoAccess,
  scheduleVisit,
  sign,
  startTravel,
  storeReport,
  workRemotely,
} from './decide/index.ts'
import { after, codeOf, devices, dispatch, envAt, given, maintenance, note, photo, technician } from './testing.ts'
import { blocksClose, type Part, type Visit } from './visit.ts'

const of = { visit: 'v1', client: 'LANHAI' }
const at = (time: string) => `2026-10-14T${time}:00Z`
const evening = envAt(at('10:00'))
const position = { latitude: 31.19, longitude: 121.44, accuracyMetres: 12 }
const button = (time: string) => ({ how: 'button' as const, at: at(time), position })

const planned = () => given(() => planVisit(of, maintenance))
const scheduled = () => after(planned(), scheduleVisit(planned(), { technician, date: '2026-10-14' }, true))
const travelling = () => given(scheduled_, visit => startTravel(visit, at('01:00'), undefined, evening))
const scheduled_ = () => planVisit(of, maintenance, { technician })
const onSite = () => {
  const arrived = after(travelling(), arrive(travelling(), button('01:30'), undefined, evening))
  return after(arrived, begin(arrived, at('01:30'), evening))
}
const all = { devices: 'all' as const, tasks: 'all' as const }
const checked = () => after(onSite(), recordChecks(onSite(), [{ ...all, check: { result: 'done' } }]))
const finished = () => after(checked(), finish(checked(), at('04:30'), undefined, evening))

describe('planning', () => {
  it('of a dispatch needs a ticket', () => {
    expect(codeOf(planVisit(of, dispatch()))).toBe('field-service.no-ticket')
  })

  it('keeps maintenance in its month and on a working day of the contract', () => {
    expect(codeOf(scheduleVisit(planned(), { technician, date: '2026-11-02' }, true))).toBe('field-service.outside-month')
    expect(codeOf(scheduleVisit(planned(), { technician, date: '2026-10-18' }, false))).toBe('field-service.no-working-day')
    expect(codeOf(scheduleVisit(planned(), { technician, date: '2026-10-16' }, true))).toBe('ok')
  })

  it('takes a window of the day in the zone of the site', () => {
    const window = { from: '2026-10-13T16:30:00Z', to: '2026-10-13T18:00:00Z' }
    expect(codeOf(scheduleVisit(planned(), { technician, date: '2026-10-14', window }, true))).toBe('ok')
    expect(codeOf(scheduleVisit(planned(), { technician, date: '2026-10-13', window }, true))).toBe('field-service.window-day')
  })

  it('keeps who asked for a move and why, and drops the old window', () => {
    const window = { from: at('01:00'), to: at('03:00') }
    const visit = after(planned(), scheduleVisit(planned(), { technician, date: '2026-10-14', window }, true))
    const moved = after(
      visit,
      moveVisit(visit, { date: '2026-10-15', asked: 'client', note }, { workingDay: true, provisional: false }, evening),
    )
    expect(moved).toMatchObject({ date: '2026-10-15', moves: [{ from: '2026-10-14', to: '2026-10-15', asked: 'client', note }] })
    expect(moved).not.toHaveProperty('window')
  })

  it('serves further tickets until the visit is over, each once', () => {
    const visit = given(() => planVisit(of, dispatch('LANHAI-1'), { technician }))
    const joined = after(visit, joinTicket(visit, 'LANHAI-2'))
    expect(joined.tickets).toEqual(['LANHAI-1', 'LANHAI-2'])
    expect(after(joined, joinTicket(joined, 'LANHAI-2')).tickets).toEqual(['LANHAI-1', 'LANHAI-2'])
    expect(codeOf(joinTicket(finished(), 'LANHAI-3'))).toBe('field-service.over')
  })

  it('can be cancelled with a reason until somebody has arrived', () => {
    expect(after(travelling(), cancelVisit(travelling(), { asked: 'provider', note }, evening)).status).toBe('cancelled')
    expect(codeOf(cancelVisit(onSite(), { asked: 'provider', note }, evening))).toBe('field-service.wrong-state')
  })
})

describe('the journey', () => {
  it('may be recorded later than it happened, never before', () => {
    const late = envAt(at('09:00'))
    const visit = after(travelling(), arrive(travelling(), button('01:30'), undefined, late))
    expect(visit).toMatchObject({ arrival: { at: at('01:30'), recordedAt: at('09:00') } })
    expect(codeOf(arrive(travelling(), button('09:01'), undefined, late))).toBe('field-service.future')
    expect(codeOf(startTravel(scheduled(), at('10:01'), undefined, evening))).toBe('field-service.future')
  })

  it('has its facts in order', () => {
    expect(codeOf(arrive(travelling(), button('00:59'), undefined, evening))).toBe('field-service.order')
    const arrived = after(travelling(), arrive(travelling(), button('01:30'), undefined, evening))
    expect(codeOf(begin(arrived, at('01:29'), evening))).toBe('field-service.order')
    expect(codeOf(finish(checked(), at('01:00'), undefined, evening))).toBe('field-service.order')
  })

  it('may begin without travel: the technician was there', () => {
    expect(after(scheduled(), arrive(scheduled(), button('01:30'), undefined, evening)).status).toBe('on-site')
  })

  it('keeps arrival and begin apart: nothing is done before the work has begun', () => {
    const arrived = after(travelling(), arrive(travelling(), button('01:30'), undefined, evening))
    expect(codeOf(finish(arrived, at('02:00'), undefined, evening))).toBe('field-service.not-begun')
    expect(codeOf(recordChecks(arrived, [{ ...all, check: { result: 'done' } }]))).toBe('field-service.not-begun')
    expect(codeOf(begin(onSite(), at('02:00'), evening))).toBe('field-service.begun')
  })

  it('finds the devices that stand there on the day, not those of the plan', () => {
    const visit = after(travelling(), arrive(travelling(), button('01:30'), devices.slice(0, 1), evening))
    expect(visit.devices.map(device => device.id)).toEqual(['PC-01'])
  })
})

describe('the checklist', () => {
  it('must have a result for each task on each device it is for', () => {
    const some = after(onSite(), recordChecks(onSite(), [{ devices: ['PC-01'], tasks: 'all', check: { result: 'done' } }]))
    const refused = finish(some, at('04:30'), undefined, evening)
    expect(refused).toMatchObject({
      ok: false,
      error: {
        code: 'field-service.checks-missing',
        params: {
          missing: [
            { task: 'hardware-check', devices: ['PC-02', 'SRV-01'] },
            { task: 'content', devices: ['PC-02'] },
            { task: 'line-speed', devices: ['-'] },
          ],
        },
      },
    })
  })

  it('refuses tasks and devices it does not have', () => {
    const check = { result: 'done' as const }
    expect(codeOf(recordChecks(onSite(), [{ devices: 'all', tasks: ['polish'], check }]))).toBe('field-service.task-unknown')
    expect(codeOf(recordChecks(onSite(), [{ devices: ['SRV-01'], tasks: ['content'], check }]))).toBe(
      'field-service.device-unknown',
    )
  })

  it('keeps of a content check only done or refused, never what was found', () => {
    const found = { devices: 'all' as const, tasks: ['content'], check: { result: 'done' as const, note } }
    expect(codeOf(recordChecks(onSite(), [found]))).toBe('field-service.consent-note')
  })

  it('takes the later result of a task', () => {
    const again = after(
      checked(),
      recordChecks(checked(), [
        { devices: ['PC-02'], tasks: ['hardware-check'], check: { result: 'not-done', reason: 'in-use' } },
      ]),
    )
    expect(again.checks['PC-02']!['hardware-check']).toEqual({ result: 'not-done', reason: 'in-use' })
    expect(again.checks['PC-01']!['hardware-check']).toEqual({ result: 'done' })
  })
})

describe('minutes on site', () => {
  it('belong to the one purpose there is', () => {
    expect(finished()).toMatchObject({ status: 'finished', shares: [{ minutes: 180 }] })
  })

  it('are split by ticket when there are several, and the parts are exactly the whole', () => {
    const visit = given(
      () => planVisit(of, dispatch('LANHAI-1', 'LANHAI-2'), { technician }),
      v => arrive(v, button('01:30'), undefined, evening),
      v => begin(v, at('01:30'), evening),
    )
    const end = (split?: { ticket?: string; minutes: number }[]) => finish(visit, at('02:30'), split, evening)
    expect(codeOf(end())).toBe('field-service.split-needed')
    expect(codeOf(end([{ ticket: 'LANHAI-1', minutes: 59 }]))).toBe('field-service.split-sum')
    expect(codeOf(end([{ ticket: 'LANHAI-9', minutes: 60 }]))).toBe('field-service.split-unknown')
    expect(codeOf(end([{ minutes: 60 }]))).toBe('field-service.split-unknown')
    expect(
      after(
        visit,
        end([
          { ticket: 'LANHAI-1', minutes: 20 },
          { ticket: 'LANHAI-2', minutes: 40 },
        ]),
      ),
    ).toMatchObject({
      shares: [
        { ticket: 'LANHAI-1', minutes: 20 },
        { ticket: 'LANHAI-2', minutes: 40 },
      ],
    })
  })

  it('count full minutes on the wall, seconds cut off on both ends', () => {
    const visit = given(
      () => planVisit(of, dispatch('LANHAI-1'), { technician }),
      v => arrive(v, { ...button('01:30'), at: '2026-10-14T01:30:59Z' }, undefined, evening),
      v => begin(v, '2026-10-14T01:30:59Z', evening),
      v => finish(v, '2026-10-14T01:31:00Z', undefined, evening),
    )
    expect(visit).toMatchObject({ shares: [{ ticket: 'LANHAI-1', minutes: 1 }] })
  })
})

describe('parts', () => {
  const part: Part = {
    id: 'p1',
    name: 'SSD 512 GB',
    quantity: 1,
    addedAt: at('02:00'),
    by: technician,
    device: 'PC-01',
  }
  const cost = { currency: 'CNY', minor: 39900 }

  it('may be fitted before their cost and receipt are known, and are completed once', () => {
    const visit = after(onSite(), addPart(onSite(), part))
    const priced = after(visit, completePart(visit, 'p1', { unitCost: cost }))
    expect(priced.parts[0]).toMatchObject({ unitCost: cost })
    expect(codeOf(completePart(priced, 'p1', { unitCost: { ...cost, minor: 1 } }))).toBe('field-service.part-complete')
    expect(codeOf(completePart(priced, 'p1', { receipt: photo }))).toBe('ok')
    expect(codeOf(completePart(priced, 'p9', { receipt: photo }))).toBe('field-service.no-part')
  })

  it('have no negative cost and belong to a ticket of the visit', () => {
    expect(codeOf(addPart(onSite(), { ...part, unitCost: { ...cost, minor: -1 } }))).toBe('metering.negative-cost')
    expect(codeOf(addPart(onSite(), { ...part, quantity: 10_000, unitCost: { ...cost, minor: 1_000_000_001 } }))).toBe(
      'metering.cost-too-large',
    )
    expect(codeOf(addPart(onSite(), { ...part, ticket: 'LANHAI-7' }))).toBe('field-service.ticket-unknown')
  })

  it('can be taken off only while the visit runs', () => {
    const visit = after(onSite(), addPart(onSite(), part))
    expect(after(visit, removePart(visit, 'p1', note)).parts).toEqual([])
    const over = after(finished(), addPart(finished(), part))
    expect(codeOf(removePart(over, 'p1', note))).toBe('field-service.over')
  })
})

describe('the report', () => {
  const signature = { how: 'on-device' as const, at: at('04:31'), name: note, strokes: photo }
  const accept = (visit: Visit) => acceptUnsigned(visit, note, evening)

  it('blocks the close until it is signed', () => {
    expect(blocksClose(onSite())).toBe(true)
    expect(blocksClose(finished())).toBe(true)
    const signed = after(finished(), sign(finished(), signature, evening))
    expect(signed.status).toBe('signed')
    expect(blocksClose(signed)).toBe(false)
    expect(codeOf(sign(signed, signature, evening))).toBe('field-service.wrong-state')
  })

  it('is not signed before the work has ended', () => {
    expect(codeOf(sign(finished(), { ...signature, at: at('04:29') }, evening))).toBe('field-service.order')
    expect(codeOf(sign(checked(), signature, evening))).toBe('field-service.wrong-state')
  })

  it('left unsigned by an absent client needs a photo, and still blocks until a service manager accepts it', () => {
    expect(codeOf(leaveUnsigned(finished(), { reason: 'client-absent', note }, evening))).toBe('field-service.photo-needed')
    const unsigned = after(finished(), leaveUnsigned(finished(), { reason: 'client-absent', note, photo }, evening))
    expect(blocksClose(unsigned)).toBe(true)
    const accepted = after(unsigned, accept(unsigned))
    expect(blocksClose(accepted)).toBe(false)
    expect(codeOf(accept(accepted))).toBe('field-service.accepted')
  })

  it('is stored once it is signed or accepted, once, and anew when a client signs after all', () => {
    expect(storeReport(finished(), photo)).toEqual([])
    const unsigned = after(finished(), leaveUnsigned(finished(), { reason: 'other', note }, evening))
    expect(storeReport(unsigned, photo)).toEqual([])
    const accepted = after(unsigned, accept(unsigned))
    const kept = after(accepted, ok(storeReport(accepted, photo)))
    expect(kept).toMatchObject({ report: photo })
    expect(storeReport(kept, photo)).toEqual([])
    const signed = after(kept, sign(kept, { how: 'typed', at: at('09:00'), name: note }, evening))
    expect(signed).not.toHaveProperty('report')
    expect(storeReport(signed, photo)).toHaveLength(1)
  })

  it('left unsigned can be signed later in the portal', () => {
    const unsigned = after(finished(), leaveUnsigned(finished(), { reason: 'other', note }, evening))
    const signed = after(unsigned, sign(unsigned, { how: 'portal', at: at('09:00'), name: note, contact: 'wang' }, evening))
    expect(signed).toMatchObject({ status: 'signed', signature: { how: 'portal', contact: 'wang' } })
    expect(signed).not.toHaveProperty('absence')
  })
})

describe('a closed door', () => {
  it('ends the visit with a photo, records the waiting, and blocks nothing', () => {
    const arrived = after(travelling(), arrive(travelling(), button('01:30'), undefined, evening))
    expect(codeOf(reportNoAccess(arrived, { reason: 'client-absent', note }, at('01:50'), evening))).toBe(
      'field-service.photo-needed',
    )
    const visit = after(arrived, reportNoAccess(arrived, { reason: 'client-absent', note, photo }, at('01:50'), evening))
    expect(visit).toMatchObject({ status: 'no-access', shares: [{ minutes: 20 }] })
    expect(blocksClose(visit)).toBe(false)
    expect(codeOf(reportNoAccess(onSite(), { reason: 'other', note }, at('01:50'), evening))).toBe('field-service.begun')
  })
})

describe('remote work', () => {
  const order = {
    ...maintenance,
    kind: 'make-up' as const,
    mode: 'remote' as const,
    makeUpOf: 'v1',
    devices: devices.slice(1, 2),
  }
  const remote = () =>
    given(
      () => planVisit({ ...of, visit: 'v2' }, order, { technician }),
      v => recordChecks(v, [{ ...all, check: { result: 'done' } }]),
    )

  it('has times but no journey, and needs no signature', () => {
    const done = after(remote(), workRemotely(remote(), at('02:00'), at('02:25'), evening))
    expect(done).toMatchObject({ status: 'finished', begunAt: at('02:00'), finishedAt: at('02:25'), shares: [{ minutes: 25 }] })
    expect(done).not.toHaveProperty('arrival')
    expect(blocksClose(done)).toBe(false)
  })

  it('is neither travelled to nor arrived at', () => {
    expect(codeOf(startTravel(remote(), at('01:00'), undefined, evening))).toBe('field-service.remote')
    expect(codeOf(arrive(remote(), button('01:00'), undefined, evening))).toBe('field-service.remote')
    expect(codeOf(workRemotely(scheduled(), at('01:00'), at('02:00'), evening))).toBe('field-service.on-site')
  })
})
