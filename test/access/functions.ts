import { randomUUID } from 'node:crypto'
import { type Api, createApi } from '@pactdesk/domain/kernel/client'
import type { Role, TenantContext } from '@pactdesk/domain/kernel/context'
import type { Envelope } from '@pactdesk/domain/kernel/event'
import { subscriptions } from '@pactdesk/domain/subscriptions'
import { consumer, type Reaction } from '@pactdesk/platform/events/consumer'
import * as store from '@pactdesk/platform/files/store'
import { apiHandler, type RouteHandler } from '@pactdesk/platform/http/api'
import type { ApiEvent, AuthorizerContext } from '@pactdesk/platform/http/request-context'
import { tick } from '@pactdesk/platform/run/tick'
import * as databases from '@pactdesk/platform/table/database'
import { billingReactions, handlers as finance } from '@pactdesk/platform/use-cases/billing/index'
import { handlers as devices } from '@pactdesk/platform/use-cases/configuration/index'
import { contractReactions, handlers as contracts } from '@pactdesk/platform/use-cases/contract/index'
import { handlers as desk } from '@pactdesk/platform/use-cases/desk/index'
import { documentReactions } from '@pactdesk/platform/use-cases/documents/index'
import { planDueVisits, handlers as visits } from '@pactdesk/platform/use-cases/field-service/index'
import { handlers as tenancy, tenancyReactions } from '@pactdesk/platform/use-cases/tenancy/index'
import { timers } from '@pactdesk/platform/use-cases/timers'
import type { Context, SQSEvent } from 'aws-lambda'
import { vi } from 'vitest'
import { startTable } from '../support/emulator.ts'
import { meter } from './meter.ts'

type Stored = { t?: string; data?: unknown }

const reactions: Record<keyof typeof subscriptions, readonly Reaction[]> = {
  tenancy: tenancyReactions,
  contract: [...contractReactions, planDueVisits],
  documents: documentReactions,
  billing: billingReactions,
  notifications: [],
}

