import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { StoredItem } from '@pactdesk/platform/audit/check'
import { startProduct } from './product.ts'

export type OpenTable = { client: DynamoDBDocumentClient; name: string; close: () => Promise<void> }

/** The operator's own access to the table of a data folder: through its running host, or one started for the purpose. */
export async function openTable(data: string): Promise<OpenTable> {
  const running = runningTable(data)
  if (running) return { client: clientAt(running), name: 'pactdesk', close: async () => {} }
  const product = await startProduct({ data, port: 0, log: () => {} })
  await product.host.drain()
  return { client: clientAt(product.host.table.endpoint), name: product.host.table.name, close: () => product.stop() }
}

function runningTable(data: string): string | undefined {
  if (process.env.DYNAMODB_ENDPOINT) return process.env.DYNAMODB_ENDPOINT
  const file = join(data, 'local.json')
  if (!existsSync(file)) return undefined
  const { pid, table } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; table: string }
  try {
    process.kill(pid, 0)
    return table
  } catch {
    return undefined
  }
}

const clientAt = (endpoint: string) =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint, region: 'local', credentials: { accessKeyId: 'operator', secretAccessKey: 'operator' } }),
    { marshallOptions: { removeUndefinedValues: true } },
  )

export async function* scan({ client, name }: OpenTable): AsyncGenerator<StoredItem> {
  let start: Record<string, unknown> | undefined
  do {
    const page = await client.send(new ScanCommand({ TableName: name, ...(start && { ExclusiveStartKey: start }) }))
    yield* (page.Items ?? []) as StoredItem[]
    start = page.LastEvaluatedKey
  } while (start)
}
