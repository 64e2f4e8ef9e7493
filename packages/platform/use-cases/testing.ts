import type { Role, TenantContext } from '@pactdesk/domain/kernel/context'
import { vi } from 'vitest'
import { startTable } from '../../../test/support/emulator.ts'
import type { Call, RouteHandler } from '../http/api.ts'
import { type Execution, execute, reading } from '../run/execute.ts'
import type { UnitOfWork } from '../run/unit-of-work.ts'
import * as databases from '../table/database.ts'

export type Request = {
  params?: Record<string, string>
  query?: unknown
  body?: unknown
  identity?: { issuer: string; subject: string }
}

/** Use cases over an emulated table, called as HTTP would after authorization: schemas are applied, one commit each. */
export async function startUseCases(handlers: readonly RouteHandler[]) {
  const table = await startTable()
  vi.spyOn(databases, 'databaseFor').mockImplementation(() => table.database)
  let now = '2026-10-08T02:00:00Z'
  const clock = { wallNow: () => now.replace('Z', '.000Z'), businessNow: () => now }
  const execution = (ctx: TenantContext): Execution => ({ ctx, clock, correlationId: 'test' })
  return {
    database: table.database,
    clock,
    stop: table.stop,
    at: (instant: string) => {
      now = instant
    },
    commit: <T>(ctx: TenantContext, work: (uow: UnitOfWork) => Promise<T>) => execute(execution(ctx), work),
    async call(ctx: TenantContext, id: string, { params = {}, query, body, identity }: Request = {}): Promise<never> {
      const handler = handlers.find(known => known.route.id === id)
      if (!handler) throw new Error(`no operation ${id}`)
      const { route } = handler
      const role = route.roles.length === 0 || route.roles.some(known => ctx.roles.includes(known))
      if (!role) throw new Error(`403 ${id}`)
      const input = { params, query: route.query.parse(query ?? (route.query.type === 'undefined' ? undefined : {})) }
      const run = (uow: UnitOfWork) =>
        handler.run({
          ctx,
          uow,
          env: uow.env,
          ...input,
          body: route.body.parse(body),
          wallNow: clock.wallNow(),
          identity,
          etag: () => undefined,
        } as unknown as Call<never>)
      const answer = route.method === 'GET' ? await run(reading(execution(ctx))) : await execute(execution(ctx), run)
      return route.response.parse(answer) as never
    },
  }
}
export type UseCases = Awaited<ReturnType<typeof startUseCases>>

export const staffOf = (provider: string, ...roles: Role[]): TenantContext => ({
  provider,
  kind: 'staff',
  roles: roles.length > 0 ? roles : ['admin'],
  clients: '*',
  actor: { kind: 'staff', id: 'li', name: '李工' },
})
export const personOf = (provider: string, client: string, ...roles: Role[]): TenantContext => ({
  provider,
  kind: 'client',
  client,
  contact: 'wang',
  roles: roles.length > 0 ? roles : ['client-owner'],
  clients: [client],
  actor: { kind: 'client', id: 'wang', name: '王珊' },
})
