import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'

export type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken: string; expiration: Date }
type Tags = { provider?: string; client?: string }

const sts = new STSClient({ maxAttempts: 3 })
const cache = new Map<string, Promise<Credentials>>()
const marginMs = 5 * 60_000

/**
 * Credentials of a role, tagged with provider and client, whose policy allows only keys with those tags.
 * Cached per (role, provider, client) until five minutes before they expire (wall clock).
 */
export async function assume(roleArn: string, tags: Tags): Promise<Credentials> {
  const key = `${roleArn}|${tags.provider ?? ''}|${tags.client ?? ''}`
  const cached = await cache.get(key)?.catch(() => undefined)
  if (cached && cached.expiration.getTime() - Date.now() > marginMs) return cached
  const fresh = request(roleArn, tags)
  cache.set(key, fresh)
  return fresh
}

async function request(roleArn: string, tags: Tags): Promise<Credentials> {
  const answer = await sts.send(
    new AssumeRoleCommand({
      RoleArn: roleArn,
      RoleSessionName: [tags.provider, tags.client].filter(Boolean).join('.').slice(0, 64) || 'pactdesk',
      DurationSeconds: 3600,
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  )
  const c = answer.Credentials
  if (!c?.AccessKeyId || !c.SecretAccessKey || !c.SessionToken || !c.Expiration)
    throw new Error(`STS gave no credentials for ${roleArn}`)
  return {
    accessKeyId: c.AccessKeyId,
    secretAccessKey: c.SecretAccessKey,
    sessionToken: c.SessionToken,
    expiration: c.Expiration,
  }
}
