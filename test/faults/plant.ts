import {
  ProvisionedThroughputExceededException,
  ThrottlingException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/**
 * What DynamoDB does to a request in a bad moment, and the embedded emulator never does by itself. `conflict`: another transaction
 * holds an item; `cancelled-busy`: a partition refused its part of a transaction; `throttled`, `throughput`: refused as a whole;
 * `no-answer`: broke off before anything was written; `lost-answer`: written, but the answer never came.
 */
export type Fault = 'conflict' | 'cancelled-busy' | 'throttled' | 'throughput' | 'no-answer' | 'lost-answer'
type Sent = { operation: string; writes: boolean }
/** Decides the fate of the next request. */
export type Plan = (sent: Sent) => Fault | undefined

/** An item that was written: its key, and its type, for events their own. */
export type Written = { key: string; what: string }

type Item = { pk: string; sk: string; t: string; data?: { type?: string } }
type Write = { Put?: { Item: Item }; Delete?: { Key: Pick<Item, 'pk' | 'sk'> } }
type Command = { constructor: { name: string }; input: { TransactItems?: Write[]; Item?: Item } }

/** Stands between a document client and its table: faults befall requests while a plan is in force. What was written is noted. */
export function plantFaults(client: DynamoDBDocumentClient) {
  const request = client.send.bind(client) as (command: Command) => Promise<unknown>
  const written: Written[] = []
  const send = async (command: Command) => {
    const answer = await request(command)
    written.push(...writesOf(command))
    return answer
  }
  let plan: Plan | undefined
  client.send = (async (command: Command) => {
    const operation = command.constructor.name.replace(/Command$/, '')
    const fault = plan?.({ operation, writes: /Write|Put|Update|Delete/.test(operation) })
    if (!fault) return send(command)
    if (fault === 'lost-answer') await send(command)
    throw failureOf(fault, command.input.TransactItems?.length ?? 1)
  }) as unknown as typeof client.send
  return {
    /** All that commits have written so far, numbers that may have gaps left out. */
    written: written as readonly Written[],
    async under<T>(wanted: Plan, work: () => Promise<T>): Promise<T> {
      plan = wanted
      try {
        return await work()
      } finally {
        plan = undefined
      }
    },
  }
}

function writesOf({ input }: Command): Written[] {
  const writes = input.TransactItems ?? (input.Item ? [{ Put: { Item: input.Item } }] : [])
  return writes.flatMap(({ Put, Delete }) => {
    if (Put) {
      const { pk, sk, t, data } = Put.Item
      return [{ key: `${pk} ${sk}`, what: t === 'event' ? data!.type! : t }]
    }
    return Delete ? [{ key: `${Delete.Key.pk} ${Delete.Key.sk}`, what: 'deleted' }] : []
  })
}

function failureOf(fault: Fault, items: number): Error {
  const known = { message: `planted: ${fault}`, $metadata: {} }
  const cancelled = (Code: string) =>
    new TransactionCanceledException({
      ...known,
      CancellationReasons: Array.from({ length: items }, (_, at) => ({ Code: at === items - 1 ? Code : 'None' })),
    })
  switch (fault) {
    case 'conflict':
      return cancelled('TransactionConflict')
    case 'cancelled-busy':
      return cancelled('ProvisionedThroughputExceeded')
    case 'throttled':
      return new ThrottlingException(known)
    case 'throughput':
      return new ProvisionedThroughputExceededException(known)
    default:
      return Object.assign(new Error(known.message), { name: 'TimeoutError' })
  }
}

const inCommits: readonly Fault[] = ['conflict', 'cancelled-busy', 'throttled', 'throughput', 'no-answer', 'lost-answer']
const inRequests: readonly Fault[] = ['throttled', 'throughput', 'no-answer']

/** Faults that can befall a request: an answer is lost only where it matters, a transaction alone is cancelled. */
const possible = ({ operation, writes }: Sent): readonly Fault[] => {
  if (operation === 'TransactWrite') return inCommits
  return writes ? [...inRequests, 'lost-answer'] : inRequests
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Each request meets one of its possible faults with probability `rate`. */
export function atRandom(seed: number, rate: number): Plan {
  const random = randomFrom(seed)
  return sent => {
    if (random() >= rate) return undefined
    const faults = possible(sent)
    return faults[Math.floor(random() * faults.length)]
  }
}

/** Every commit, or every request, meets this fault: it does not end. */
export const always =
  (fault: Fault, where: 'commits' | 'requests' = 'commits'): Plan =>
  ({ operation }) =>
    where === 'requests' || operation === 'TransactWrite' ? fault : undefined

/** The first commits meet these faults, one each; then the table is well. */
export function first(...faults: Fault[]): Plan {
  const left = [...faults]
  return ({ operation }) => (operation === 'TransactWrite' ? left.shift() : undefined)
}
