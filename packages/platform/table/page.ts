import { createHash } from 'node:crypto'
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import type { Scope } from '@pactdesk/domain/kernel/aggregate'
import type { TenantContext } from '@pactdesk/domain/kernel/context'
import { DomainFailure } from '@pactdesk/domain/kernel/result'
import type { Database } from './database.ts'
import { partitionKey, providerPrefix, scopePrefix } from './keys.ts'

export type Query = {
  /** Absent: the table itself. */
  index?: 'gsi1' | 'gsi2' | 'gsi4' | 'gsi5'
  /** Scope of the table query; index queries derive theirs (gsi1, gsi4: provider; gsi2, gsi5: client). */
  scope?: Scope
  client?: string
  part: string
  /** Inclusive bounds of the sort key, or its prefix. */
  from?: string
  to?: string
  prefix?: string
  reverse?: boolean
  limit: number
  cursor?: string
}

export type Page<Item> = { items: Item[]; next?: string }

/** One Query of one partition. The cursor is bound to tenant and query: one from elsewhere is refused as bad input. */
export async function queryPage(
  database: Database,
  context: TenantContext,
  query: Query,
): Promise<Page<Record<string, unknown>>> {
  const pk = keyOf(context, query)
  const [pkName, skName] = query.index ? [`${query.index}pk`, `${query.index}sk`] : ['pk', 'sk']
  const binding = createHash('sha256')
    .update(JSON.stringify([pk, query.index, query.from, query.to, query.prefix, query.reverse]))
    .digest('base64url')
  const { condition, values } = sortCondition(query)
  const answer = await database.client.send(
    new QueryCommand({
      TableName: database.table,
      ...(query.index && { IndexName: query.index }),
      ConsistentRead: !query.index,
      KeyConditionExpression: `#pk = :pk${condition}`,
      ExpressionAttributeNames: { '#pk': pkName!, ...(condition && { '#sk': skName! }) },
      ExpressionAttributeValues: { ':pk': pk, ...values },
      ScanIndexForward: !query.reverse,
      Limit: query.limit,
      ...(query.cursor && { ExclusiveStartKey: openCursor(query.cursor, binding, pkName!, pk) }),
    }),
  )
  const items = answer.Items ?? []
  return { items, ...(answer.LastEvaluatedKey && { next: sealCursor(answer.LastEvaluatedKey, binding) }) }
}

/** All pages up to a stated cap; more is an error, never a silent cut. */
export async function queryAll(database: Database, context: TenantContext, query: Omit<Query, 'limit' | 'cursor'>, cap = 3000) {
  const items: Record<string, unknown>[] = []
  let cursor: string | undefined
  do {
    const page = await queryPage(database, context, { ...query, limit: 1000, ...(cursor && { cursor }) })
    items.push(...page.items)
    cursor = page.next
    if (items.length > cap) {
      throw new DomainFailure({
        code: 'table.too-many',
        kind: 'conflict',
        detail: `more than ${cap} records in one list`,
        params: { cap },
      })
    }
  } while (cursor)
  return items
}

function keyOf(context: TenantContext, query: Query): string {
  if (!query.index) return partitionKey(context, query.scope ?? 'client', query.part, query.client)
  if (query.index === 'gsi1' || query.index === 'gsi4') {
    scopePrefix(context, 'provider')
    return providerPrefix(context) + query.part
  }
  return scopePrefix(context, 'client', query.client) + query.part
}

function sortCondition({ from, to, prefix }: Query): { condition: string; values: Record<string, string> } {
  if (prefix !== undefined) return { condition: ' AND begins_with(#sk, :from)', values: { ':from': prefix } }
  if (from !== undefined && to !== undefined)
    return { condition: ' AND #sk BETWEEN :from AND :to', values: { ':from': from, ':to': to } }
  if (from !== undefined) return { condition: ' AND #sk >= :from', values: { ':from': from } }
  if (to !== undefined) return { condition: ' AND #sk <= :to', values: { ':to': to } }
  return { condition: '', values: {} }
}

const sealCursor = (key: Record<string, unknown>, binding: string) =>
  Buffer.from(JSON.stringify({ b: binding, k: key })).toString('base64url')

function openCursor(cursor: string, binding: string, pkName: string, pk: string): Record<string, unknown> {
  try {
    const { b, k } = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as { b: string; k: Record<string, unknown> }
    if (b === binding && k[pkName] === pk) return k
  } catch {
    // an unreadable cursor is refused below like a foreign one
  }
  throw new DomainFailure({ code: 'page.bad-cursor', kind: 'invalid', detail: 'the cursor belongs to another list' })
}
