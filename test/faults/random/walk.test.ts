import * as contracts from '@pactdesk/domain/outsourcing/contract/routes'
import type { StoredItem } from '@pactdesk/platform/audit/check'
import { invariants } from '@pactdesk/platform/audit/invariants'
import { logger } from '@pactdesk/platform/http/api'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { contentOf } from '../content.ts'
import { offered } from '../prepare.ts'
import { morning, startWorld, type World } from '../world.ts'
import { agreementDeeds } from './agreement.ts'
import { deskDeeds, visitDeeds } from './desk.ts'
import { moneyDeeds } from './money.ts'
import { type Firm, walk } from './walk.ts'

const seeds = process.env.SEEDS?.split(',').map(Number) ?? [1, 5]
const steps = Number(process.env.STEPS ?? 160)
/** Milliseconds; a long walk takes its time. */
const patience = 120_000 + steps * 1000

beforeAll(() => {
  for (const level of ['error', 'warn', 'info'] as const) vi.spyOn(logger, level).mockReturnValue()
  vi.spyOn(Math, 'random').mockReturnValue(0.01)
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-10-01T00:00:00Z') })
})
afterAll(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Two companies, one with a contract signed here, one with a contract from paper. */
async function firmsOf(world: World): Promise<Firm[]> {
  const signing = await world.company('to-sign')
  const { params, body } = await offered(world, signing)
  await signing.owner.call(contracts.signContract, { params, body })
  const old = await world.company('on-paper')
  await world.product.drain()
  const { items } = (await world.admin.call(contracts.listContractsOfClient, { params: old.params })).value
  return [
    { ...signing, contract: params.contract, tickets: [], visits: [] },
    { ...old, contract: items[0]!.id, tickets: [], visits: [] },
  ]
}

test.each(seeds)(
  'whatever is done, in whatever order, through whatever faults (seed %i): every invariant holds',
  async seed => {
    const world = await startWorld()
    try {
      const firms = await firmsOf(world)
      const deeds = { ...deskDeeds, ...visitDeeds, ...moneyDeeds, ...agreementDeeds }
      const { done } = await walk(world, firms, { seed, start: morning, steps, deeds })
      expect(done.size).toBeGreaterThan(Object.keys(deeds).length / 2)
      const items = (await contentOf(world.product.database)) as StoredItem[]
      const failed = invariants(items, { delivered: { wallNow: Date.now() } }).filter(({ problems }) => problems.length > 0)
      expect(failed.map(({ name, problems }) => [name, problems.slice(0, 5)])).toEqual([])
    } finally {
      world.product.stop()
    }
  },
  patience,
)
