import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ok, type Result } from '../../kernel/result.ts'
import { addMinutes } from '../../kernel/time.ts'
import { clockTimers } from '../../service-delivery/service-level/index.ts'
import { ticketAggregate } from './aggregate.ts'
import * as decisions from './decide/index.ts'
import { type TicketEvent, ticketEvents } from './events.ts'
import { evolve } from './evolve.ts'
import { mayGo, ticketTransitions } from './states.ts'
import { at, opened, policy, text, wang, zhao } from './testing.ts'
import { openContest, Ticket } from './ticket.ts'

const { wait, resume, resolve, close, reopen, reply, stateSeverity, requestOnSite, recordArrival, decideScope, assign } =
  decisions

/** A contest, unless one is open, and its decision. */
function contestAnd(outcome: 'upheld' | 'struck', ticket: Ticket, env: decisions.Doing): Result<TicketEvent[]> {
  const asked = openContest(ticket) ? ok<TicketEvent[]>([]) : decisions.contestPause(ticket, 'x', env)
  if (!asked.ok) return asked
  const contested = asked.value.reduce((state, event) => evolve(state, event, { at: env.now }), ticket)
  const decided = decisions.decidePause(contested, { since: openContest(contested)!.since, outcome, reason: 'x' }, env, policy)
  return decided.ok ? ok([...asked.value, ...decided.value]) : decided
}

/** Commands by name, each at an instant that may be earlier than now. */
const commands = {
  start: (t: Ticket, env: decisions.Doing) => decisions.startTicket(t, env),
  waitClient: (t: Ticket, env: decisions.Doing, fact: string) => wait(t, { on: 'client', reason: 'x', at: fact }, env, policy),
  waitPart: (t: Ticket, env: decisions.Doing, fact: string) => wait(t, { on: 'part', reason: 'x', at: fact }, env, policy),
  resume: (t: Ticket, env: decisions.Doing, fact: string) => resume(t, env, policy, { at: fact }),
  resolve: (t: Ticket, env: decisions.Doing, fact: string) => resolve(t, { restoredAt: fact }, env, policy),
  withdraw: (t: Ticket, env: decisions.Doing) => close(t, { how: 'withdrawn' }, env, policy),
  close: (t: Ticket, env: decisions.Doing, fact: string) => close(t, { how: 'by-desk', at: fact }, env, policy),
  reopen: (t: Ticket, env: decisions.Doing, fact: string) => reopen(t, { at: fact }, env, policy),
  replyClient: (t: Ticket, env: decisions.Doing) => reply(t, 'client', text, env, policy),
  replyDesk: (t: Ticket, env: decisions.Doing) => reply(t, 'provider', text, env, policy),
  severe: (t: Ticket, env: decisions.Doing) =>
    stateSeverity(t, 'client', { severity: 'severe', wholeNetworkDown: true }, env, policy),
  ordinary: (t: Ticket, env: decisions.Doing) =>
    stateSeverity(t, 'provider', { severity: 'ordinary', wholeNetworkDown: false }, env, policy),
  onSite: (t: Ticket, env: decisions.Doing, fact: string) => requestOnSite(t, { at: fact }, env, policy),
  arrive: (t: Ticket, env: decisions.Doing, fact: string) => recordArrival(t, fact, env, policy),
  outside: (t: Ticket, env: decisions.Doing) =>
    decideScope(t, { outcome: 'out-of-scope', clause: '2(5)', reason: 'x' }, env, policy),
  inside: (t: Ticket, env: decisions.Doing) => decideScope(t, { outcome: 'covered', reason: 'x' }, env, policy),
  contest: (t: Ticket, env: decisions.Doing) => decisions.contestPause(t, 'x', env),
  uphold: (t: Ticket, env: decisions.Doing) => contestAnd('upheld', t, env),
  strike: (t: Ticket, env: decisions.Doing) => contestAnd('struck', t, env),
  assign: (t: Ticket, env: decisions.Doing) => assign(t, { assignee: { id: 'zhao', name: '赵倩' } }, env),
}
const names = Object.keys(commands) as (keyof typeof commands)[]
const step = fc.record({
  command: fc.constantFrom(...names),
  after: fc.integer({ min: 1, max: 900 }),
  late: fc.integer({ min: 0, max: 300 }),
})

