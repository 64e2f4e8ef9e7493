import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { TenantContext } from '@pactdesk/domain/kernel/context'
import { DomainFailure } from '@pactdesk/domain/kernel/result'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { always, atRandom, type Fault, first, plantFaults } from '../../../test/faults/plant.ts'
import { startTable } from '../../../test/support/emulator.ts'
import { noteAggregate, noteEvents } from '../../../test/support/note.ts'
import { problemOf, problemResponse } from '../http/problem.ts'
import * as databases from '../table/database.ts'
import { defineRecord } from '../table/record.ts'
import { type Execution, execute, reading } from './execute.ts'
import { troubleOf } from './trouble.ts'
import type { UnitOfWork } from './unit-of-work.ts'

let table: Awaited<ReturnType<typeof startTable>>
let faults: ReturnType<typeof plantFaults>
beforeAll(async () => {
  // The jitter between attempts; the shortest shows the same.
  vi.spyOn(Math, 'random').mockReturnValue(0.01)
  table = await startTable()
  faults = plantFaults(table.database.client)
  vi.spyOn(databases, 'databaseFor').mockImplementation(() => table.database)
})
afterAll(() => table.stop())

const staff: TenantContext = {
  provider: 'one',
  kind: 'staff',
  roles: ['admin'],
  clients: '*',
  actor: { kind: 'staff', id: 'zhao', name: 'Zhao' },
}
const clock = { wallNow: () => '2026-10-08T02:00:00.000Z', businessNow: () => '2026-10-08T02:00:00Z' }
const as = (more: Partial<Execution> = {}): Execution => ({ ctx: staff, clock, correlationId: 'c1', ...more })
const ref = (id: string) => ({ client: 'LANHAI', id })
const keyed = (key: string) => as({ idempotency: { key, input: key } })

const write = (id: string) =>
  execute(as(), async uow => uow.create(noteAggregate, ref(id), [noteEvents.written.of({ text: '-' })]).version)
/** Adds a letter: doing it twice shows. */
const add = (id: string, letter: string, execution = keyed(`${id}-${letter}`)) =>
  execute(execution, async uow => {
    const note = await uow.load(noteAggregate, ref(id))
    return uow.append(note, [noteEvents.amended.of({ text: note.state.text + letter })]).state.text
  })
const textOf = async (id: string) => (await reading(as()).load(noteAggregate, ref(id))).state.text
const refusal = (work: Promise<unknown>) => work.then(() => undefined, problemOf)
const all = async () => (await table.database.client.send(new ScanCommand({ TableName: 'pactdesk' }))).Items

const kinds: Fault[] = ['conflict', 'cancelled-busy', 'throttled', 'throughput', 'no-answer', 'lost-answer']

describe('a commit in a bad moment', () => {
  test.each(kinds)('%s three times, then well: done once, answered as if nothing had been', async fault => {
    const id = `three-${fault}`
    await write(id)
    expect(await faults.under(first(fault, fault, fault), () => add(id, 'a'))).toBe('-a')
    expect(await add(id, 'a')).toBe('-a')
    expect(await textOf(id)).toBe('-a')
  })

  test.each([
    ['conflict', 409, 'http.conflict'],
    ['cancelled-busy', 503, 'http.busy'],
    ['throttled', 503, 'http.busy'],
    ['throughput', 503, 'http.busy'],
    ['no-answer', 503, 'http.no-answer'],
  ] as const)('%s without end: given up as %i %s with Retry-After, and nothing is changed', async (fault, status, code) => {
    const id = `forever-${fault}`
    await write(id)
    const before = await all()
    const problem = await refusal(faults.under(always(fault), () => add(id, 'a')))
    expect(problem).toMatchObject({ status, code })
    expect(problemResponse(problem!).headers).toMatchObject({ 'retry-after': '1' })
    expect(await all()).toEqual(before)
  })

  test('a lost answer is found under its key; without a key it is told as unknown and not repeated', async () => {
    await write('lost')
    expect(await faults.under(always('lost-answer'), () => add('lost', 'a'))).toBe('-a')
    const unmarked = refusal(faults.under(always('lost-answer'), () => add('lost', 'b', as())))
    expect(await unmarked).toMatchObject({ status: 503, code: 'http.no-answer' })
    expect(await textOf('lost')).toBe('-ab')
  })

  test('reads that are throttled are read again, and given up as busy', async () => {
    await write('reads')
    const reads = faults.under(always('throughput', 'requests'), () => add('reads', 'a'))
    expect(await refusal(reads)).toMatchObject({ status: 503, code: 'http.busy' })
    expect(await textOf('reads')).toBe('-')
  })

  test.each([1, 2, 3, 4, 5, 6])(
    'at random (seed %i): each key takes effect at most once, and once when it was answered',
    async seed => {
      const id = `random-${seed}`
      await write(id)
      const answered: string[] = []
      await faults.under(atRandom(seed, 0.4), async () => {
        for (const letter of 'abcdef') {
          const done = await add(id, letter).catch((error: unknown) => {
            expect([409, 503]).toContain(problemOf(error).status)
          })
          if (done !== undefined) answered.push(letter)
        }
      })
      for (const letter of 'abcdef') await add(id, letter)
      const text = await textOf(id)
      expect([...text].sort().join('')).toBe('-abcdef')
      expect(answered.every(letter => text.includes(letter))).toBe(true)
    },
  )

  test('a fault of our own is no trouble of the table', async () => {
    let runs = 0
    const broken = execute(keyed('bug'), async () => {
      runs += 1
      throw new TypeError('bug')
    })
    await expect(broken).rejects.toThrow('bug')
    expect(runs).toBe(1)
    expect(troubleOf(new TypeError('bug'))).toBeUndefined()
  })
})

describe('two at once', () => {
  test('under one key, where the second finds it done already: both get the first answer', async () => {
    await write('twins')
    const finish = (uow: UnitOfWork) =>
      uow.load(noteAggregate, ref('twins')).then(note => {
        if (note.state.text === 'done')
          throw new DomainFailure({ code: 'test.done', kind: 'conflict', detail: 'it is done already' })
        return uow.append(note, [noteEvents.amended.of({ text: 'done' })]).version
      })
    let first: (() => void) | undefined
    const gate = new Promise<void>(resolve => {
      first = resolve
    })
    const late = execute(keyed('twin'), async uow => {
      await gate
      return finish(uow)
    })
    expect(await execute(keyed('twin'), finish)).toBe(2)
    first!()
    expect(await late).toBe(2)
  })

  const counter = defineRecord<string, { n: number }>({
    type: 'counter',
    scope: 'client',
    sv: 1,
    upcasts: [],
    key: id => ({ client: 'LANHAI', part: `COUNTER#${id}`, sort: '#' }),
  })
  const count = () =>
    execute(as(), async uow => {
      const held = await uow.getRecord(counter, 'first')
      const n = (held?.value.n ?? 0) + 1
      uow.putRecord(counter, 'first', { n }, held ? { version: held.version } : 'absent')
      return n
    })

  test('the first number of a series goes to one, the next to the other', async () => {
    expect((await Promise.all([count(), count(), count()])).sort()).toEqual([1, 2, 3])
  })

  test('what was made meanwhile is refused at once as existing', async () => {
    await write('made')
    const started = Date.now()
    expect(await refusal(write('made'))).toMatchObject({ status: 409, code: 'http.exists' })
    expect(Date.now() - started).toBeLessThan(1000)
  })
})
