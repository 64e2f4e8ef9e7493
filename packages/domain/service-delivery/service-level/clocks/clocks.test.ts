import { describe, expect, test } from 'vitest'
import { unwrap } from '../../../kernel/result.ts'
import { addMinutes } from '../../../kernel/time.ts'
import { explainClock } from '../explain.ts'
import type { ClockFacts } from '../plan.ts'
import { at, maintenanceTargets, shanghai, story } from '../testing.ts'
import { type Clock, isCounted } from './clock.ts'
import { type ClockSet, evolveClocks, noClocks } from './clock-set.ts'
import { clockFigures } from './figures.ts'
import { arrivalOf, nextDeadline } from './promise.ts'
import { cancelClocks, excludeClock } from './remove.ts'
import { rebaseClocks, startClocks } from './start.ts'
import { reopenClocks, stopClocks } from './stop.ts'
import { clockTimers, fireClockTimer, joinAtClosing, nextClockTimer } from './timers.ts'
import { pauseClocks, resumeClocks, strikePause } from './waits.ts'

const calendar = shanghai()
const targets = maintenanceTargets()
const shown = (set: ClockSet) =>
  set.clocks.map(({ promise, clause, cycle, opinion, ...clock }) => {
    const out = isCounted(clock as Clock) ? '' : ' (out)'
    return `${promise} ${clause} #${cycle} ${opinion}${out}`
  })
const stateAt = (set: ClockSet, now: string, promise = 'restore') =>
  clockFigures(set.clocks.findLast(clock => clock.promise === promise)!, calendar, now)
const severe = (from: string): ClockFacts => ({
  requestedAt: from,
  onSiteRequestedAt: from,
  severity: { client: 'severe', provider: 'severe' },
})

describe('what is promised', () => {
  test('without an on-site request there is no arrival clock; it starts when somebody is asked to come', () => {
    const facts = { requestedAt: at('12T09:00'), siteArrivalMinutes: 60 }
    const remote = startClocks(noClocks, targets, calendar, facts, { at: at('12T09:00') }).clocks
    expect(shown(remote)).toEqual(['restore 7(a) #1 agreed'])
    const onSite = startClocks(remote, targets, calendar, { ...facts, onSiteRequestedAt: at('12T11:00') }, { at: at('12T11:00') })
    expect(shown(onSite.clocks)).toEqual(['arrival 3(6) #1 agreed', 'restore 7(a) #1 agreed'])
    expect(onSite.changes).toHaveLength(1)
    expect(stateAt(onSite.clocks, at('12T11:00'), 'arrival').deadline).toBe(at('12T12:00'))
  })
  test('without a row, without N or out of scope there is no promise', () => {
    const facts = { requestedAt: at('12T09:00'), onSiteRequestedAt: at('12T09:00') }
    expect(startClocks(noClocks, [], calendar, facts, { at: facts.requestedAt }).clocks.clocks).toEqual([])
    expect(shown(startClocks(noClocks, targets, calendar, facts, { at: facts.requestedAt }).clocks)).toEqual([
      'restore 7(a) #1 agreed',
    ])
    expect(startClocks(noClocks, targets, calendar, { ...facts, outOfScope: true }, { at: facts.requestedAt }).changes).toEqual(
      [],
    )
  })
  test('of a promise the first row that holds counts', () => {
    const byPriority = [
      { ...targets[4]!, minutes: 120, when: { priority: 'P1' } },
      { ...targets[4]!, when: {} },
    ]
    const facts = { requestedAt: at('12T09:00'), priority: 'P1' }
    const minutesOf = (priority: string) =>
      startClocks(noClocks, byPriority, calendar, { ...facts, priority }, { at: facts.requestedAt }).clocks.clocks.map(
        ({ targetMinutes }) => targetMinutes,
      )
    expect(minutesOf('P1')).toEqual([120])
    expect(minutesOf('P2')).toEqual([480])
  })
})

