import { describe, expect, test } from 'vitest'
import { clockFigures, isCounted } from '../../service-delivery/service-level/index.ts'
import {
  answerQuote,
  askQuote,
  close,
  confirm,
  contestPause,
  decidePause,
  decideScope,
  recordArrival,
  recordDutyBreach,
  reopen,
  reply,
  requestOnSite,
  resolve,
  resume,
  stateSeverity,
  wait,
} from './decide/index.ts'
import { at, opened, policy, type Story, text, wang } from './testing.ts'

const severe = { severity: 'severe', wholeNetworkDown: true } as const
const ordinary = { severity: 'ordinary', wholeNetworkDown: false } as const
const bothSevere = { severity: { ...severe, side: 'client' as const } }
const clocks = (story: Story, now = at('31T00:00')) =>
  story
    .ticket()
    .clocks.clocks.filter(isCounted)
    .map(clock => {
      const { deadline, consumedMinutes, met } = clockFigures(clock, policy.calendar, now)
      return [clock.promise, clock.clause, deadline, consumedMinutes, met]
    })
    .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
const solved = (restoredAt: string) => (ticket: Parameters<typeof resolve>[0], env: Parameters<typeof resolve>[2]) =>
  resolve(ticket, { restoredAt: at(restoredAt) }, env, policy)
const came = (arrivedAt: string) => (ticket: Parameters<typeof resolve>[0], env: Parameters<typeof resolve>[2]) =>
  recordArrival(ticket, at(arrivedAt), env, policy)
const asked: Parameters<Story['do']>[1] = (ticket, env) => requestOnSite(ticket, { at: ticket.requestedAt }, env, policy)

describe('the tickets of the worked month', () => {
  test('T1: the whole network is down at night on a holiday: one hour, around the clock', () => {
    const story = opened(at('04T03:30'), bothSevere)
      .do(at('04T03:31'), asked)
      .do(at('04T04:45'), came('04T04:41'))
      .do(at('04T06:10'), solved('04T06:10'))
    expect(clocks(story)).toEqual([
      ['arrival', '3(7)', at('04T04:30'), 71, false],
      ['restore', '7(a)', at('04T07:30'), 160, true],
    ])
  })

  test("T2: a breach of the client's duty changes neither coverage nor clocks", () => {
    const story = opened(at('08T10:15')).do(at('08T10:15'), asked)
    const before = story.ticket()
    story.do(at('08T11:30'), (ticket, env) => recordDutyBreach(ticket, { clause: '3(5)', note: text, evidence: [] }, env))
    expect(story.ticket().clocks).toEqual(before.clocks)
    expect(story.ticket().scope).toEqual(before.scope)
    expect(story.ticket().duties).toMatchObject([{ clause: '3(5)' }])
    story.do(at('08T12:10'), came('08T11:00')).do(at('08T12:10'), solved('08T12:05'))
    expect(clocks(story).map(row => row.slice(2))).toEqual([
      [at('08T11:15'), 45, true],
      [at('09T09:15'), 110, true],
    ])
  })

  test('T3: Friday evening runs on into the make-up Saturday; arrival in the minute of the deadline is in time', () => {
    const story = opened(at('09T17:40'))
      .do(at('09T17:40'), asked)
      .do(at('10T09:40'), came('10T09:40'))
      .do(at('10T14:00'), solved('10T14:00'))
    expect(clocks(story)).toEqual([
      ['arrival', '3(6)', at('10T09:40'), 60, true],
      ['restore', '7(a)', at('10T16:40'), 320, true],
    ])
  })

  test('T4: a severe fault open at closing time also gets the hour around the clock', () => {
    const story = opened(at('10T17:35'), bothSevere).do(at('10T17:35'), asked).until(at('10T18:20'))
    expect(story.types()).toContain('clocks-advanced')
    expect(story.history().at(-1)).toMatchObject({ at: at('10T18:01'), event: { data: { fired: 'join' } } })
    expect(story.ticket().promise).toMatchObject({ clause: '3(7)', deadline: at('10T19:00') })
    story.do(at('10T18:55'), came('10T18:52')).do(at('10T20:00'), solved('10T20:00'))
    expect(clocks(story)).toEqual([
      ['arrival', '3(6)', at('12T09:35'), 25, true],
      ['arrival', '3(7)', at('10T19:00'), 52, true],
      ['restore', '7(a)', at('10T21:35'), 145, true],
    ])
  })

  test('T6: a wait over the weekend keeps what is left, it does not shift the deadline', () => {
    const story = opened(at('15T15:30'))
      .do(at('15T16:30'), (ticket, env) => wait(ticket, { on: 'client', reason: '等待密码' }, env, policy))
      .do(at('17T11:00'), (ticket, env) => resume(ticket, env, policy))
    expect(story.ticket().promise).toMatchObject({ state: 'running', deadline: at('19T16:00') })
    story.do(at('19T15:40'), solved('19T15:40'))
    expect(clocks(story)).toEqual([['restore', '7(a)', at('19T16:00'), 460, true]])
  })

  test('T7: reopened, the promise starts anew and the first result stands', () => {
    const story = opened(at('20T09:30'))
      .do(at('20T11:10'), solved('20T11:10'))
      .do(at('21T16:50'), (ticket, env) => reopen(ticket, { reason: '又没有了' }, env, policy))
      .do(at('22T10:20'), solved('22T10:20'))
    expect(clocks(story).map(row => row.slice(2))).toEqual([
      [at('20T17:30'), 100, true],
      [at('22T15:50'), 150, true],
    ])
    expect(story.ticket().cycle).toBe(2)
  })

  test("T8: out of scope has no clock; a quote, the client's approval, then the work", () => {
    const price = { mode: 'time-and-material' } as const
    const story = opened(at('26T09:20'), { kind: 'request' }, { outOfScope: true })
    expect(story.ticket().clocks.clocks).toEqual([])
    expect(story.ticket().promise).toEqual({ state: 'none', why: 'out-of-scope' })
    story
      .do(at('26T10:00'), (ticket, env) =>
        askQuote(ticket, { id: 'q1', text: '四个信息点', price, expiresAt: at('30T18:00') }, env, policy),
      )
      .do(
        at('27T15:00'),
        (ticket, env) => answerQuote(ticket, { quote: 'q1', state: 'accepted', how: 'portal-phone' }, env, policy),
        wang,
      )
    expect(story.ticket().quotes).toMatchObject([
      { state: 'accepted', answer: { at: at('27T15:00'), by: { id: 'wang' }, how: 'portal-phone' } },
    ])
  })
})

