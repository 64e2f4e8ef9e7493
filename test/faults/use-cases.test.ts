import { ProblemError } from '@pactdesk/domain/kernel/client'
import { logger } from '@pactdesk/platform/http/api'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Act, type Case, commands, deliveries } from './cases.ts'
import { effectOf } from './effects.ts'
import { always, atRandom, type Fault } from './plant.ts'
import { startWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  for (const level of ['error', 'warn', 'info'] as const) vi.spyOn(logger, level).mockReturnValue()
  world = await startWorld()
  // The jitter between attempts; the shortest shows the same.
  vi.spyOn(Math, 'random').mockReturnValue(0.01)
})
afterAll(() => {
  world?.product.stop()
  vi.restoreAllMocks()
})

const prepared = async (of: Case) => {
  world.product.takeAll()
  return of.prepare(world, await world.company(of.contract))
}
const unending: Fault[] = ['conflict', 'cancelled-busy', 'throttled', 'no-answer']

/** Again and again under the same key, as a client does whose request was given up. */
async function until(act: Act, seed: number): Promise<unknown> {
  for (let round = 0; round < 40; round++) {
    const outcome = await world.faults.under(atRandom(seed * 100 + round, 0.3), act).then(
      answer => ({ answer }),
      (error: unknown) => ({ error }),
    )
    if ('answer' in outcome) return outcome.answer
    if (outcome.error instanceof ProblemError) expect([409, 503]).toContain(outcome.error.problem.status)
  }
  throw new Error('not done after 40 rounds')
}

async function measured<T>(work: () => Promise<T>): Promise<{ effect: Record<string, number>; answer: T }> {
  const before = world.faults.written.length
  const answer = await work()
  return { effect: effectOf(world.faults.written.slice(before)), answer }
}

const givenUp = (fault: Fault) =>
  fault === 'conflict'
    ? { status: 409, code: 'http.conflict' }
    : { status: 503, code: fault === 'no-answer' ? 'http.no-answer' : 'http.busy' }

describe.each(commands)('$name', of => {
  let effects: Record<string, number>

  test('asked five times at once under one key: one effect, five times the same answer', async () => {
    const act = await prepared(of)
    const { effect, answer } = await measured(() => Promise.all([act(), act(), act(), act(), act()]))
    expect(answer).toEqual(Array(5).fill(answer[0]))
    expect(effect.once).toBe(1)
    effects = effect
  })

  test('given up without a trace while faults last, then done exactly once, with the same answer under the same key', async () => {
    const act = await prepared(of)
    for (const fault of unending) {
      const { effect, answer } = await measured(() => world.faults.under(always(fault), act).catch((error: unknown) => error))
      expect((answer as ProblemError).problem).toMatchObject(givenUp(fault))
      expect(effect).toEqual({})
    }
    const { effect, answer } = await measured(() => until(act, 1))
    expect(effect).toEqual(effects)
    const again = await measured(() => Promise.all([act(), act()]))
    expect(again).toEqual({ effect: {}, answer: [answer, answer] })
  })
})

describe.each(deliveries)('$name', of => {
  test('delivered again until it was taken, then twice more: the effect of one delivery', async () => {
    const calm = await measured(await prepared(of))
    const act = await prepared(of)
    const refused = await measured(() => world.faults.under(always('throttled'), act).catch((error: unknown) => error))
    expect(refused.effect).toEqual({})
    expect(refused.answer).toBeInstanceOf(Error)
    const taken = await measured(async () => {
      await until(act, 1)
      await Promise.all([act(), act()])
    })
    expect(taken.effect).toEqual(calm.effect)
  })
})
