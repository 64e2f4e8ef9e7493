import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Database } from '../table/database.ts'
import { StoreTrouble } from './trouble.ts'

type Key = { pk: string; sk: string }
type Item = Record<string, unknown>

/** DynamoDB answers at most 100 items to one BatchGetItem. */
const atOnce = 100
const attempts = 8

/**
 * Strong reads of one unit of work. An item is read once, also one that is not there, and also when several parts of a use case
 * ask for it at the same time: all of them decide on the same copy, and the commit's conditions tell when it is outdated.
 */
export class StrongReads {
  readonly #database: Database
  readonly #items = new Map<string, Promise<Item | undefined>>()

  constructor(database: Database) {
    this.#database = database
  }

  get(key: Key): Promise<Item | undefined> {
    const name = nameOf(key)
    const known = this.#items.get(name)
    if (known) return known
    const item = this.#one(key)
    this.#items.set(name, item)
    return item
  }

  /** Reads many that are not known yet, a hundred to a request, so that `get` finds them at hand. */
  async fetch(keys: readonly Key[]): Promise<void> {
    const wanted = new Map(keys.map(key => [nameOf(key), key]))
    const missing = [...wanted].filter(([name]) => !this.#items.has(name)).map(([, key]) => key)
    if (missing.length <= 1) return
    for (let at = 0; at < missing.length; at += atOnce) {
      const some = missing.slice(at, at + atOnce)
      const found = await this.#many(some)
      for (const name of some.map(nameOf)) this.#items.set(name, Promise.resolve(found.get(name)))
    }
  }

  async #one(key: Key): Promise<Item | undefined> {
    const { client, table } = this.#database
    return (await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item
  }

  /** What DynamoDB leaves over when it is busy, or beyond 16 MB, is asked for again after a jittered pause. */
  async #many(keys: readonly Key[]): Promise<Map<string, Item>> {
    const { client, table } = this.#database
    const items = new Map<string, Item>()
    let left: Item[] = [...keys]
    for (let attempt = 1; left.length > 0; attempt++) {
      const answer = await client.send(new BatchGetCommand({ RequestItems: { [table]: { Keys: left, ConsistentRead: true } } }))
      for (const item of answer.Responses?.[table] ?? []) items.set(nameOf(item as Key), item)
      left = answer.UnprocessedKeys?.[table]?.Keys ?? []
      if (left.length === 0) break
      if (attempt === attempts) throw new StoreTrouble('busy', `${left.length} of ${keys.length} items were not read`)
      await new Promise(resolve => setTimeout(resolve, Math.random() * 40 * 2 ** attempt))
    }
    return items
  }
}

const nameOf = ({ pk, sk }: Key) => `${pk}\n${sk}`