describe('severity', () => {
  test('while client and provider differ, clocks run under both; yielding leaves one and keeps the other to be seen', () => {
    const story = opened(at('08T10:00'), { severity: { ...severe, side: 'client' } }).do(at('08T10:05'), (ticket, env) =>
      stateSeverity(ticket, 'provider', ordinary, env, policy),
    )
    expect(clocks(story).map(row => row[2])).toEqual([at('08T14:00'), at('08T18:00')])
    story.do(at('08T10:20'), (ticket, env) => stateSeverity(ticket, 'client', ordinary, env, policy), wang)
    expect(clocks(story).map(row => row[2])).toEqual([at('08T18:00')])
    expect(story.ticket().clocks.clocks).toHaveLength(2)
  })

  test('severe without its basis, the whole network unable to work, is refused', () => {
    const story = opened(at('08T10:00'))
    expect(
      story.refused(at('08T10:05'), (ticket, env) =>
        stateSeverity(ticket, 'client', { severity: 'severe', wholeNetworkDown: false }, env, policy),
      ),
    ).toBe('incident.severe-without-basis')
  })

  test('learnt after a wait, the wait still counts as it did', () => {
    const story = opened(at('08T10:00'))
      .do(at('08T11:00'), (ticket, env) => wait(ticket, { on: 'client', reason: 'x' }, env, policy))
      .do(at('08T12:00'), (ticket, env) => resume(ticket, env, policy))
      .do(at('08T12:30'), (ticket, env) => stateSeverity(ticket, 'provider', severe, env, policy))
    expect(story.ticket().promise).toMatchObject({ basis: 'elapsed', deadline: at('08T15:00') })
  })
})