type Step = { command: keyof typeof commands; after: number; late: number }
const before: Partial<Record<keyof typeof commands, keyof typeof commands>> = {
  contest: 'waitClient',
  uphold: 'waitClient',
  strike: 'waitClient',
  resume: 'waitClient',
  close: 'resolve',
  reopen: 'resolve',
  arrive: 'onSite',
  ordinary: 'severe',
  inside: 'outside',
}
/** Each command at least once, whatever chance strings together. */
const eachOnce = names.map((command): [Step[]] => [
  [before[command], command].flatMap(name => (name ? [{ command: name, after: 5, late: 0 }] : [])),
])

test('whatever is commanded: history folds to the state, timers are those of the log, nothing fires while paused', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), steps => {
      const start = at('08T10:00')
      const story = opened(start)
      let now = start
      for (const { command, after, late } of steps) {
        now = addMinutes(now, after)
        story.until(now)
        const before = story.ticket()
        const result = commands[command](before, { now, actor: command.endsWith('Client') ? wang : zhao }, addMinutes(now, -late))
        if (!result.ok) continue
        seen.add(command)
        story.do(now, () => result)
      }
      const ticket = story.ticket()
      const folded = story.history().reduce<Ticket | undefined>((state, { at: when, event }) => {
        const definition = Object.values(ticketEvents).find(known => known.type === event.type)!
        return evolve(
          state,
          { ...event, data: definition.schema.parse(JSON.parse(JSON.stringify(event.data))) } as typeof event,
          { at: when },
        )
      }, undefined)
      expect(folded).toEqual(ticket)
      expect(Ticket.parse(ticket)).toEqual(ticket)
      const due = ticket.timers.filter(timer => timer.do !== 'auto-close' && timer.do !== 'quote-expires').map(timer => timer.at)
      expect(due).toEqual(clockTimers(ticket.clocks, policy.calendar).map(timer => timer.at))
      if (ticket.status === 'closed') expect(ticket.timers).toEqual([])
      expect(Buffer.byteLength(JSON.stringify(ticketAggregate.project(ticket).row))).toBeLessThanOrEqual(700)
    }),
    { numRuns: 200, examples: eachOnce },
  )
  expect([...seen].sort()).toEqual([...names].sort())
})

test('a command goes only where the table of states lets it', () => {
  expect(mayGo('closed', 'resolve')).toBe(false)
  for (const { command, from } of ticketTransitions) for (const status of from) expect(mayGo(status, command)).toBe(true)
})

test('the longest subject, names and promise still fit the row of 700 bytes', () => {
  const longest = { subject: '网'.repeat(200), assignee: { id: 'a'.repeat(20), name: '赵'.repeat(100) } }
  const story = opened(at('08T10:00'), { ...longest, severity: { severity: 'severe', wholeNetworkDown: true, side: 'client' } })
    .do(at('08T10:01'), (ticket, env) =>
      stateSeverity(ticket, 'provider', { severity: 'ordinary', wholeNetworkDown: false }, env, policy),
    )
    .do(at('08T10:02'), (ticket, env) => requestOnSite(ticket, {}, env, policy))
    .do(at('08T10:03'), (ticket, env) => reply(ticket, 'provider', text, env, policy))
  const size = (ticket: Ticket) => Buffer.byteLength(JSON.stringify(ticketAggregate.project(ticket).row))
  const contract = { outcome: 'chosen', contract: 'k'.repeat(20), version: 12, number: 'x', reason: 'x' } as const
  expect(size({ ...story.ticket(), contract })).toBeLessThanOrEqual(700)
  story.do(at('08T10:04'), (ticket, env) => wait(ticket, { on: 'client', reason: 'x' }, env, policy))
  story.do(at('08T10:05'), (ticket, env) => decisions.contestPause(ticket, 'x', env))
  expect(size({ ...story.ticket(), contract })).toBeLessThanOrEqual(700)
})