/** The functions themselves, called as gateway, queue and schedule call them, over one metered table without the guard. */
export async function startFunctions(provider: string) {
  const table = await startTable()
  const metered = meter(table.database.client)
  vi.stubEnv('STAGE', 'local')
  vi.stubEnv('TICK_ROLE_ARN', 'tick')
  vi.stubEnv('DIRECTORY_READ_ROLE_ARN', 'directory-read')
  vi.stubEnv('DIRECTORY_WRITE_ROLE_ARN', 'directory-write')
  vi.spyOn(databases, 'databaseFor').mockReturnValue(table.database)
  vi.spyOn(databases, 'databaseUnder').mockReturnValue(table.database)
  vi.spyOn(store, 'fileStoreOf').mockReturnValue(filesInMemory())

  let offset = 0
  const context = () => ({ awsRequestId: randomUUID(), clientContext: { businessOffsetMs: offset } }) as unknown as Context
  const events: Envelope[] = []
  metered.onSent(({ input }) => {
    const writes = (input.TransactItems ?? []) as { Put?: { Item?: Stored } }[]
    events.push(...writes.flatMap(({ Put }) => (Put?.Item?.t === 'event' ? [Put.Item.data as Envelope] : [])))
  })

  const handler = apiHandler([...tenancy, ...devices, ...desk, ...visits, ...contracts, ...finance] as RouteHandler[])
  const as = (person: TenantContext, kind: AuthorizerContext['kind'] = person.kind): Api =>
    createApi({
      baseUrl: 'http://functions.local',
      token: () => 'token',
      workspace: () => '-',
      fetch: async (input, init) => {
        const answer = await handler(requestOf(new URL(String(input)), init!, person, kind), context())
        return new Response(answer.body ?? '', {
          status: answer.statusCode ?? 200,
          headers: answer.headers as Record<string, string>,
        })
      },
    })

  return {
    database: table.database,
    context,
    measure: metered.measure,
    at: (instant: string) => {
      offset = Date.parse(instant) - Date.now()
    },
    staff: (...roles: Role[]) => as(person(provider, { kind: 'staff', roles })),
    client: (client: string, contact: string, ...roles: Role[]) =>
      as(person(provider, { kind: 'client', client, contact, roles })),
    /** Who brings a contact's invitation, as an account of that name. */
    invited: (client: string, contact: string) => as(person(provider, { kind: 'client', client, contact, roles: [] }), 'invited'),
    tick: () => tick(timers, clock(), randomUUID()),
    clock,
    /** Delivers what was committed to the modules that hear it, until nothing new is said. */
    async drain(): Promise<void> {
      for (let event = events.shift(); event; event = events.shift()) await deliver(event)
    },
    /** Events that wait to be delivered, of one type. */
    take: (type: string): Envelope => {
      const at = events.findIndex(event => event.type === type)
      if (at === -1) throw new Error(`no ${type} waits among ${events.map(event => event.type)}`)
      return events.splice(at, 1)[0]!
    },
    /** All events that wait to be delivered, oldest first. */
    takeAll: (): Envelope[] => events.splice(0),
    deliver,
    stop: table.stop,
  }

  function clock() {
    return {
      wallNow: () => new Date().toISOString(),
      businessNow: () => new Date(Math.floor((Date.now() + offset) / 1000) * 1000).toISOString().replace('.000Z', 'Z'),
    }
  }

  async function deliver(event: Envelope): Promise<void> {
    for (const [name, heard] of Object.entries(subscriptions)) {
      if (!heard.some(({ type }) => type === event.type)) continue
      const run = consumer(name, reactions[name as keyof typeof subscriptions])
      const batch = { Records: [{ messageId: event.id, body: JSON.stringify({ detail: event }) }] } as unknown as SQSEvent
      const { batchItemFailures } = await run(batch, context())
      if (batchItemFailures.length > 0) throw new Error(`${name} failed on ${event.type}`)
    }
  }
}
export type Functions = Awaited<ReturnType<typeof startFunctions>>

type Who = { kind: 'staff' | 'client'; roles: Role[]; client?: string; contact?: string }

const person = (provider: string, { kind, roles, client, contact }: Who): TenantContext => ({
  provider,
  kind,
  ...(client && { client }),
  ...(contact && { contact }),
  roles,
  clients: client ? [client] : '*',
  actor: { kind, id: contact ?? 'li', name: contact ?? 'Li' },
})

/** What API Gateway hands over after the authorizer: strings only. */
function requestOf(url: URL, init: RequestInit, who: TenantContext, kind: string): ApiEvent {
  const lambda: AuthorizerContext = {
    subject: who.actor.id,
    issuer: 'https://issuer.example',
    name: who.actor.name,
    email: '',
    memberships: '[]',
    provider: who.provider,
    kind,
    client: who.client ?? '',
    contact: who.contact ?? '',
    person: who.actor.id,
    roles: who.roles.join(','),
    clients: who.clients === '*' ? '*' : who.clients.join(','),
  }
  return {
    rawPath: url.pathname,
    headers: init.headers as Record<string, string>,
    queryStringParameters: Object.fromEntries(url.searchParams),
    body: init.body as string | undefined,
    isBase64Encoded: false,
    requestContext: {
      requestId: randomUUID(),
      http: { method: init.method!, path: url.pathname, sourceIp: '203.0.113.9' },
      authorizer: { lambda },
    },
  } as unknown as ApiEvent
}

function filesInMemory(): store.FileStore {
  const files = new Map<string, Buffer>()
  return {
    put: async (key: string, bytes: Buffer) => {
      files.set(key, bytes)
      return { size: bytes.length, sha256: '0'.repeat(64) }
    },
    read: async (key: string) => files.get(key),
    downloadUrl: async (key: string) => `https://files.example/${key}`,
  } as unknown as store.FileStore
}