describe('a severe fault at closing time', () => {
  const told = () => story(severe(at('13T17:35')))
  test('gets the 24x7 hour too when nobody has arrived in the closing minute', () => {
    const set = told().clocks()
    expect(nextClockTimer(set, calendar)).toEqual({ at: at('13T18:01'), kind: 'join', clock: set.joins[0]!.id })
    expect(joinAtClosing(set, at('13T18:00')).changes).toEqual([])
    const joined = joinAtClosing(set, at('13T18:01')).clocks
    expect(shown(joined)).toEqual(['arrival 3(6) #1 agreed', 'arrival 3(7) #1 agreed', 'restore 7(a) #1 agreed'])
    expect(joined.joins).toEqual([])
    expect(arrivalOf(joined, calendar, at('13T18:30'))).toMatchObject({ effectiveDeadline: at('13T19:00'), met: null })
    expect(arrivalOf(joined, calendar, at('13T19:01'))?.met).toBe(false)
  })
  test.each(['13T17:50', '13T18:00', '13T18:00:59'])('does not when somebody arrives at %s', when => {
    expect(shown(told().stop('arrival', at(when)).clocks())).toEqual(['arrival 3(6) #1 agreed', 'restore 7(a) #1 agreed'])
    const typedLate = unwrap(
      stopClocks(joinAtClosing(told().clocks(), at('13T18:20')).clocks, { promise: 'arrival', at: at(when) }),
    )
    expect(shown(typedLate.clocks)).toEqual(['arrival 3(6) #1 agreed', 'arrival 3(7) #1 agreed (out)', 'restore 7(a) #1 agreed'])
  })
  test('counts as joined even if the timer was late', () => {
    const set = told().stop('arrival', at('13T18:52')).clocks()
    expect(arrivalOf(set, calendar, at('14T09:00'))).toMatchObject({ effectiveDeadline: at('13T19:00'), met: true })
  })
  test('a lunch break is outside working time, so the hour runs at once', () => {
    const lunch = shanghai(['09:00', '12:00'], ['13:00', '18:00'])
    const set = story(severe(at('13T12:30')), lunch).clocks()
    expect(shown(set)).toEqual(['arrival 3(7) #1 agreed', 'restore 7(a) #1 agreed'])
    expect(story(severe(at('13T11:30')), lunch).clocks().joins[0]?.at).toBe(at('13T18:00'))
  })
})

describe('a pause', () => {
  const told = () => story({ requestedAt: at('15T15:30'), onSiteRequestedAt: at('15T15:30') })
  test('keeps what is left and leaves arrival alone', () => {
    const paused = told().pause(at('15T16:30')).clocks()
    expect(stateAt(paused, at('16T10:00'))).toMatchObject({
      state: 'paused',
      waitingFor: 'client',
      deadline: null,
      deadlineBeforePause: at('16T14:30'),
      remainingMinutes: 420,
    })
    expect(stateAt(paused, at('15T16:40'), 'arrival').state).toBe('over')
    const resumed = unwrap(resumeClocks(paused, { at: at('17T11:00') })).clocks
    expect(stateAt(resumed, at('17T11:00'))).toMatchObject({
      deadline: at('19T16:00'),
      pausedWorkingMinutes: 630,
      state: 'outside',
    })
  })
  test('for a reason that the row does not name stops nothing, but is kept', () => {
    const set = told().pause(at('15T16:30'), 'part').clocks()
    expect(stateAt(set, at('15T17:00')).state).toBe('running')
    expect(set.waits).toMatchObject([{ do: 'pause', reason: 'part' }])
  })
  test('may change its reason: a clock goes on when the new one does not stop it', () => {
    const set = told().pause(at('15T16:00')).pause(at('15T16:30'), 'supplier').clocks()
    expect(stateAt(set, at('15T17:00'))).toMatchObject({ state: 'running', pausedWorkingMinutes: 30 })
  })
  test('of a clock that starts while the ticket waits holds for it from its start', () => {
    const waiting = unwrap(pauseClocks(noClocks, { at: at('15T15:00'), reason: 'client' })).clocks
    const set = startClocks(waiting, targets, calendar, { requestedAt: at('15T15:30') }, { at: at('15T15:30') }).clocks
    expect(stateAt(set, at('15T16:30'))).toMatchObject({ state: 'paused', consumedMinutes: 0 })
  })
  test('is refused before the last one, and an end without one too', () => {
    const set = told().pause(at('15T16:30')).clocks()
    expect(resumeClocks(set, { at: at('15T16:00') })).toMatchObject({ ok: false, error: { code: 'clock.out-of-order' } })
    expect(resumeClocks(told().clocks(), { at: at('15T16:00') })).toMatchObject({
      ok: false,
      error: { code: 'clock.not-waiting' },
    })
  })
  test('after the target is used up does not undo the breach', () => {
    const set = story({ requestedAt: at('12T09:00') })
      .pause(at('13T09:30'))
      .clocks()
    expect(stateAt(set, at('14T09:00'))).toMatchObject({ state: 'over', met: false, deadline: at('12T17:00') })
  })
  test('still open when the ticket is restored leaves a definite result', () => {
    const set = told().pause(at('15T16:30')).stop('restore', at('16T12:00')).clocks()
    expect(stateAt(set, at('20T12:00'))).toMatchObject({ state: 'met', consumedMinutes: 60, deadline: at('19T10:00') })
  })
  test('typed after a restoration that happened before it counts for nothing', () => {
    const set = told().pause(at('15T17:00')).stop('restore', at('15T16:30')).clocks()
    expect(stateAt(set, at('20T12:00'))).toMatchObject({ state: 'met', consumedMinutes: 60, pausedWorkingMinutes: 0 })
  })
})