describe('pauses', () => {
  const waiting = (on: 'client' | 'part' | 'supplier') =>
    opened(at('08T10:00')).do(at('08T11:00'), (ticket, env) => wait(ticket, { on, reason: '等待' }, env, policy))

  test('only the reasons of clause 7 stop a clock', () => {
    expect(waiting('client').ticket()).toMatchObject({
      waiting: { pauses: true },
      promise: { state: 'paused', leftMinutes: 420 },
    })
    expect(waiting('part').ticket()).toMatchObject({ waiting: { pauses: false }, promise: { state: 'running' } })
  })

  test('nothing fires while paused, and what fires later is worked out from the log', () => {
    const story = waiting('client').until(at('20T00:00'))
    expect(story.types()).not.toContain('clocks-advanced')
    expect(story.ticket().timers).toEqual([])
    story.do(at('20T09:00'), (ticket, env) => resume(ticket, env, policy)).until(at('21T09:00'))
    expect(
      story
        .history()
        .slice(-2)
        .map(({ at: when, event }) => [when, (event.data as { fired?: string }).fired]),
    ).toEqual([
      [at('20T14:00'), 'at-risk'],
      [at('20T16:01'), 'due'],
    ])
  })

  test('the answer of the client ends a wait for the client, that of the desk does not', () => {
    const story = waiting('client').do(at('08T12:00'), (ticket, env) => reply(ticket, 'provider', text, env, policy))
    expect(story.ticket().status).toBe('waiting')
    story.do(at('08T13:00'), (ticket, env) => reply(ticket, 'client', text, env, policy), wang)
    expect(story.ticket()).toMatchObject({ status: 'in-progress', lastWord: 'client', promise: { deadline: at('09T11:00') } })
  })

  describe('that the client contests', () => {
    const contested = () => waiting('client').do(at('08T12:00'), (ticket, env) => contestPause(ticket, '我们早已提供', env), wang)
    const decide =
      (outcome: 'upheld' | 'struck') => (ticket: Parameters<typeof resolve>[0], env: Parameters<typeof resolve>[2]) =>
        decidePause(ticket, { since: at('08T11:00'), outcome, reason: '核对过记录' }, env, policy)
    test('stand when upheld, with the reason for the client', () => {
      const before = contested().ticket()
      const story = contested().do(at('08T13:00'), decide('upheld'))
      expect(story.ticket().clocks).toEqual(before.clocks)
      expect(story.ticket().contests).toMatchObject([
        {
          since: at('08T11:00'),
          text: '我们早已提供',
          decision: { outcome: 'upheld', by: { id: 'zhao' }, reason: '核对过记录' },
        },
      ])
      expect(story.refused(at('08T13:01'), (ticket, env) => contestPause(ticket, 'x', env), wang)).toBe('incident.contested')
    })
    test('count after all when struck: the ticket waits, its clock runs and warns as if it never had', () => {
      const story = contested().do(at('08T13:00'), decide('struck'))
      expect(story.ticket()).toMatchObject({
        status: 'waiting',
        waiting: { pauses: false },
        promise: { state: 'running', deadline: at('08T18:00') },
      })
      expect(story.ticket().timers[0]).toMatchObject({ do: 'at-risk', at: at('08T16:00') })
      expect(story.refused(at('08T13:01'), decide('struck'))).toBe('incident.contest-decided')
    })
    test('may be decided when the wait is over, and never where nobody contested', () => {
      const story = contested()
        .do(at('08T14:00'), (ticket, env) => resume(ticket, env, policy))
        .do(at('09T12:00'), solved('09T12:00'))
      expect(clocks(story)[0]?.slice(3)).toEqual([480, true])
      story.do(at('09T13:00'), decide('struck'))
      expect(clocks(story)[0]?.slice(2)).toEqual([at('08T18:00'), 660, false])
      expect(waiting('client').refused(at('08T13:00'), decide('struck'))).toBe('incident.no-contest')
    })
    test('are none where no clock stands still', () => {
      const running = waiting('part').refused(at('08T12:00'), (ticket, env) => contestPause(ticket, 'x', env), wang)
      expect(running).toBe('incident.no-pause')
    })
  })
  test('a wait recorded late must fit the order of the log', () => {
    const story = waiting('client').do(at('08T13:00'), (ticket, env) => resume(ticket, env, policy))
    expect(
      story.refused(at('08T14:00'), (ticket, env) =>
        wait(ticket, { on: 'client', reason: 'x', at: at('08T12:00') }, env, policy),
      ),
    ).toBe('clock.out-of-order')
    expect(story.refused(at('08T14:00'), solved('08T12:30'))).toBe('clock.out-of-order')
  })
})

