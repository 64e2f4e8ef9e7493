import { ProblemError } from '@pactdesk/domain/kernel/client'
import { drainIn, notify, shuffled } from '../deliver.ts'
import { atRandom, randomFrom } from '../plant.ts'
import type { Company, World } from '../world.ts'

export type Firm = Company & { contract: string; tickets: string[]; visits: string[] }
/** Where a walk stands, and its dice. */
export type Walk = {
  world: World
  firms: readonly Firm[]
  now: () => string
  /** Local date in Shanghai, so many days from now. */
  day: (from?: number) => string
  month: () => string
  pick: <T>(from: readonly T[]) => T
  below: (limit: number) => number
  odds: (share: number) => boolean
}
export type Deed = (walk: Walk, firm: Firm) => Promise<unknown>

const hour = 3_600_000
/** Refusals that a person meets who does a thing out of turn, or of a table in trouble; all others are faults. */
const refusals = new Set([409, 412, 422, 503])

/**
 * Does deeds at random under a table that fails at random, while time passes, timers tick and events arrive late, twice and out of
 * order. Whoever is refused goes on with something else. Throws at the first answer that nobody should get.
 */
export async function walk(
  world: World,
  firms: readonly Firm[],
  { seed, start, steps, deeds }: { seed: number; start: string; steps: number; deeds: Record<string, Deed> },
): Promise<{ done: Map<string, number> }> {
  const random = randomFrom(seed)
  let now = Date.parse(start)
  const instant = () => new Date(now).toISOString().replace('.000Z', 'Z')
  const below = (limit: number) => Math.floor(random() * limit)
  const self: Walk = {
    world,
    firms,
    now: instant,
    day: (from = 0) => new Date(now + (8 + 24 * from) * hour).toISOString().slice(0, 10),
    month: () => self.day().slice(0, 7),
    pick: from => from[below(from.length)]!,
    below,
    odds: share => random() < share,
  }
  const done = new Map<string, number>()
  const names = Object.keys(deeds)
  for (let step = 0; step < steps; step++) {
    const name = self.pick(names)
    const firm = self.pick(firms)
    const trouble = self.odds(0.3) ? atRandom(seed * 1000 + step, 0.15) : () => undefined
    const outcome = await world.faults
      .under(trouble, () => deeds[name]!(self, firm))
      .then(
        () => 'done',
        (error: unknown) => told(error, `step ${step} of seed ${seed}, ${name} at ${instant()}`),
      )
    if (outcome === 'done') done.set(name, (done.get(name) ?? 0) + 1)
    if (self.odds(0.35)) await drain(seed + step)
    if (self.odds(0.5)) await pass(1 + below(30))
  }
  await drain(seed)
  return { done }

  function drain(order: number): Promise<void> {
    return drainIn(world, shuffled(order), event => notify(world, event))
  }

  async function pass(hours: number): Promise<void> {
    now += hours * hour
    world.product.at(instant())
    await world.product.tick()
  }
}

function told(error: unknown, where: string): string {
  if (error instanceof ProblemError && refusals.has(error.problem.status)) return error.problem.code
  throw new Error(`${where}: ${error instanceof Error ? error.message : error}`, { cause: error })
}

/** What was never made is not there: the one refusal beside those of order and time. */
export const known = (request: Promise<unknown>): Promise<unknown> =>
  request.catch((error: unknown) => {
    if (!(error instanceof ProblemError) || error.problem.status !== 404) throw error
  })
