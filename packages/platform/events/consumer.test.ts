import type { Envelope } from '@pactdesk/domain/kernel/event'
import type { Context, SQSEvent } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { atRandom, first, plantFaults } from '../../../test/faults/plant.ts'
import { startTable } from '../../../test/support/emulator.ts'
import { noteAggregate, noteEvents } from '../../../test/support/note.ts'
import { logger } from '../http/api.ts'
import { reading } from '../run/execute.ts'
import * as databases from '../table/database.ts'
import { consumer, react, systemContext } from './consumer.ts'

let table: Awaited<ReturnType<typeof startTable>>
let faults: ReturnType<typeof plantFaults>
beforeAll(async () => {
  table = await startTable()
  faults = plantFaults(table.database.client)
  vi.stubEnv('STAGE', 'local')
  vi.spyOn(databases, 'databaseFor').mockImplementation(() => table.database)
  vi.spyOn(logger, 'error').mockReturnValue()
  vi.spyOn(Math, 'random').mockReturnValue(0.01)
})
afterAll(() => {
  table.stop()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

/** Writes what it heard onto one note, letter by letter: hearing an event twice would show. */
const heard = (note: string) => async (data: { text: string }, uow: Parameters<Parameters<typeof react>[1]>[0]['uow']) => {
  if (data.text === 'poison') throw new Error('poison')
  const ref = { client: 'LANHAI', id: note }
  const held = await uow.find(noteAggregate, ref)
  if (held) uow.append(held, [noteEvents.amended.of({ text: held.state.text + data.text })])
  else uow.create(noteAggregate, ref, [noteEvents.written.of({ text: data.text })])
}
const listening = (note: string) => {
  const hear = heard(note)
  const run = consumer(note, [react(noteEvents.written, ({ event, uow }) => hear(event.data, uow))])
  return (...bodies: string[]) =>
    run(
      { Records: bodies.map((body, at) => ({ messageId: `m${at}`, body })) } as unknown as SQSEvent,
      { clientContext: { businessOffsetMs: 0 } } as unknown as Context,
    )
}
const message = (id: string, data: object = { text: id }, type = noteEvents.written.type) =>
  JSON.stringify({ detail: { id, type, provider: 'one', origin: 'user', correlationId: 'c', data } as unknown as Envelope })
const failed = (...ids: string[]) => ({ batchItemFailures: ids.map(itemIdentifier => ({ itemIdentifier })) })
const clock = { wallNow: () => '2026-10-08T02:00:00.000Z', businessNow: () => '2026-10-08T02:00:00Z' }
const textOf = async (id: string) => {
  const ctx = systemContext('one', { kind: 'system', id: 'test', name: 'test' })
  return (await reading({ ctx, clock, correlationId: 'test' }).load(noteAggregate, { client: 'LANHAI', id })).state.text
}

describe('a consumer', () => {
  test('reports the messages that failed, and those alone', async () => {
    const take = listening('mixed')
    const bad = message('x', { text: 7 })
    expect(await take(message('a'), message('poison'), 'no JSON', bad, message('b'))).toEqual(failed('m1', 'm2', 'm3'))
    expect(await textOf('mixed')).toBe('ab')
  })

  test('takes an event once, within a batch, in a later one and in two at the same time', async () => {
    const take = listening('once')
    await take(message('a'), message('a'), message('b'))
    await Promise.all([take(message('a'), message('c')), take(message('c'), message('b'))])
    expect(await textOf('once')).toBe('abc')
  })

  test('knows events of two providers with the same id apart', async () => {
    const take = listening('apart')
    const other = message('a').replace('"provider":"one"', '"provider":"two"')
    expect(await take(message('a'), other)).toEqual(failed())
    expect(await textOf('apart')).toBe('a')
  })

  test('has nothing to do with events it has no reaction to', async () => {
    expect(await listening('deaf')(message('a', {}, 'test.other.v1' as never))).toEqual(failed())
  })

  test('gives back what a busy table refused, and takes it later', async () => {
    const take = listening('busy')
    const busy = first('throttled', 'throttled', 'throttled', 'throttled')
    expect(await faults.under(busy, () => take(message('a'), message('b')))).toEqual(failed('m0'))
    expect(await take(message('a'))).toEqual(failed())
    expect(await textOf('busy')).toBe('ba')
  })

  test.each([1, 2, 3, 4])('delivered until taken, through faults at random (seed %i), each event has one effect', async seed => {
    const take = listening(`random-${seed}`)
    let left = [...'abcdef'].map(id => message(id))
    for (let round = 0; left.length > 0; round++) {
      const { batchItemFailures } = await faults.under(atRandom(seed + round, 0.4), () => take(...left))
      const back = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
      left = left.filter((_, at) => back.has(`m${at}`))
    }
    expect([...(await textOf(`random-${seed}`))].sort().join('')).toBe('abcdef')
  })
})