describe('keeping a promise', () => {
  test('is to the minute: the deadline’s minute is in time, the next is not', () => {
    const met = (when: string) =>
      stateAt(
        story(severe(at('13T20:00')))
          .stop('arrival', at(when))
          .clocks(),
        at('14T09:00'),
        'arrival',
      )
    expect(met('13T21:00:59')).toMatchObject({ met: true, state: 'met', consumedMinutes: 60 })
    expect(met('13T21:01')).toMatchObject({ met: false, state: 'missed' })
  })
  test('before the window opens uses up nothing', () => {
    const set = story({ requestedAt: at('11T20:00') })
      .stop('restore', at('11T21:00'))
      .clocks()
    expect(stateAt(set, at('12T09:00'))).toMatchObject({ met: true, consumedMinutes: 0, startsAt: at('12T09:00') })
  })
  test('cannot lie before the request', () => {
    const set = story({ requestedAt: at('12T09:00') }).clocks()
    expect(stopClocks(set, { promise: 'restore', at: at('12T08:59') })).toMatchObject({ error: { code: 'clock.before-start' } })
  })
  test('shows its states on the way', () => {
    const set = story({ requestedAt: at('12T09:00') }).clocks()
    const states = ['12T08:00', '12T10:00', '12T15:00', '12T17:00', '12T17:01', '12T18:30'].map(
      when => stateAt(set, at(when)).state,
    )
    expect(states).toEqual(['outside', 'running', 'at-risk', 'at-risk', 'over', 'over'])
    expect(stateAt(story({ requestedAt: at('12T16:00') }).clocks(), at('12T18:30'))).toMatchObject({
      state: 'outside',
      resumesAt: at('13T09:00'),
    })
  })
})

