import { compareInstants, type Instant } from '@pactdesk/domain/kernel/time'
import type { World } from './world.ts'

/** Something a person does at an instant. Steps of one instant happen in the order in which they are listed. */
export type Step = { at: Instant; what: string; run: (world: World) => Promise<void> }

/** A step that was refused, with the request at which it stopped. */
export type Failure = { at: Instant; what: string; request: string; error: string }

/**
 * Lives through the steps in order of time: steps the business clock forward to each, firing what is due on the way, and lets
 * everything that follows settle. A refused step is told and the others go on, so that what can be compared is compared.
 */
export async function live(world: World, steps: readonly Step[]): Promise<Failure[]> {
  const { clock, drain } = world.product.host
  const failures: Failure[] = []
  for (const { at, what, run } of steps.toSorted((a, b) => compareInstants(a.at, b.at))) {
    const attempt = async (name: string, work: () => Promise<void>) => {
      try {
        await work()
      } catch (error) {
        failures.push({
          at,
          what: name,
          request: world.lastRequest(),
          error: error instanceof Error ? error.message : `${error}`,
        })
      }
    }
    if (clock.now() < at) {
      await attempt(`time passes until ${what}`, async () => {
        const { stuck } = await clock.step({ to: at })
        if (stuck.length > 0) throw new Error(`timers of ${stuck.join(', ')} did not fire`)
      })
    }
    await attempt(what, () => run(world))
    await drain()
  }
  const { dlq, failedRecords } = await world.product.host.snapshot()
  for (const { queue, messages } of dlq.filter(each => each.messages > 0))
    failures.push({ at: clock.now(), what: 'consumers', request: queue, error: `${messages} messages were given up` })
  if (failedRecords > 0)
    failures.push({ at: clock.now(), what: 'relay', request: '', error: `${failedRecords} stream records were given up` })
  return failures
}
