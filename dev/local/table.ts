import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import type { StoredItem } from '@pactdesk/platform/audit/check'
import { HostFault } from '../host/fault.ts'
import { lockDataFolder } from '../host/lock.ts'
import { startProduct } from './product.ts'

export type OpenTable = {
  client: DynamoDBDocumentClient
  name: string
  /** A host is running, so others may write meanwhile. */
  shared: boolean
  /** Waits until streams and queues are empty. */
  drain: () => Promise<void>
  close: () => Promise<void>
}

/**
 * The operator's own access to a table: that of `DYNAMODB_ENDPOINT`, or of a data folder through its running host, or through one
 * started for the purpose. Throws `HostFault` when the folder holds nothing.
 */
export async function openTable(data: string): Promise<OpenTable> {
  const external = process.env.DYNAMODB_ENDPOINT
  if (external)
    return { client: clientAt(external), name: 'pactdesk', shared: true, drain: async () => {}, close: async () => {} }
  if (!existsSync(join(data, 'table.db'))) throw new HostFault(`There is no Pactdesk in ${data}; start one with "npm start".`)
  if (isLocked(data)) {
    const { url, table } = JSON.parse(readFileSync(join(data, 'local.json'), 'utf8')) as { url: string; table: string }
    const drain = async () => {
      const drained = await fetch(`${url}/_local/drain`, { method: 'POST' })
      if (!drained.ok) throw new HostFault(`The host at ${url} does not come to rest: ${drained.status} ${await drained.text()}`)
    }
    return { client: clientAt(table), name: 'pactdesk', shared: true, drain, close: async () => {} }
  }
  const { host, stop } = await startProduct({ data, port: 0, web: false, log: () => {} })
  return { client: clientAt(host.table.endpoint), name: host.table.name, shared: false, drain: () => host.drain(), close: stop }
}

/** Whether a host runs on the folder: it holds the lock for as long as it lives. */
function isLocked(data: string): boolean {
  try {
    lockDataFolder(data)()
    return false
  } catch (error) {
    if (error instanceof HostFault) return true
    throw error
  }
}

const clientAt = (endpoint: string) =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint, region: 'local', credentials: { accessKeyId: 'operator', secretAccessKey: 'operator' } }),
    { marshallOptions: { removeUndefinedValues: true } },
  )

export async function readTable({ client, name }: Pick<OpenTable, 'client' | 'name'>): Promise<StoredItem[]> {
  const items: StoredItem[] = []
  let start: Record<string, unknown> | undefined
  do {
    const page = await client.send(
      new ScanCommand({ TableName: name, ConsistentRead: true, ...(start && { ExclusiveStartKey: start }) }),
    )
    items.push(...((page.Items ?? []) as StoredItem[]))
    start = page.LastEvaluatedKey
  } while (start)
  return items
}