describe('a pause that is struck', () => {
  const told = () => story({ requestedAt: at('15T15:30'), onSiteRequestedAt: at('15T15:30') })
  const strike = (set: ClockSet, of = 'client') =>
    unwrap(strikePause(set, { at: at('15T16:30'), of, reason: 'the password was there', by: 'Manager' }))
  test('counts as if nobody had waited: the deadline is the one before the pause, whether the wait is over or not', () => {
    const waits = told().pause(at('15T16:30')).clocks()
    const never = stateAt(told().clocks(), at('16T10:00'))
    const open = strike(waits).clocks
    expect(stateAt(open, at('16T10:00'))).toEqual(never)
    const over = strike(unwrap(resumeClocks(waits, { at: at('16T09:30') })).clocks).clocks
    expect(stateAt(over, at('16T10:00'))).toEqual(never)
    expect(unwrap(resumeClocks(open, { at: at('16T09:30') })).clocks.waits.map(wait => wait.do)).toEqual([
      'pause',
      'strike',
      'resume',
    ])
  })
  test('may turn a promise that was kept into one that was not', () => {
    const set = told().pause(at('15T16:30')).resume(at('19T09:00')).stop('restore', at('19T15:40')).clocks()
    expect(stateAt(set, at('20T09:00'))).toMatchObject({ state: 'met', consumedMinutes: 460 })
    expect(stateAt(strike(set).clocks, at('20T09:00'))).toMatchObject({ state: 'missed', deadline: at('16T14:30') })
  })
  test('leaves other pauses, grows the log, and holds for a clock that is found out later', () => {
    const set = strike(told().pause(at('15T16:30')).resume(at('15T17:00')).pause(at('15T17:30')).clocks()).clocks
    expect(stateAt(set, at('16T10:00'))).toMatchObject({ state: 'paused', consumedMinutes: 120 })
    expect(set.clocks.find(clock => clock.promise === 'restore')?.log.map(entry => entry.do)).toEqual([
      'start',
      'pause',
      'resume',
      'pause',
      'strike',
    ])
    const facts = { requestedAt: at('15T15:30'), siteArrivalMinutes: 60 }
    const later = startClocks({ ...noClocks, waits: set.waits }, targets, calendar, facts, { at: at('15T18:00') }).clocks
    expect(stateAt(later, at('16T10:00'))).toMatchObject({ state: 'paused', consumedMinutes: 120 })
  })
  test('tells its intervals as counted, with who struck it and why', () => {
    const set = strike(told().pause(at('15T16:30')).resume(at('15T17:00')).clocks()).clocks
    const { segments, equation } = explainClock(
      set.clocks.find(({ promise }) => promise === 'restore')!,
      calendar,
      at('15T17:30'),
    )
    expect(segments.map(({ reason, kind, seconds }) => [reason, kind, seconds / 60])).toEqual([
      ['requested', 'counted', 60],
      ['pause-struck', 'counted', 30],
      ['resumed', 'counted', 30],
    ])
    expect(segments[1]?.params).toMatchObject({ reason: 'client', struckBy: 'Manager', struckFor: 'the password was there' })
    expect(equation).toMatchObject({ wall: 7200, counted: 7200, paused: 0 })
  })
  test('is refused where no pause began', () => {
    const set = told().pause(at('15T16:30')).clocks()
    const other = strikePause(set, { at: at('15T16:31'), of: 'client', reason: 'x' })
    expect(other).toMatchObject({ error: { code: 'clock.no-pause' } })
  })
})

describe('reopening', () => {
  test('starts a new cycle with a full target and keeps the result of the old one', () => {
    const told = story({ requestedAt: at('20T09:30') })
      .stop('restore', at('20T11:10'))
      .reopen(at('21T16:50'))
    const [first, second] = told.clocks().clocks.map(clock => clockFigures(clock, calendar, at('21T17:00')))
    expect(first).toMatchObject({ state: 'met', consumedMinutes: 100 })
    expect(second).toMatchObject({ state: 'running', consumedMinutes: 10, deadline: at('22T15:50') })
  })
  test('is refused while it runs, and ends a wait that was left open', () => {
    const running = story({ requestedAt: at('20T09:30') }).clocks()
    expect(reopenClocks(running, { at: at('20T10:00') })).toMatchObject({ error: { code: 'clock.still-running' } })
    const set = story({ requestedAt: at('20T09:30') })
      .pause(at('20T10:00'))
      .stop('restore', at('20T10:30'))
      .reopen(at('20T14:00'))
      .clocks()
    expect(stateAt(set, at('20T15:00'))).toMatchObject({ state: 'running', consumedMinutes: 60 })
  })
})

describe('somebody asked to come again after a reopening', () => {
  const first = { requestedAt: at('20T09:30'), onSiteRequestedAt: at('20T09:30'), siteArrivalMinutes: 60 }
  const reopened = () => story(first).stop('arrival', at('20T10:00')).stop('restore', at('20T11:10')).reopen(at('21T16:00'))
  test('is promised arrival anew', () => {
    const again = { ...first, onSiteRequestedAt: at('21T16:05') }
    const set = reopened()
      .decide(clocks => startClocks(clocks, targets, calendar, again, { at: at('21T16:05') }))
      .clocks()
    expect(shown(set)).toEqual([
      'arrival 3(6) #1 agreed',
      'arrival 3(6) #2 agreed',
      'restore 7(a) #1 agreed',
      'restore 7(a) #2 agreed',
    ])
    expect(stateAt(set, at('21T16:30'), 'arrival').deadline).toBe(at('21T17:05'))
  })
  test('keeps the first arrival when severity changes before they are asked', () => {
    const { onSiteRequestedAt: _, ...facts } = first
    const late = { ...facts, severity: { client: 'severe' } } as const
    const set = reopened()
      .decide(clocks => rebaseClocks(clocks, targets, calendar, late, { at: at('21T16:10') }))
      .clocks()
    expect(shown(set)).toContain('arrival 3(6) #1 agreed')
  })
})

