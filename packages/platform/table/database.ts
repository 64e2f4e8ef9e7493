import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import type { TenantContext } from '@pactdesk/domain/kernel/context'
import { assume, type Credentials } from './credentials.ts'

/** A document client under one role's tags, and those credentials for files. */
export type Database = { table: string; client: DynamoDBDocumentClient; credentials: () => Promise<Credentials> }

export function env(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`environment variable ${name} is not set`)
  return value
}

const databases = new Map<string, Database>()

/** One cached client per (role, provider, client): the role's policy sees only keys with those tags. */
export function databaseUnder(roleArn: string, tags: { provider?: string; client?: string }): Database {
  const key = `${roleArn}|${tags.provider ?? ''}|${tags.client ?? ''}`
  const cached = databases.get(key)
  if (cached) return cached
  const credentials = () => assume(roleArn, tags)
  const base = new DynamoDBClient({ credentials, maxAttempts: process.env.AWS_ENDPOINT_URL_DYNAMODB ? 1 : 3 })
  const database = {
    table: env('TABLE_NAME'),
    client: DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } }),
    credentials,
  }
  databases.set(key, database)
  return database
}

/** Staff, consumers and timers work under the staff role of their provider; a client's people under the client role. */
export function databaseFor(context: TenantContext): Database {
  if (context.kind !== 'client') return databaseUnder(env('STAFF_ROLE_ARN'), { provider: context.provider })
  return databaseUnder(env('CLIENT_ROLE_ARN'), { provider: context.provider, client: context.client! })
}
