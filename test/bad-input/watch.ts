import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DynamoDBClient, ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb'
import { canonical } from '@pactdesk/platform/run/canonical'
import type { TestProduct } from '../support/product.ts'

/** Parts of the host's state that a request can change: stored files, mail, what Stripe knows, messages on their way or given up. */
const outside = ['s3_objects', 'mail_messages', 'stripe_objects', 'host_messages', 'host_failed_records']

/**
 * Everything a product keeps, watched: `changes` tells what was added, changed or removed since it was asked last. Two things may
 * come and go and are no effect: the lease of a tick, and the counter of ticket numbers, which may have gaps.
 */
export class Watch {
  readonly #product: TestProduct
  readonly #file: DatabaseSync
  #written: unknown
  #items = new Map<string, string>()
  #rows = new Map<string, string>()

  private constructor(product: TestProduct) {
    this.#product = product
    this.#file = new DatabaseSync(join(product.data, 'table.db'), { readOnly: true })
  }

  static async over(product: TestProduct): Promise<Watch> {
    const watch = new Watch(product)
    await watch.changes()
    return watch
  }

  async changes(): Promise<string[]> {
    await this.#product.host.drain()
    const [items, rows] = [await this.#readItems(), this.#readRows()]
    const changed = [...differences(this.#items, items), ...differences(this.#rows, rows)]
    this.#items = items
    this.#rows = rows
    return changed
  }

  close(): void {
    this.#file.close()
  }

  /** All items of the table by key, each as a digest. While nothing at all was written to its file, they are as they were. */
  async #readItems(): Promise<Map<string, string>> {
    const { data_version: written } = this.#file.prepare('PRAGMA data_version').get() as { data_version: number }
    if (written === this.#written) return this.#items
    this.#written = written
    const items = new Map<string, string>()
    for await (const item of scan(this.#product)) {
      const [pk = '', sk = '', t = ''] = [item.pk, item.sk, item.t].map(each => each?.S)
      if (t === 'lease' || /#SEQ#T$/.test(pk)) continue
      items.set(`${t} ${pk} ${sk}`, createHash('sha256').update(canonical(item)).digest('hex'))
    }
    return items
  }

  #readRows(): Map<string, string> {
    const rows = outside.flatMap(table =>
      this.#product.host.state
        .prepare(`SELECT * FROM ${table}`)
        .all()
        .map((row): [string, string] => [`${table} ${JSON.stringify(row).slice(0, 160)}`, JSON.stringify(row)]),
    )
    return new Map(rows)
  }
}

async function* scan({ host: { table } }: TestProduct) {
  const credentials = { accessKeyId: 'operator', secretAccessKey: 'operator' }
  const client = new DynamoDBClient({ endpoint: table.endpoint, region: 'local', credentials })
  let start: ScanCommandOutput['LastEvaluatedKey']
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({ TableName: table.name, ConsistentRead: true, ...(start && { ExclusiveStartKey: start }) }),
    )
    yield* page.Items ?? []
    start = page.LastEvaluatedKey
  } while (start)
}

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const changed = [...after].flatMap(([key, digest]) =>
    before.get(key) === digest ? [] : [`${before.has(key) ? 'changed' : 'added'} ${key}`],
  )
  const gone = [...before.keys()].flatMap(key => (after.has(key) ? [] : [`removed ${key}`]))
  return [...changed, ...gone].sort()
}
