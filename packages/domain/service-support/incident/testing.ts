import { type DomainError, type Result, unwrap } from '../../kernel/result.ts'
import type { Instant } from '../../kernel/time.ts'
import { maintenanceTargets, shanghai } from '../../service-delivery/service-level/testing.ts'
import { advance, type Doing, type OpenTicket, openTicket } from './decide/index.ts'
import type { TicketEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { standardMatrix } from './priority.ts'
import type { ServicePolicy } from './service.ts'
import type { Ticket } from './ticket.ts'

export { at } from '../../service-delivery/service-level/testing.ts'

export const policy: ServicePolicy = { targets: maintenanceTargets(), calendar: shanghai(), siteArrivalMinutes: 60 }
export const zhao: Doing['actor'] = { kind: 'staff', id: 'zhao', name: '赵倩' }
export const wang: Doing['actor'] = { kind: 'client', id: 'wang', name: '王珊' }
export const text = { ref: '00000001', sha256: 'a'.repeat(64) }
const by = (now: Instant, actor = zhao): Doing => ({ now, actor })

type Facts = { policy?: ServicePolicy | null; outOfScope?: boolean; now?: Instant }
export type Decide = (ticket: Ticket, env: Doing, policy: ServicePolicy | undefined) => Result<TicketEvent[]>

/** A ticket's story over data: `opened(…).do(at, decide)`; every step folds what was decided. */
export function opened(requestedAt: Instant, input: Partial<OpenTicket> = {}, facts: Facts = {}) {
  const used = facts.policy === null ? undefined : (facts.policy ?? policy)
  const env = by(facts.now ?? requestedAt, input.channel === 'portal' ? wang : zhao)
  const events = unwrap(
    openTicket(
      { kind: 'incident', channel: 'phone', subject: '打印机卡纸', site: 'HQ', requestedAt, ...input },
      {
        client: 'LANHAI',
        number: 'LANHAI-1',
        team: 'desk',
        requester: { contact: 'wang', name: '王珊', company: '蓝海贸易' },
        contract: used
          ? { outcome: 'chosen', contract: 'k1', version: 1, number: 'WB-1', reason: 'only-contract-of-the-day' }
          : { outcome: 'none', reason: 'no-contract-on-that-day' },
        policy: used,
        scope: facts.outOfScope
          ? { outcome: 'out-of-scope', clause: '2(3)(2)', reason: 'guard.quote-first', at: env.now }
          : { outcome: used ? 'covered' : 'undecided', reason: 'guard.covered', at: env.now },
        matrix: standardMatrix,
      },
      env,
    ),
  )
  const history: { at: Instant; event: TicketEvent }[] = []
  let state: Ticket | undefined
  const fold = (at: Instant, next: readonly TicketEvent[]) => {
    for (const event of next) {
      history.push({ at, event })
      state = evolve(state, event, { at })
    }
  }
  fold(env.now, events)
  const story = {
    ticket: () => state!,
    history: () => history,
    types: () => history.map(({ event }) => event.type.replace(/^incident\.|\.v1$/g, '')),
    do(now: Instant, decide: Decide, actor = zhao) {
      fold(now, unwrap(decide(state!, by(now, actor), used)))
      return story
    },
    refused(now: Instant, decide: Decide, actor = zhao): DomainError['code'] {
      const result = decide(state!, by(now, actor), used)
      if (result.ok) throw new Error('was not refused')
      return result.error.code
    },
    until(to: Instant) {
      for (const { at, event } of advance(state!, to, used)) fold(at, [event])
      return story
    },
  }
  return story
}
export type Story = ReturnType<typeof opened>