describe('closing and late facts', () => {
  test('facts lie neither in the future nor before the request', () => {
    const story = opened(at('08T10:00'), {}, { now: at('08T10:20') }).do(at('08T10:21'), asked)
    expect(story.ticket()).toMatchObject({ requestedAt: at('08T10:00'), loggedAt: at('08T10:20') })
    expect(story.refused(at('08T11:00'), came('08T11:01'))).toBe('incident.future')
    expect(story.refused(at('08T11:00'), came('08T09:59'))).toBe('incident.before-request')
    expect(story.refused(at('08T11:00'), solved('08T09:59'))).toBe('incident.before-request')
    story.do(at('08T11:00'), came('08T10:50'))
    expect(story.refused(at('08T12:00'), solved('08T10:40'))).toBe('incident.before-arrival')
    expect(story.refused(at('08T12:00'), came('08T10:50'))).toBe('incident.arrived')
  })

  test('a resolved ticket closes by itself at the end of the fifth working day, make-up day counted', () => {
    const story = opened(at('08T10:00')).do(at('08T12:00'), solved('08T12:00'))
    expect(story.ticket()).toMatchObject({ autoClose: { at: at('14T18:00'), provisional: false } })
    expect(story.ticket().timers).toEqual([{ at: at('14T18:00'), do: 'auto-close' }])
    story.until(at('20T00:00'))
    expect(story.ticket()).toMatchObject({ status: 'closed', closed: 'automatic', closedAt: at('14T18:00'), timers: [] })
  })

  test('dates whose holidays are not announced are provisional', () => {
    const story = opened('2026-12-30T02:00:00Z').do('2026-12-30T03:00:00Z', (ticket, env) => resolve(ticket, {}, env, policy))
    expect(story.ticket()).toMatchObject({ autoClose: { provisional: true } })
  })

  test('reopening drops the timer of the close', () => {
    const story = opened(at('08T10:00'))
      .do(at('08T12:00'), solved('08T12:00'))
      .do(at('09T09:00'), (ticket, env) => reopen(ticket, {}, env, policy), wang)
      .until(at('10T00:00'))
    expect(story.ticket()).toMatchObject({ status: 'in-progress', cycle: 2 })
  })

  test('a request withdrawn leaves nothing to keep', () => {
    const story = opened(at('08T10:00')).do(
      at('08T11:00'),
      (ticket, env) => close(ticket, { how: 'withdrawn' }, env, policy),
      wang,
    )
    expect(clocks(story)).toEqual([])
    expect(story.ticket()).toMatchObject({ status: 'closed', promise: { state: 'excluded' } })
  })

  test('withdrawn after a reopening, the result of the cycle before stands', () => {
    const story = opened(at('08T10:00'))
      .do(at('08T12:00'), solved('08T12:00'))
      .do(at('08T13:00'), (ticket, env) => reopen(ticket, {}, env, policy), wang)
      .do(at('08T14:00'), (ticket, env) => close(ticket, { how: 'withdrawn' }, env, policy), wang)
    expect(clocks(story)).toEqual([['restore', '7(a)', at('08T18:00'), 120, true]])
  })

  test('solved from afar before anybody came: the arrival is no promise any more, unless it was broken already', () => {
    const intime = opened(at('08T10:00')).do(at('08T10:00'), asked).do(at('08T10:30'), solved('08T10:30'))
    expect(clocks(intime).map(([promise]) => promise)).toEqual(['restore'])
    const late = opened(at('08T10:00')).do(at('08T10:00'), asked).do(at('08T12:00'), solved('08T12:00'))
    expect(clocks(late).map(([promise, , , , met]) => [promise, met])).toEqual([
      ['arrival', false],
      ['restore', true],
    ])
  })

  test('only a resolved ticket is confirmed', () => {
    const story = opened(at('08T10:00'))
    const agree: Parameters<Story['do']>[1] = (ticket, env) => confirm(ticket, env, policy)
    expect(story.refused(at('08T11:00'), agree, wang)).toBe('incident.wrong-state')
    story.do(at('08T12:00'), solved('08T12:00')).do(at('08T13:00'), agree, wang)
    expect(story.ticket()).toMatchObject({ status: 'closed', closed: 'confirmed', restoredAt: at('08T12:00') })
  })
})

