import { createHash } from 'node:crypto'
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { type Membership, supersedes } from '@pactdesk/domain/tenancy/membership'
import { databaseUnder, env } from '../table/database.ts'

type Names = { zh: string; en: string }
/** A membership with what a chooser of workspaces shows. */
export type DirectoryEntry = Membership & { personName: string; providerName: Names; clientName?: Names }

/**
 * The directory `G#…`: who a verified (issuer, subject) is. Read by the authorizer, written by the tenancy consumer (and by
 * the operator's provisioning) alone, each under its own role.
 */
export const subjectKey = (issuer: string, subject: string) =>
  `G#SUB#${createHash('sha256').update(`${issuer}|${subject}`).digest('hex').slice(0, 40)}`

export async function membershipsOf(issuer: string, subject: string): Promise<DirectoryEntry[]> {
  const { client, table } = databaseUnder(env('DIRECTORY_READ_ROLE_ARN'), {})
  const answer = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': subjectKey(issuer, subject) },
      ConsistentRead: true,
      Limit: 100,
    }),
  )
  return (answer.Items ?? []).map(item => item.data as DirectoryEntry).filter(entry => entry.status === 'active')
}

/** Writes what the person is now; an older or repeated message changes nothing. */
export async function writeMembership(entry: DirectoryEntry): Promise<void> {
  const { client, table } = databaseUnder(env('DIRECTORY_WRITE_ROLE_ARN'), {})
  const key = { pk: subjectKey(entry.issuer, entry.subject), sk: entry.workspace }
  for (let attempt = 1; ; attempt++) {
    const held = (await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item
    if (!supersedes(entry, held?.data as Membership | undefined)) return
    const version = (held?.v as number | undefined) ?? 0
    try {
      await client.send(
        new PutCommand({
          TableName: table,
          Item: { ...key, t: 'membership', sv: 1, v: version + 1, data: entry },
          ConditionExpression: 'attribute_not_exists(pk) OR #v = :v',
          ExpressionAttributeNames: { '#v': 'v' },
          ExpressionAttributeValues: { ':v': version },
        }),
      )
      return
    } catch (error) {
      if ((error as Error).name !== 'ConditionalCheckFailedException' || attempt === 3) throw error
    }
  }
}
