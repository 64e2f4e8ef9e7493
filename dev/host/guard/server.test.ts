import { once } from 'node:events'
import type { Server } from 'node:http'
import { DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeFixture } from '../fixture/assembly.ts'
import { readModel } from '../template/model.ts'
import { createGuardServer } from './server.ts'
import { Sessions } from './sessions.ts'

const { roles, table, functions } = readModel(writeFixture())
const sessions = new Sessions('host key', roles)
const forwarded: { target: string; body: string }[] = []
const server: Server = createGuardServer({
  sessions,
  roles,
  table,
  forward: async (target, body) => {
    forwarded.push({ target, body })
    return { status: 200, contentType: 'application/x-amz-json-1.0', body: Buffer.from('{}') }
  },
})
let endpoint: string

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  endpoint = `http://127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(() => server.closeAllConnections())

const stsOf = (name: string) => {
  const credentials = sessions.ofFunction(functions.get(name)!)
  return new STSClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 })
}
const assume = (name: string, RoleArn: string, Tags = [{ Key: 'provider', Value: 'acme' }]) =>
  stsOf(name).send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test', Tags }))
const roleArn = (name: string) => roles.get(name)!.arn

describe('local STS, asked by the unchanged SDK', () => {
  it('hands out a role that policy and trust allow', async () => {
    const { Credentials } = await assume('api', roleArn('Staff'))
    expect(Credentials!.Expiration!.getTime() - Date.now()).toBeGreaterThan(3_500_000)
    const session = sessions.find(Credentials!.AccessKeyId!, Credentials!.SessionToken)
    expect(session?.principal).toMatchObject({ roleName: 'Staff', tags: { provider: 'acme' } })
    const { Arn } = await stsOf('api').send(new GetCallerIdentityCommand({}))
    expect(Arn).toBe('arn:aws:sts::000000000000:assumed-role/apiRole/api')
  })

  it('refuses a role that the caller may not assume, or that does not trust it', async () => {
    await expect(assume('tick', roleArn('Staff'))).rejects.toMatchObject({ name: 'AccessDenied' })
    await expect(assume('api', roleArn('Tick'))).rejects.toMatchObject({ name: 'AccessDenied' })
    await expect(assume('api', 'arn:aws:iam::000000000000:role/None')).rejects.toMatchObject({ name: 'AccessDenied' })
  })

  it('refuses tags when the caller may not tag', async () => {
    const untagged = structuredClone([...roles]).map(([name, role]) => {
      if (name === 'apiRole') for (const one of role.statements) one.Action = 'sts:AssumeRole'
      return [name, role] as const
    })
    const strict = new Sessions('host key', new Map(untagged))
    const guard = createGuardServer({
      sessions: strict,
      roles: new Map(untagged),
      table,
      forward: async () => Promise.reject(new Error('no')),
    })
    guard.listen(0, '127.0.0.1')
    await once(guard, 'listening')
    const sts = new STSClient({
      endpoint: `http://127.0.0.1:${(guard.address() as { port: number }).port}`,
      region: 'us-east-1',
      credentials: strict.ofFunction(functions.get('api')!),
      maxAttempts: 1,
    })
    const input = { RoleArn: roleArn('Staff'), RoleSessionName: 'test' }
    await expect(sts.send(new AssumeRoleCommand({ ...input, Tags: [{ Key: 'provider', Value: 'x' }] }))).rejects.toThrow(
      'sts:TagSession',
    )
    await expect(sts.send(new AssumeRoleCommand(input))).resolves.toBeDefined()
    guard.closeAllConnections()
    guard.close()
  })
})

describe('the guard, asked by the unchanged SDK', () => {
  const client = async () => {
    const { Credentials } = await assume('api', roleArn('Staff'))
    const { AccessKeyId, SecretAccessKey, SessionToken } = Credentials!
    const credentials = { accessKeyId: AccessKeyId!, secretAccessKey: SecretAccessKey!, sessionToken: SessionToken! }
    return new DynamoDBClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 })
  }
  const own = { pk: { S: 'P#acme#N' }, sk: { S: '1' } }

  it('forwards what the tag allows, without the client request token', async () => {
    const dynamo = await client()
    await dynamo.send(
      new TransactWriteItemsCommand({
        TransactItems: [{ Put: { TableName: 'notes', Item: { ...own, ClientRequestToken: { S: 'kept' } } } }],
      }),
    )
    const { target, body } = forwarded.at(-1)!
    expect(target).toBe('DynamoDB_20120810.TransactWriteItems')
    expect(JSON.parse(body)).toEqual({
      TransactItems: [{ Put: { TableName: 'notes', Item: { ...own, ClientRequestToken: { S: 'kept' } } } }],
    })
  })

  it('answers a foreign key with 403 and forwards nothing', async () => {
    const dynamo = await client()
    const before = forwarded.length
    await expect(
      dynamo.send(new GetItemCommand({ TableName: 'notes', Key: { pk: { S: 'P#acme2#N' }, sk: { S: '1' } } })),
    ).rejects.toMatchObject({
      name: 'AccessDeniedException',
      $metadata: { httpStatusCode: 403 },
    })
    expect(forwarded.length).toBe(before)
  })

  it('knows no forged, foreign or expired token', async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = sessions.assume(
      'Staff',
      'test',
      { provider: 'acme' },
      Date.now() + 60_000,
    )
    const stranger = new Sessions('another host', roles).assume('Staff', 'test', { provider: 'acme' }, Date.now() + 60_000)
    const expired = sessions.assume('Staff', 'test', { provider: 'acme' }, Date.now() - 1)
    const [payload, signature] = sessionToken.split('.')
    const widened = Buffer.from(Buffer.from(payload!, 'base64url').toString().replace('acme', 'rich')).toString('base64url')
    for (const credentials of [
      { accessKeyId, secretAccessKey, sessionToken: `${widened}.${signature}` },
      { accessKeyId: 'ASIAOTHER', secretAccessKey, sessionToken },
      { accessKeyId, secretAccessKey },
      stranger,
      expired,
    ]) {
      const dynamo = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 })
      await expect(dynamo.send(new GetItemCommand({ TableName: 'notes', Key: own }))).rejects.toMatchObject({
        name: 'UnrecognizedClientException',
      })
    }
  })
})
