import { activeMaintenance } from '@pactdesk/domain/outsourcing/contract/testing'
import {
  recordArrival,
  recordDutyBreach,
  requestOnSite,
  resolve,
  ticketAggregate,
} from '@pactdesk/domain/service-support/incident/index'
import { at, opened, policy, type Story, text } from '@pactdesk/domain/service-support/incident/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staffOf, startUseCases, type UseCases } from '../testing.ts'
import { ticketFacts } from './living-tickets.ts'

let app: UseCases
const admin = staffOf('one')
const contract = activeMaintenance()
const severe = { severity: { severity: 'severe', wholeNetworkDown: true, side: 'client' } } as const

/** On site at a time, restored at another. */
const served = (requestedAt: string, arrivedAt: string, restoredAt: string, how: Parameters<typeof opened>[1] = {}): Story =>
  opened(at(requestedAt), how)
    .do(at(requestedAt), (ticket, env) => requestOnSite(ticket, { at: ticket.requestedAt }, env, policy))
    .until(at(arrivedAt))
    .do(at(arrivedAt), (ticket, env) => recordArrival(ticket, at(arrivedAt), env, policy))
    .do(at(restoredAt), (ticket, env) => resolve(ticket, { restoredAt: at(restoredAt) }, env, policy))

beforeAll(async () => {
  app = await startUseCases([])
  app.at('2026-10-31T00:00:00Z')
  const stories = [
    served('04T03:30', '04T04:41', '04T06:10', severe),
    served('08T10:15', '08T11:00', '08T12:05').do(at('08T12:10'), (ticket, env) =>
      recordDutyBreach(ticket, { clause: '3(5)', note: text, evidence: [] }, env),
    ),
    served('09T17:40', '10T09:40', '10T14:00'),
    served('10T17:35', '10T18:52', '10T20:00', severe),
    served('10T20:30', '12T10:12', '12T11:00'),
  ]
  for (const [n, story] of stories.entries()) {
    const history = story.history().map(({ event }) => event)
    await app.commit({ ...admin, kind: 'system' }, async uow => {
      const ref = { client: 'LANHAI', id: `LANHAI-${n + 1}` }
      uow.create(ticketAggregate, ref, renumbered(history, ref.id))
    })
  }
})
afterAll(() => app.stop())

/** The builder's tickets all have one number; in a table each has its own. */
const renumbered = <Events>(events: Events, number: string): Events =>
  JSON.parse(JSON.stringify(events).replaceAll('"LANHAI-1"', `"${number}"`))

describe('tickets in the living contract', () => {
  it('are the arrivals and restorations of the worked month, clause by clause', async () => {
    const facts = await app.commit(admin, uow => ticketFacts(uow, contract, '2026-10-31'))
    expect(facts.arrivals).toEqual([
      { clause: '3(6)', met: 2, counted: 3, medianMinutes: 60, worstMinutes: 72, minutes: [45, 60, 72] },
      { clause: '3(7)', met: 1, counted: 2, medianMinutes: 52, worstMinutes: 71, minutes: [52, 71] },
    ])
    expect(facts.restores).toEqual({ met: 5, counted: 5 })
    expect(facts.breaches).toEqual([{ clause: '3(5)', count: 1 }])
  })
  it('of another contract are not counted', async () => {
    const facts = await app.commit(admin, uow => ticketFacts(uow, { ...contract, id: 'k2' }, '2026-10-31'))
    expect(facts.restores).toEqual({ met: 0, counted: 0 })
  })
})
