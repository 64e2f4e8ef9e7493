import type { Envelope } from '@pactdesk/domain/kernel/event'
import { subscriptions } from '@pactdesk/domain/subscriptions'
import { consumer } from '@pactdesk/platform/events/consumer'
import { notificationReactions } from '@pactdesk/platform/use-cases/notifications/index'
import type { SQSEvent } from 'aws-lambda'
import { randomFrom } from './plant.ts'
import type { World } from './world.ts'

/** How the events of one moment are handed over; those they cause in turn belong to the next moment. */
export type Order = (events: Envelope[]) => Envelope[]
export const inOrder: Order = events => events

/** Each event twice, in an order of its own. */
export const shuffled =
  (seed: number): Order =>
  events => {
    const random = randomFrom(seed)
    return events
      .flatMap(event => [event, event])
      .map(event => ({ event, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ event }) => event)
  }

const patience = 50

/**
 * All consumers hear what waits, until nothing new is said; `also` may hear it too and give it back. What a consumer gives back comes
 * again after the others, as from a queue. Throws when something is never taken.
 */
export async function drainIn(
  { product }: Pick<World, 'product'>,
  order: Order,
  also: (event: Envelope) => Promise<boolean> = async () => true,
): Promise<void> {
  let back: Envelope[] = []
  for (let round = 0; ; round++) {
    const events = [...order(product.takeAll()), ...back]
    if (events.length === 0) return
    if (round > patience) throw new Error(`never taken: ${back.map(({ type, data }) => `${type} ${JSON.stringify(data)}`)}`)
    back = []
    for (const event of events) {
      const taken = await product.deliver(event).then(
        () => also(event),
        () => false,
      )
      if (!taken) back.push(event)
    }
  }
}

/** The consumer that writes mail hears an event; false: it gave it back. */
export async function notify({ product: { context } }: Pick<World, 'product'>, event: Envelope): Promise<boolean> {
  if (!subscriptions.notifications.some(({ type }) => type === event.type)) return true
  const batch = { Records: [{ messageId: event.id, body: JSON.stringify({ detail: event }) }] } as unknown as SQSEvent
  return (await consumer('notifications', notificationReactions)(batch, context())).batchItemFailures.length === 0
}
