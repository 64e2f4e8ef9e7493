import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** What a use case asked of the table: how often each operation, and read and write units (0.5 R = 4 KB, eventually consistent). */
export type Usage = { operations: string; reads: number; writes: number }

type Command = { constructor: { name: string }; input: Record<string, unknown> }
type Capacity = { CapacityUnits?: number; ReadCapacityUnits?: number; WriteCapacityUnits?: number }

const short: Record<string, string> = { BatchGet: 'Batch', TransactWrite: 'Commit' }
const reading = new Set(['Get', 'Batch', 'Query'])
const order = ['Get', 'Batch', 'Query', 'Update', 'Put', 'Delete', 'Commit']

/** Counts operations and consumed units of a client's requests from now on, a commit as one operation. */
export function meter(client: DynamoDBDocumentClient) {
  const send = client.send.bind(client) as (command: Command) => Promise<Record<string, unknown>>
  let counts = new Map<string, number>()
  let units = { reads: 0, writes: 0 }
  const seen: ((command: Command) => void)[] = []

  client.send = (async (command: Command) => {
    const long = command.constructor.name.replace(/Command$/, '')
    const name = short[long] ?? long
    command.input.ReturnConsumedCapacity = 'TOTAL'
    counts.set(name, (counts.get(name) ?? 0) + 1)
    const answer = await send(command)
    const consumed = [answer.ConsumedCapacity ?? []].flat() as Capacity[]
    const total = consumed.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
    units[reading.has(name) ? 'reads' : 'writes'] += total
    for (const tell of seen) tell(command)
    return answer
  }) as unknown as typeof client.send

  return {
    onSent: (tell: (command: Command) => void) => {
      seen.push(tell)
    },
    async measure<T>(work: () => Promise<T>): Promise<{ value: T; usage: Usage }> {
      counts = new Map()
      units = { reads: 0, writes: 0 }
      const value = await work()
      const operations = order.flatMap(name => {
        const times = counts.get(name)
        return times === undefined ? [] : [times === 1 ? name : `${times} ${name}`]
      })
      return { value, usage: { operations: operations.join(', '), ...units } }
    },
  }
}
