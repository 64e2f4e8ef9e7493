import { createHash } from 'node:crypto'
import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { databaseUnder, env } from '../table/database.ts'

/**
 * The directory `G#…`: who a verified (issuer, subject) is. Read by the authorizer, written by the tenancy
 * consumer alone, each under its own role. A workspace is `<provider>` for staff, `<provider>.<CLIENT>` for a client's people.
 */
export const Membership = z.object({
  issuer: z.string(),
  subject: z.string(),
  workspace: z.string(),
  kind: z.enum(['staff', 'client']),
  provider: z.string(),
  providerName: z.object({ zh: z.string(), en: z.string() }),
  client: z.string().optional(),
  clientName: z.object({ zh: z.string(), en: z.string() }).optional(),
  contact: z.string().optional(),
  personName: z.string(),
  roles: z.array(z.string()),
  clients: z.union([z.literal('*'), z.array(z.string())]),
})
export type Membership = z.infer<typeof Membership>

export const subjectKey = (issuer: string, subject: string) =>
  `G#SUB#${createHash('sha256').update(`${issuer}|${subject}`).digest('hex').slice(0, 40)}`

const reader = () => databaseUnder(env('DIRECTORY_READ_ROLE_ARN'), {})
const writer = () => databaseUnder(env('DIRECTORY_WRITE_ROLE_ARN'), {})

export async function membershipsOf(issuer: string, subject: string): Promise<Membership[]> {
  const { client, table } = reader()
  const answer = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': subjectKey(issuer, subject) },
      ConsistentRead: true,
      Limit: 100,
    }),
  )
  return (answer.Items ?? []).map(item => Membership.parse(item.data))
}

/** Upserts; a redelivered or older event (by `version` of the person) changes nothing. */
export async function writeMembership(membership: Membership, version: number): Promise<void> {
  const { client, table } = writer()
  await ignoringOlder(
    client.send(
      new PutCommand({
        TableName: table,
        Item: {
          pk: subjectKey(membership.issuer, membership.subject),
          sk: membership.workspace,
          t: 'membership',
          sv: 1,
          v: version,
          data: membership,
        },
        ConditionExpression: 'attribute_not_exists(pk) OR #v < :v',
        ExpressionAttributeNames: { '#v': 'v' },
        ExpressionAttributeValues: { ':v': version },
      }),
    ),
  )
}

export async function removeMembership(
  key: { issuer: string; subject: string; workspace: string },
  version: number,
): Promise<void> {
  const { client, table } = writer()
  await ignoringOlder(
    client.send(
      new DeleteCommand({
        TableName: table,
        Key: { pk: subjectKey(key.issuer, key.subject), sk: key.workspace },
        ConditionExpression: 'attribute_not_exists(pk) OR #v < :v',
        ExpressionAttributeNames: { '#v': 'v' },
        ExpressionAttributeValues: { ':v': version },
      }),
    ),
  )
}

async function ignoringOlder(write: Promise<unknown>): Promise<void> {
  try {
    await write
  } catch (error) {
    if ((error as Error).name !== 'ConditionalCheckFailedException') throw error
  }
}