describe('severity', () => {
  const facts = { requestedAt: at('13T20:00'), onSiteRequestedAt: at('13T20:00'), siteArrivalMinutes: 60 }
  test('in two opinions runs the clocks of both until one yields', () => {
    const disputed = { ...facts, severity: { client: 'severe', provider: 'ordinary' } } as const
    const set = startClocks(noClocks, targets, calendar, disputed, { at: at('13T20:00') }).clocks
    expect(shown(set)).toEqual([
      'arrival 3(7) #1 client',
      'arrival 3(6) #1 provider',
      'restore 7(a) #1 client',
      'restore 7(a) #1 provider',
    ])
    const agreed = { ...facts, severity: { client: 'ordinary', provider: 'ordinary' } } as const
    const settled = rebaseClocks(set, targets, calendar, agreed, {
      at: at('13T20:30'),
      reason: 'client-yields',
      by: 'Wang',
    }).clocks
    expect(shown(settled)).toEqual([
      'arrival 3(7) #1 client (out)',
      'arrival 3(6) #1 agreed',
      'restore 7(a) #1 client (out)',
      'restore 7(a) #1 agreed',
    ])
  })
  test('keeps one clock where both opinions promise the same', () => {
    const disputed = { ...facts, severity: { client: 'severe', provider: 'ordinary' } } as const
    const inside = { ...disputed, requestedAt: at('13T10:00'), onSiteRequestedAt: at('13T10:00') }
    const set = startClocks(noClocks, targets, calendar, inside, { at: at('13T10:00') }).clocks
    expect(shown(set)).toEqual(['arrival 3(6) #1 agreed', 'restore 7(a) #1 client', 'restore 7(a) #1 provider'])
    expect(set.joins.map(({ opinion }) => opinion)).toEqual(['client'])
  })
  test('learnt late re-bases from the request, with the waits and the arrival since', () => {
    const told = story({ ...facts, severity: { client: 'ordinary' } })
      .pause(at('13T20:10'))
      .resume(at('13T20:40'))
      .stop('arrival', at('13T21:10'))
    const late = { ...facts, severity: { client: 'severe', provider: 'severe' } } as const
    const set = told.decide(clocks => rebaseClocks(clocks, targets, calendar, late, { at: at('13T21:30'), by: 'Chen' })).clocks()
    expect(shown(set)).toEqual([
      'arrival 3(6) #1 agreed (out)',
      'arrival 3(7) #1 agreed',
      'restore 7(a) #1 agreed (out)',
      'restore 7(a) #1 agreed',
    ])
    expect(arrivalOf(set, calendar, at('13T22:00'))).toMatchObject({ effectiveDeadline: at('13T21:00'), met: false })
    expect(stateAt(set, at('13T21:30'))).toMatchObject({
      consumedMinutes: 60,
      pausedWorkingMinutes: 30,
      deadline: at('14T00:30'),
    })
  })
  test('learnt late inside working time lets the 24x7 hour join in retrospect', () => {
    const inside = { ...facts, requestedAt: at('13T17:35'), onSiteRequestedAt: at('13T17:35') }
    const late = { ...inside, severity: { client: 'severe', provider: 'severe' } } as const
    const set = story(inside)
      .decide(clocks => rebaseClocks(clocks, targets, calendar, late, { at: at('13T18:30') }))
      .clocks()
    expect(arrivalOf(set, calendar, at('13T18:30'))?.effectiveDeadline).toBe(at('13T19:00'))
    const before = story(inside)
      .decide(clocks => rebaseClocks(clocks, targets, calendar, late, { at: at('13T17:50') }))
      .clocks()
    expect(before.joins).toHaveLength(1)
  })
  test('learnt after a reopening leaves the first result alone', () => {
    const told = story({ requestedAt: at('20T09:30') })
      .stop('restore', at('20T11:10'))
      .reopen(at('21T16:50'))
    const late = { requestedAt: at('20T09:30'), severity: { client: 'severe' } } as const
    const set = told.decide(clocks => rebaseClocks(clocks, targets, calendar, late, { at: at('21T17:00') })).clocks()
    expect(shown(set)).toEqual(['restore 7(a) #1 agreed', 'restore 7(a) #2 agreed (out)', 'restore 7(a) #2 agreed'])
    expect(stateAt(set, at('21T17:00')).deadline).toBe(at('21T20:50'))
  })
})

