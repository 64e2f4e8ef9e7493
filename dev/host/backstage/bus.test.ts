import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge'
import { afterEach, describe, expect, it } from 'vitest'
import { writeFixture } from '../fixture/assembly.ts'
import { Sessions } from '../guard/sessions.ts'
import { openState } from '../state.ts'
import { readModel } from '../template/model.ts'
import type { RuleModel } from '../template/rules.ts'
import { createBus } from './bus.ts'
import { QueueStore } from './queue-store.ts'

const model = readModel(writeFixture())
const queue = 'arn:aws:sqs:us-east-1:000000000000:Queue'
const opened: { closeAllConnections: () => void; close: () => void }[] = []
afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function bus(as: string, rules: RuleModel[] = model.rules) {
  const state = openState(mkdtempSync(join(tmpdir(), 'pactdesk-data-')))
  const sessions = new Sessions('key', model.roles)
  const store = new QueueStore(state, model.queues)
  let stored = 0
  const server = createBus({ state, store, sessions, buses: model.buses, rules, stored: () => stored++ })
  opened.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const client = new EventBridgeClient({
    endpoint: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    region: 'us-east-1',
    credentials: sessions.ofFunction(model.functions.get(as)!),
    maxAttempts: 1,
  })
  const put = (...Entries: PutEventsRequestEntry[]) => client.send(new PutEventsCommand({ Entries }))
  const bodies = () => store.receive(queue, 10).map(message => JSON.parse(message.body) as Record<string, unknown>)
  return { put, bodies, stored: () => stored }
}
const entry = { EventBusName: 'notes', Source: 'test.notes', DetailType: 'note.made', Detail: '{"id":"n1"}' }

describe('the local event bus', () => {
  it('stores a matched event for its queue before it answers, in the service’s form', async () => {
    const { put, bodies, stored } = await bus('relay')
    const Time = new Date('2026-10-04T03:30:00Z')
    const { FailedEntryCount, Entries } = await put({ ...entry, Time }, { ...entry, DetailType: 'other' })
    expect(FailedEntryCount).toBe(0)
    expect(bodies()).toEqual([
      {
        version: '0',
        id: Entries![0]!.EventId,
        source: 'test.notes',
        'detail-type': 'note.made',
        account: '000000000000',
        region: 'us-east-1',
        time: '2026-10-04T03:30:00Z',
        resources: [],
        detail: { id: 'n1' },
      },
    ])
    expect(stored()).toBe(1)
  })

  it('fails a bad entry alone', async () => {
    const { put, bodies } = await bus('relay')
    const { FailedEntryCount, Entries } = await put({ ...entry, Detail: 'no json' }, entry, {
      ...entry,
      Detail: `{"x":"${'x'.repeat(262_144)}"}`,
    })
    expect(FailedEntryCount).toBe(2)
    expect(Entries!.map(answer => answer.ErrorCode)).toEqual(['ValidationError', undefined, 'ValidationError'])
    expect(bodies()).toHaveLength(1)
  })

  it('lets only the role that may put events put them, and only on its bus', async () => {
    await expect((await bus('api')).put(entry)).rejects.toMatchObject({ name: 'AccessDeniedException' })
    await expect((await bus('relay')).put({ ...entry, EventBusName: 'default' })).rejects.toMatchObject({
      name: 'AccessDeniedException',
    })
  })

  it('sends a part of the event, or a constant, where the rule says so', async () => {
    const [rule] = model.rules
    const targets = [
      { arn: queue, inputPath: '$.detail' },
      { arn: queue, input: '{"fixed":true}' },
    ]
    const { put, bodies } = await bus('relay', [{ ...rule!, targets }])
    await put(entry)
    expect(bodies()).toEqual([{ id: 'n1' }, { fixed: true }])
  })

  it('refuses to start with a bad pattern', async () => {
    const [rule] = model.rules
    await expect(bus('relay', [{ ...rule!, pattern: { source: [] } }])).rejects.toThrow('Rule Rule has a bad event pattern')
  })
})
