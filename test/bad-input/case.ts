import type { AnyRoute } from '@pactdesk/domain/kernel/client'
import type { ResponseOf } from '@pactdesk/domain/kernel/route'
import { expect, it } from 'vitest'
import { type Answer, ask, type Request, send, type Who } from './request.ts'
import type { Watch } from './watch.ts'
import type { World } from './world.ts'

/** A request that has to be refused: how, and at which field where one is at fault. */
export type Case = {
  what: string
  request: (world: World) => Request
  status: number
  /** Stable code of the problem. */
  code: string
  /** Path of the faulty field, as `errors` names it. */
  field?: string
}

/** What tests share: the product, and everything it keeps. */
export type Scene = { world: World; watch: Watch }

/** Sends a request that must be refused with a clear problem and leave everything as it was. */
export async function refused({ world, watch }: Scene, { request, status, code, field }: Omit<Case, 'what'>): Promise<Answer> {
  const answer = await send(world, request(world))
  const { problem, type } = answer
  const changed = await watch.changes()
  expect({ status: answer.status, code: problem.code, said: problem.detail ?? answer.text, changed }).toEqual({
    status,
    code,
    said: expect.stringMatching(/.{6}/),
    changed: [],
  })
  expect(type).toBe('application/problem+json')
  expect(problem).toMatchObject({ status, type: `urn:pactdesk:problem:${code}`, title: expect.stringMatching(/\w{3}/) })
  if (field !== undefined) expect(problem.errors?.map(({ path }) => path)).toContain(field)
  return answer
}

/** Each case a test of its own. */
export const refuseAll = (scene: () => Scene, cases: readonly Case[]): void =>
  it.each(cases.map(each => [each.what, each] as const))('%s', async (_, bad) => {
    await refused(scene(), bad)
  })

type Sent = { params?: Record<string, string>; who?: Who; headers?: Record<string, string> }

/** Sends what must be taken; answers the body and what it has changed. */
export async function accepted<R extends AnyRoute>({ world, watch }: Scene, route: R, body: unknown, sent: Sent = {}) {
  const answer = await send(world, ask(route, body, sent))
  expect([answer.status, answer.status >= 300 ? answer.text : '']).toEqual([route.status, ''])
  return { value: JSON.parse(answer.text) as ResponseOf<R>, headers: answer.headers, changed: await watch.changes() }
}

/** Markers by which a command is known again, the only trace of one that had nothing to do. */
export const effects = (changed: readonly string[]): string[] => changed.filter(key => !/^added once /.test(key))
