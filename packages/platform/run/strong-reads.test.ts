import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTable } from '../../../test/support/emulator.ts'
import { noteAggregate, noteEvents } from '../../../test/support/note.ts'
import * as databases from '../table/database.ts'
import { staffOf } from '../use-cases/testing.ts'
import { type Clock, execute, reading } from './execute.ts'

let table: Awaited<ReturnType<typeof startTable>>
const clock: Clock = { wallNow: () => '2026-10-08T02:00:00.000Z', businessNow: () => '2026-10-08T02:00:00Z' }
const execution = { ctx: staffOf('one'), clock, correlationId: 'test' }
const ref = (at: number) => ({ client: 'LANHAI', id: `n${at}` })

beforeAll(async () => {
  table = await startTable()
  vi.spyOn(databases, 'databaseFor').mockReturnValue(table.database)
  for (let from = 0; from < 130; from += 10)
    await execute(execution, async uow => {
      for (let at = from; at < from + 10; at++)
        uow.create(noteAggregate, ref(at), [noteEvents.written.of({ text: `note ${at}` })])
    })
})
afterAll(() => table.stop())

/** Names of the requests that a piece of work sends. */
async function requests(work: (uow: ReturnType<typeof reading>) => Promise<unknown>): Promise<string[]> {
  const sent = vi.spyOn(table.database.client, 'send')
  await work(reading(execution))
  const names = sent.mock.calls.map(([command]) => command.constructor.name)
  sent.mockRestore()
  return names
}

test('an item is asked for once, whether it is there or not, and by however many at a time', async () => {
  const names = await requests(async uow => {
    const both = await Promise.all([uow.find(noteAggregate, ref(1)), uow.find(noteAggregate, ref(1))])
    expect(both.map(loaded => loaded?.state.text)).toEqual(['note 1', 'note 1'])
    expect(await uow.find(noteAggregate, ref(999))).toBeUndefined()
    expect(await uow.find(noteAggregate, ref(999))).toBeUndefined()
  })
  expect(names).toEqual(['GetCommand', 'GetCommand'])
})

test('many are read a hundred to a request, in the order asked, without those that are not there', async () => {
  const wanted = [...Array.from({ length: 130 }, (_, at) => ref(129 - at)), ref(999)]
  const names = await requests(async uow => {
    const found = await uow.findAll(noteAggregate, wanted)
    expect(found.map(({ ref: { id } }) => id)).toEqual(wanted.slice(0, 130).map(({ id }) => id))
    expect(found[0]).toMatchObject({ state: { text: 'note 129' }, version: 1 })
    await uow.find(noteAggregate, ref(7))
  })
  expect(names).toEqual(['BatchGetCommand', 'BatchGetCommand'])
})

test('what the table leaves over is asked for again', async () => {
  const send = table.database.client.send.bind(table.database.client)
  let first = true
  const busy = vi.spyOn(table.database.client, 'send').mockImplementation((async (command: never) => {
    const answer = (await send(command)) as { Responses?: Record<string, { pk: string }[]>; UnprocessedKeys?: unknown }
    if (!first || !answer.Responses) return answer
    first = false
    const [kept, ...dropped] = answer.Responses.pactdesk!
    return {
      Responses: { pactdesk: [kept] },
      UnprocessedKeys: { pactdesk: { Keys: dropped.map(({ pk }) => ({ pk, sk: '#' })) } },
    }
  }) as never)
  const found = await reading(execution).findAll(noteAggregate, [ref(1), ref(2), ref(3)])
  busy.mockRestore()
  expect(found.map(({ state }) => state.text)).toEqual(['note 1', 'note 2', 'note 3'])
})