describe('scope and contract', () => {
  test('out of scope cancels the clocks with its clause; back in scope they count from the request', () => {
    const story = opened(at('08T10:00')).do(at('08T10:30'), (ticket, env) =>
      decideScope(ticket, { outcome: 'out-of-scope', clause: '2(3)(2)', reason: '新增' }, env, policy),
    )
    expect(clocks(story)).toEqual([])
    expect(story.ticket().clocks.clocks[0]!.log.at(-1)).toMatchObject({ do: 'cancel', clause: '2(3)(2)' })
    story.do(at('08T11:00'), (ticket, env) => decideScope(ticket, { outcome: 'covered', reason: '故障' }, env, policy))
    expect(clocks(story).map(row => row[2])).toEqual([at('08T18:00')])
  })

  test('without a contract there is no promise, and no date by which it closes itself', () => {
    const story = opened(at('08T10:00'), {}, { policy: null })
    expect(story.ticket().promise).toEqual({ state: 'none', why: 'no-contract' })
    story.do(at('08T12:00'), (ticket, env, none) => resolve(ticket, {}, env, none))
    expect(story.ticket().timers).toEqual([])
  })

  test('a quote that nobody answers expires by itself, and nobody can accept it afterwards', () => {
    const price = { mode: 'time-and-material' } as const
    const story = opened(at('08T10:00'), {}, { outOfScope: true })
      .do(at('08T11:00'), (ticket, env) =>
        askQuote(ticket, { id: 'q1', text: 'x', price, expiresAt: at('09T18:00') }, env, policy),
      )
      .until(at('10T00:00'))
    expect(story.ticket().quotes).toMatchObject([{ state: 'expired' }])
    expect(
      story.refused(at('10T09:00'), (ticket, env) =>
        answerQuote(ticket, { quote: 'q1', state: 'accepted', how: 'portal' }, env, policy),
      ),
    ).toBe('incident.quote-answered')
  })
})

describe('the first answer', () => {
  const respond = { promise: 'respond', clause: '7(h)', basis: 'working', minutes: 60, when: {}, pausedBy: ['client'] } as const
  const answering = { ...policy, targets: [...policy.targets, respond] }
  const states = (story: Story) =>
    story.ticket().clocks.clocks.map(clock => [clock.promise, clockFigures(clock, policy.calendar, at('31T00:00')).met])

  test('is a person of the provider whom the client can read; it stops nothing else', () => {
    const story = opened(at('08T10:00'), {}, { policy: answering })
      .do(at('08T10:10'), (ticket, env, terms) => reply(ticket, 'client', text, env, terms), wang)
      .do(at('08T10:30'), (ticket, env, terms) => reply(ticket, 'provider', text, env, terms))
      .do(at('08T10:50'), (ticket, env, terms) => reply(ticket, 'provider', text, env, terms))
    expect(story.ticket()).toMatchObject({ answeredAt: at('08T10:30'), status: 'in-progress', promise: { promise: 'restore' } })
    expect(states(story)).toContainEqual(['respond', true])
    expect(story.ticket().clocks.clocks.filter(({ log }) => log.some(entry => entry.do === 'stop'))).toHaveLength(1)
  })

  test('is no timer: warnings and breaches pass by without an answer', () => {
    const story = opened(at('08T10:00'), {}, { policy: answering }).until(at('08T15:00'))
    expect(story.types()).toContain('clocks-advanced')
    expect(story.ticket()).not.toHaveProperty('answeredAt')
    expect(states(story)).toContainEqual(['respond', false])
  })
})

test('a request outside working time begins at the next opening, whatever state it is logged in', () => {
  const story = opened(at('10T20:30'))
  expect(story.ticket().promise).toMatchObject({ startsAt: at('12T09:00'), deadline: at('12T17:00') })
})

test('a pause keeps what is left, wherever it lies', () => {
  for (const [from, to] of [
    ['08T11:00', '08T13:00'],
    ['08T17:00', '09T10:00'],
    ['08T12:00', '11T12:00'],
  ] as const) {
    const story = opened(
      at('08T10:00'),
      {},
      { policy: { ...policy, targets: policy.targets.filter(({ promise }) => promise === 'restore') } },
    ).do(at(from), (ticket, env) => wait(ticket, { on: 'client', reason: 'x' }, env, policy))
    const left = story.ticket().promise.leftMinutes
    story.do(at(to), (ticket, env) => resume(ticket, env, policy))
    const [clock] = story.ticket().clocks.clocks
    expect(clockFigures(clock!, policy.calendar, at(to)).remainingMinutes).toBe(left)
  }
})
