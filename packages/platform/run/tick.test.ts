import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { defineAggregate } from '@pactdesk/domain/kernel/aggregate'
import type { TenantContext } from '@pactdesk/domain/kernel/context'
import { defineEvent, type Envelope, type EventsOf } from '@pactdesk/domain/kernel/event'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import * as z from 'zod'
import { always, atRandom, plantFaults } from '../../../test/faults/plant.ts'
import { startTable } from '../../../test/support/emulator.ts'
import { logger } from '../http/api.ts'
import * as databases from '../table/database.ts'
import { timerKeys } from '../table/keys.ts'
import { execute, reading } from './execute.ts'
import { parkAfter, tick, timer } from './tick.ts'

/** Rings at each full hour until it has rung often enough. */
type Bell = { next: string; left: number }
const bellEvents = {
  hung: defineEvent('test', 'bell-hung', 1, 'client', z.object({ next: z.string(), left: z.number() })),
  rung: defineEvent('test', 'bell-rung', 1, 'client', z.object({ next: z.string() })),
}
const bell = defineAggregate<Bell, EventsOf<typeof bellEvents>>({
  type: 'bell',
  module: 'test',
  key: 'BELL',
  scope: 'client',
  sv: 1,
  upcasts: [],
  events: bellEvents,
  evolve: (state, event) =>
    'left' in event.data ? { ...event.data } : { next: event.data.next, left: (state as Bell).left - 1 },
  project: ({ next, left }) => ({ ...(left > 0 && { dueAt: next }) }),
})
const anHourAfter = (instant: string) => new Date(Date.parse(instant) + 3_600_000).toISOString().replace('.000Z', 'Z')
let broken: string[] = []
const ringing = timer(bell, async (loaded, to, uow) => {
  if (broken.includes(loaded.ref.id)) throw new Error('cracked')
  let { state } = loaded
  while (state.left > 0 && state.next <= to)
    ({ state } = uow.append(loaded, [bellEvents.rung.of({ next: anHourAfter(state.next) })], state.next))
})

let table: Awaited<ReturnType<typeof startTable>>
let faults: ReturnType<typeof plantFaults>
let now = '2026-10-08T08:00:00Z'
const clock = { wallNow: () => now.replace('Z', '.000Z'), businessNow: () => now }
const ctx: TenantContext = {
  provider: 'one',
  kind: 'staff',
  roles: ['admin'],
  clients: '*',
  actor: { kind: 'staff', id: 'zhao', name: 'Zhao' },
}
const ref = (id: string) => ({ client: 'LANHAI', id })
const pkOf = (id: string) => `P#one#C#LANHAI#BELL#${id}`
const hang = (id: string, left: number) =>
  execute({ ctx, clock, correlationId: 'test' }, async uow => {
    uow.create(bell, ref(id), [bellEvents.hung.of({ next: '2026-10-08T09:00:00Z', left })])
  })
const stateOf = async (id: string) => (await reading({ ctx, clock, correlationId: 'test' }).load(bell, ref(id))).state
const everything = async () => (await table.database.client.send(new ScanCommand({ TableName: 'pactdesk' }))).Items ?? []
/** When it rang, by its history. */
const rings = async (id: string) =>
  (await everything())
    .filter(({ pk, t, data }) => pk === pkOf(id) && t === 'event' && (data as Envelope).type === bellEvents.rung.type)
    .map(({ data }) => (data as Envelope).occurredAt)
    .sort()
const round = (request: string) => tick([ringing], clock, request)

beforeAll(() => {
  vi.stubEnv('TICK_ROLE_ARN', 'tick')
})
beforeEach(async () => {
  table = await startTable()
  faults = plantFaults(table.database.client)
  vi.spyOn(databases, 'databaseFor').mockImplementation(() => table.database)
  vi.spyOn(databases, 'databaseUnder').mockImplementation(() => table.database)
  vi.spyOn(logger, 'error').mockReturnValue()
  vi.spyOn(Math, 'random').mockReturnValue(0.01)
  broken = []
  now = '2026-10-08T08:00:00Z'
})
afterEach(() => {
  vi.restoreAllMocks()
  table.stop()
})
afterAll(() => vi.unstubAllEnvs())

const hours = ['2026-10-08T09:00:00Z', '2026-10-08T10:00:00Z', '2026-10-08T11:00:00Z']

