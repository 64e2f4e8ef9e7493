import { type AnyRoute, type Api, ProblemError } from '@pactdesk/domain/kernel/client'
import { clientRoles } from '@pactdesk/domain/kernel/context'
import { routes } from '@pactdesk/domain/routes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { twoWorlds } from './world.ts'

let world: Awaited<ReturnType<typeof twoWorlds>>
beforeAll(async () => {
  world = await twoWorlds()
})
afterAll(() => world.product.stop())

/** Ids that exist in both providers, so that a lookup without its tenant would find the other's. */
const known: Record<string, string> = {
  client: 'LANHAI',
  site: 'HQ',
  contact: 'lin',
  device: 'PC-01',
  ticket: 'LANHAI-1',
  month: '2026-10',
  staff: 'restricted',
}
const paramsOf = (route: AnyRoute) =>
  Object.fromEntries([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, known[name!] ?? 'x1']))

type Outcome = { status: number; text: string }
async function attempt(api: Api, route: AnyRoute): Promise<Outcome> {
  const options = { params: paramsOf(route), ...(route.body.type !== 'undefined' && { body: {} }) }
  try {
    const answer = await api.call(route, options as never)
    return { status: answer.status, text: JSON.stringify(answer.value) }
  } catch (error) {
    if (error instanceof ProblemError) return { status: error.problem.status, text: JSON.stringify(error.problem) }
    throw error
  }
}

const ofClient = routes.filter(route => route.path.includes('{client}'))
const ofProvider = routes.filter(route => !route.path.includes('{client}'))
const forStaffAlone = routes.filter(
  route => route.roles.length > 0 && !route.roles.some(role => (clientRoles as readonly string[]).includes(role)),
)

describe('every route, attacked', () => {
  it('there are routes of every kind to attack', () => {
    expect(ofClient.length).toBeGreaterThan(50)
    expect(ofProvider.length).toBeGreaterThan(5)
    expect(forStaffAlone.length).toBeGreaterThan(20)
  })

  it.each(routes.map(route => [route.id, route] as const))('%s: no token is 401, a foreign workspace 403', async (_id, route) => {
    const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? 'x1')
    const bare = await fetch(world.product.host.url + path, {
      method: route.method,
      headers: { 'x-pactdesk-workspace': 'alpha' },
    })
    expect(bare.status).toBe(401)
    const stranger = world.product.as('admin@beta.example', 'alpha')
    expect((await attempt(stranger, route)).status).toBe(403)
  })

  it.each(ofClient.map(route => [route.id, route] as const))(
    '%s: another client is not there, for its people and for staff restricted to others',
    async (_id, route) => {
      expect((await attempt(world.otherOwner, route)).status).toBe(404)
      expect((await attempt(world.restricted, route)).status).toBe(404)
    },
  )

  it.each(forStaffAlone.map(route => [route.id, route] as const))("%s: a client's person may not", async (_id, route) => {
    const { status } = await attempt(world.lanhaiUser, route)
    expect(status).toBe(403)
  })

  it.each(routes.filter(route => route.method === 'GET').map(route => [route.id, route] as const))(
    '%s: nothing of one tenant is read in another',
    async (_id, route) => {
      expect((await attempt(world.beta, route)).text).not.toContain('SECRET')
      expect((await attempt(world.lanhaiUser, route)).text).not.toContain('SECRET-OTHER')
      expect((await attempt(world.restricted, route)).text).not.toContain('SECRET-ALPHA')
      expect((await attempt(world.otherOwner, route)).text).not.toContain('SECRET-ALPHA')
    },
  )

  it('the marks are really there for those who may see them', async () => {
    const texts = await Promise.all(routes.filter(route => route.method === 'GET').map(route => attempt(world.alpha, route)))
    expect(texts.filter(({ text }) => text.includes('SECRET-ALPHA')).length).toBeGreaterThan(5)
  })
})
