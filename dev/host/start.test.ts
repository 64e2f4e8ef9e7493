import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HostFault } from './fault.ts'
import { type FixtureHost, startFixture } from './fixture/host.ts'
import { startHost } from './start.ts'

describe('a host of the fixture', () => {
  let host: FixtureHost
  beforeAll(async () => {
    host = await startFixture()
  })
  afterAll(() => host.stop())

  it('carries a committed item over stream, relay, bus and queue to its consumer', async () => {
    const made = await host.ask('/api/notes/new', { method: 'POST', body: { id: 'n1' } })
    expect(made.status).toBe(201)
    expect(made.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    await host.drain()
    expect(host.effects()).toContainEqual({ consumed: 'n1', attempt: 1 })
    const list = (await (await host.ask('/api/notes/all')).json()) as { Count: number }
    expect(list.Count).toBe(1)
  })

  it('denies a key of another provider at the table, also one that begins alike', async () => {
    for (const of of ['other', 'acme2']) {
      expect((await host.ask('/api/notes/new', { method: 'POST', body: { id: 'x', of } })).status).toBe(403)
      expect((await host.ask(`/api/notes/all?of=${of}`)).status).toBe(403)
    }
  })

  it('gives a function no right on the table by its own role', async () => {
    expect((await host.ask('/api/notes/bare')).status).toBe(403)
  })

  it('hands over business time and payload 2.0', async () => {
    const echo = await host.ask('/api/notes/a%2Fb/echo?x=1&x=2', { method: 'POST', body: { hello: 1 } })
    const { event, clientContext } = (await echo.json()) as { event: Record<string, unknown>; clientContext: unknown }
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /api/notes/{proxy+}',
      queryStringParameters: { x: '1,2' },
      pathParameters: { proxy: 'a/b/echo' },
      body: '{"hello":1}',
      isBase64Encoded: false,
    })
    expect(clientContext).toEqual({ businessOffsetMs: 0 })
  })

  it('asks the authorizer once for the same identity, and not at all without one', async () => {
    const calls = async () => {
      const { event } = (await (await host.ask('/api/notes/echo', { as: 'cached' })).json()) as {
        event: { requestContext: { authorizer: { lambda: { calls: string } } } }
      }
      return event.requestContext.authorizer.lambda.calls
    }
    expect(await calls()).toBe(await calls())
    expect((await fetch(`${host.url}/api/notes/echo`)).status).toBe(401)
    expect((await host.ask('/api/notes/echo', { token: 'forged' })).status).toBe(401)
    expect((await host.ask('/api/notes/echo', { token: 'stranger' })).status).toBe(403)
    expect((await host.ask('/api/notes/echo', { token: 'broken' })).status).toBe(500)
    expect((await fetch(`${host.url}/api/none`)).status).toBe(404)
  })

  it('replaces a function that crashed', async () => {
    expect((await host.ask('/api/notes/crash')).status).toBe(500)
    expect((await host.ask('/api/notes/all')).status).toBe(200)
  })

  it('refuses a body over 10 MB', async () => {
    const answer = await host.ask('/api/notes/new', { method: 'POST', body: { id: 'x'.repeat(10 * 1024 * 1024) } })
    expect(answer.status).toBe(413)
  })

  it('buries a message after its receives, shows it, and redrives it', async () => {
    await host.ask('/api/notes/new', { method: 'POST', body: { id: 'sick', mode: 'poison' } })
    await host.drain()
    expect((await host.snapshot()).dlq).toEqual([{ queue: 'Dead', messages: 1 }])
    writeFileSync(`${host.effectsFile}.cure`, '')
    expect(await host.redrive()).toBe(1)
    await host.drain()
    expect(host.effects()).toContainEqual({ consumed: 'sick', attempt: 1 })
    expect((await host.snapshot()).dlq).toEqual([])
  })

  it('keeps a record that the relay never takes, without stalling those after it', async () => {
    await host.ask('/api/notes/new', { method: 'POST', body: { id: 'lost', mode: 'unrelayable' } })
    await host.ask('/api/notes/new', { method: 'POST', body: { id: 'after' } })
    await host.drain()
    expect(host.effects()).toContainEqual({ consumed: 'after', attempt: 1 })
    expect((await host.snapshot()).failedRecords).toBe(1)
  })

  it('refuses a second host on the folder and one on the port', async () => {
    await expect(startHost({ data: host.data, port: 0, cdkOut: host.cdkOut, web: false })).rejects.toThrow(
      'Another Pactdesk is running',
    )
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as { port: number }
    const data = mkdtempSync(join(tmpdir(), 'pactdesk-data-'))
    await expect(startHost({ data, port, cdkOut: host.cdkOut, web: false })).rejects.toThrow(`Port ${port} is in use`)
    taken.close()
  })

  it('says what is missing: template, web app', async () => {
    const data = mkdtempSync(join(tmpdir(), 'pactdesk-data-'))
    await expect(startHost({ data, port: 0, cdkOut: data, web: false })).rejects.toThrow('There is no synthesized template')
    await expect(startHost({ data, port: 0, cdkOut: host.cdkOut, web: data })).rejects.toThrow('The web app is not built')
  })
})

describe('the template is the one source of truth', () => {
  it('a removed rule stops its consumer', async () => {
    const host = await startFixture({ edit: ({ App }) => delete App.Resources.Rule })
    expect((await host.ask('/api/notes/new', { method: 'POST', body: { id: 'n1' } })).status).toBe(201)
    await host.drain()
    expect(host.effects()).toEqual([{ relayed: 1 }])
    await host.stop()
  })

  it('a removed policy statement denies the write and nothing else', async () => {
    const host = await startFixture({
      edit: ({ App }) => {
        const staff = App.Resources.Staff as unknown as {
          Properties: { Policies: { PolicyDocument: { Statement: unknown[] } }[] }
        }
        staff.Properties.Policies[0]!.PolicyDocument.Statement.pop()
      },
    })
    expect((await host.ask('/api/notes/new', { method: 'POST', body: { id: 'n1' } })).status).toBe(403)
    expect((await host.ask('/api/notes/all')).status).toBe(200)
    await host.stop()
  })

  it('a bad pattern stops the start with its rule, and leaves the folder free', async () => {
    const data = mkdtempSync(join(tmpdir(), 'pactdesk-data-'))
    const bad = startFixture({
      data,
      edit: ({ App }) =>
        Object.assign((App.Resources.Rule as { Properties: object }).Properties, { EventPattern: { source: [] } }),
    })
    await expect(bad).rejects.toSatisfy(
      error => error instanceof HostFault && /Rule Rule has a bad event pattern/.test(error.message),
    )
    const host = await startFixture({ data })
    await host.stop()
  })

  it('a role that does not trust the function is not assumed', async () => {
    const host = await startFixture({
      edit: ({ App }) => {
        const staff = App.Resources.Staff as unknown as {
          Properties: { AssumeRolePolicyDocument: { Statement: { Principal: unknown }[] } }
        }
        staff.Properties.AssumeRolePolicyDocument.Statement[0]!.Principal = { AWS: { 'Fn::GetAtt': ['tickRole', 'Arn'] } }
      },
    })
    const answer = await host.ask('/api/notes/all')
    expect(answer.status).toBe(500)
    expect(await answer.json()).toMatchObject({ message: 'AccessDenied' })
    await host.stop()
  })
})