describe('a tick', () => {
  test('that comes late fires everything due, each as of its own instant', async () => {
    await hang('late', 5)
    now = '2026-10-08T11:30:00Z'
    expect(await round('r1')).toEqual({ fired: 1, failed: 0, parked: 0 })
    expect(await rings('late')).toEqual(hours)
    expect(await stateOf('late')).toEqual({ next: '2026-10-08T12:00:00Z', left: 2 })
  })

  test('that comes twice fires once', async () => {
    await hang('twice', 3)
    now = '2026-10-08T11:30:00Z'
    await round('r1')
    const before = await everything()
    expect(await round('r2')).toEqual({ fired: 0, failed: 0, parked: 0 })
    expect(await everything()).toEqual(before)
  })

  test('in parallel with others fires once: by its lease, and without one by the version', async () => {
    for (const id of ['a', 'b', 'c']) await hang(id, 3)
    now = '2026-10-08T11:30:00Z'
    await Promise.all(['r1', 'r2', 'r3'].map(round))
    await Promise.all(
      ['a', 'b', 'c'].flatMap(id =>
        [1, 2, 3].map(() =>
          execute({ ctx, clock, origin: 'timer', correlationId: 'test' }, async uow =>
            ringing.advance((await uow.load(bell, ref(id))) as never, now, uow),
          ),
        ),
      ),
    )
    for (const id of ['a', 'b', 'c']) expect(await rings(id)).toEqual(hours)
  })

  test('that finds the lease of a tick that died waits for its end, then goes on', async () => {
    await hang('leased', 1)
    now = '2026-10-08T11:30:00Z'
    const { gsi3pk } = timerKeys(pkOf('leased'), now)
    const lease = (until: number) =>
      table.database.client.send(
        new PutCommand({ TableName: 'pactdesk', Item: { pk: gsi3pk, sk: 'lease', t: 'lease', owner: 'dead', until } }),
      )
    await lease(Date.now() + 30_000)
    expect((await round('r1')).fired).toBe(0)
    await lease(Date.now() - 1)
    expect((await round('r2')).fired).toBe(1)
  })

  test('five failures park a timer', async () => {
    await hang('cracked', 1)
    broken = ['cracked']
    now = '2026-10-08T09:00:00Z'
    for (let at = 1; at <= parkAfter; at++) expect(await round(`r${at}`)).toMatchObject({ failed: 1, parked: 0 })
    expect(await round('r6')).toEqual({ fired: 0, failed: 0, parked: 1 })
    expect(logger.error).toHaveBeenCalledWith('timer parked', expect.objectContaining({ pk: pkOf('cracked') }))
  })

  test('comes to those behind any number of parked timers in their shard', async () => {
    const due = '2026-10-08T09:00:00Z'
    const shardOf = (id: string) => timerKeys(pkOf(id), due).gsi3pk
    const ids = Array.from({ length: 4000 }, (_, at) => `x${String(at).padStart(4, '0')}`).filter(id => shardOf(id) === 'DUE#00')
    const crowd = ids.slice(0, 105)
    for (const id of crowd) await hang(id, 1)
    for (const id of crowd.slice(0, -1)) {
      const Item = { pk: 'DUE#FAIL', sk: timerKeys(pkOf(id), due).gsi3sk, t: 'timer-failure', n: parkAfter }
      await table.database.client.send(new PutCommand({ TableName: 'pactdesk', Item }))
    }
    now = due
    expect(await round('r1')).toEqual({ fired: 1, failed: 0, parked: 104 })
    expect(await rings(crowd.at(-1)!)).toEqual([due])
  })

  test('whose table is in trouble parks nothing and comes back', async () => {
    await hang('patient', 1)
    now = '2026-10-08T09:30:00Z'
    for (let at = 0; at < parkAfter + 2; at++)
      expect(await faults.under(always('throttled'), () => round(`r${at}`))).toMatchObject({ failed: 1, parked: 0 })
    expect(await round('well')).toEqual({ fired: 1, failed: 0, parked: 0 })
    expect(await rings('patient')).toEqual([hours[0]])
  })

  test.each([1, 2, 3])('through faults at random (seed %i) loses nothing and doubles nothing', async seed => {
    for (const id of ['a', 'b', 'c', 'd']) await hang(id, 3)
    now = '2026-10-08T11:30:00Z'
    await faults.under(atRandom(seed, 0.3), async () => {
      for (let at = 0; at < 6; at++) await round(`r${at}`).catch(() => undefined)
    })
    // A tick that lost the answer to the return of its lease leaves it to run out.
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000)
    await round('well')
    for (const id of ['a', 'b', 'c', 'd']) expect(await rings(id)).toEqual(hours)
  })
})