describe('leaving attainment', () => {
  test('an out-of-scope ticket takes all its clocks and joins with it', () => {
    const set = cancelClocks(story(severe(at('13T10:00'))).clocks(), {
      at: at('13T11:00'),
      reason: 'out-of-scope',
      clause: '2(5)',
    }).clocks
    expect(set.clocks.filter(isCounted)).toEqual([])
    expect(set.joins).toEqual([])
    expect(stateAt(set, at('14T11:00'))).toMatchObject({ state: 'excluded', excludedBy: '2(5)', met: null, consumedMinutes: 60 })
  })
  test('one clock needs a clause, and counts only once', () => {
    const set = story({ requestedAt: at('13T10:00') }).clocks()
    const removal = { at: at('13T11:00'), reason: 'force-majeure', clause: '7(i)' }
    const excluded = unwrap(excludeClock(set, 'c1', removal)).clocks
    expect(shown(excluded)).toEqual(['restore 7(a) #1 agreed (out)'])
    expect(excludeClock(excluded, 'c1', removal)).toMatchObject({ error: { code: 'clock.not-counted' } })
  })
})

describe('timers', () => {
  test('warn at 75 percent and say when it is too late, once each', () => {
    let set = story({ requestedAt: at('12T09:00') }).clocks()
    expect(clockTimers(set, calendar)).toEqual([
      { at: at('12T15:00'), kind: 'at-risk', clock: 'c1' },
      { at: at('12T17:01'), kind: 'due', clock: 'c1' },
    ])
    expect(clockTimers(set, calendar, at('12T16:00')).map(({ kind }) => kind)).toEqual(['due'])
    for (let timer = nextClockTimer(set, calendar); timer; timer = nextClockTimer(set, calendar))
      set = fireClockTimer(set, timer).clocks
    expect(set.clocks[0]?.log.map(entry => entry.do)).toEqual(['start', 'at-risk', 'due'])
    expect(stateAt(set, at('12T18:00')).consumedMinutes).toBe(540)
  })
  test('never fire while paused', () => {
    const set = story({ requestedAt: at('12T09:00') })
      .pause(at('12T10:00'))
      .clocks()
    expect(clockTimers(set, calendar)).toEqual([])
    expect(nextDeadline(set, calendar)).toBeUndefined()
  })
})

test('every decision is its changes, folded', () => {
  const start = startClocks(
    noClocks,
    targets,
    calendar,
    { ...severe(at('13T17:35')), siteArrivalMinutes: 60 },
    { at: at('13T17:35') },
  )
  const steps = [start]
  const last = () => steps.at(-1)!.clocks
  steps.push(unwrap(pauseClocks(last(), { at: at('13T17:40'), reason: 'client' })))
  steps.push(joinAtClosing(last(), at('13T18:05')))
  steps.push(unwrap(resumeClocks(last(), { at: at('13T18:10') })))
  steps.push(unwrap(stopClocks(last(), { promise: 'arrival', at: at('13T18:30') })))
  steps.push(unwrap(stopClocks(last(), { promise: 'restore', at: at('13T19:30') })))
  steps.push(unwrap(reopenClocks(last(), { at: addMinutes(at('13T19:30'), 60) })))
  steps.push(cancelClocks(last(), { at: at('14T09:00'), reason: 'merged' }))
  expect(
    evolveClocks(
      noClocks,
      steps.flatMap(({ changes }) => changes),
    ),
  ).toEqual(last())
  expect(new Set(last().clocks.map(({ id }) => id)).size).toBe(last().clocks.length)
})
