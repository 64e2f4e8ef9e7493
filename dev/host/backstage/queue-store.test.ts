import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openState } from '../state.ts'
import { QueueStore } from './queue-store.ts'

const arn = 'arn:aws:sqs:us-east-1:000000000000:q'
const dead = 'arn:aws:sqs:us-east-1:000000000000:dead'
const queues = [
  { name: 'q', arn, visibilitySeconds: 30, delaySeconds: 0, redrive: { deadLetterArn: dead, maxReceiveCount: 2 } },
  { name: 'dead', arn: dead, visibilitySeconds: 30, delaySeconds: 0 },
]
const folder = () => mkdtempSync(join(tmpdir(), 'pactdesk-data-'))
const start = 1_000_000

function opened(data = folder()) {
  const store = new QueueStore(openState(data), queues)
  const send = (...ids: string[]) =>
    store.send(
      ids.map(messageId => ({ queueArn: arn, messageId, body: messageId })),
      start,
    )
  return { data, store, send }
}
const ids = (messages: { messageId: string }[]) => messages.map(message => message.messageId)

describe('a queue in the state file', () => {
  it('gives messages in order, each to one receiver', () => {
    const { store, send } = opened()
    send('a', 'b', 'c')
    expect(ids(store.receive(arn, 2, start))).toEqual(['a', 'b'])
    expect(ids(store.receive(arn, 2, start))).toEqual(['c'])
    expect(store.visibleQueues(start)).toEqual(new Set())
    expect(store.pending([arn])).toBe(3)
  })

  it('shows a failed message again after a growing wait, counting its receives', () => {
    const { store, send } = opened()
    send('a')
    store.fail(arn, store.receive(arn, 1, start), 'no', start)
    expect(store.receive(arn, 1, start + 99)).toEqual([])
    expect(store.receive(arn, 1, start + 100)).toMatchObject([{ messageId: 'a', receives: 2, firstReceivedAt: start }])
  })

  it('buries a message after its last receive and gives it back on redrive, counted anew', () => {
    const { store, send } = opened()
    send('a')
    store.fail(arn, store.receive(arn, 1, start), 'no', start)
    store.fail(arn, store.receive(arn, 1, start + 100), 'still no', start + 100)
    expect(store.pending([arn])).toBe(0)
    expect(store.deadLetters()).toEqual([{ queue: 'dead', messages: 1 }])
    expect(store.redrive(start + 200)).toBe(1)
    expect(store.receive(arn, 1, start + 200)).toMatchObject([{ messageId: 'a', receives: 1 }])
    expect(store.deadLetters()).toEqual([])
  })

  it('gives what a dead process held to the next one at once', () => {
    const { data, store, send } = opened()
    send('a', 'b')
    store.delete(store.receive(arn, 1, start))
    expect(ids(store.receive(arn, 1, start))).toEqual(['b'])
    const next = opened(data)
    expect(next.store.receive(arn, 10, start)).toMatchObject([{ messageId: 'b', receives: 2 }])
  })
})
