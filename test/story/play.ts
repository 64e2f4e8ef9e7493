import { live } from '../../dev/scenario/timeline.ts'
import type { World } from '../../dev/scenario/world.ts'
import { startTestProduct, type TestProduct } from '../support/product.ts'
import { startedAt, steps, worldOf } from './story.ts'

/** A product in this process that has lived through the whole story and come to rest. Throws when a step was refused. */
export async function playStory(): Promise<{ product: TestProduct; world: World }> {
  const product = await startTestProduct({ at: startedAt })
  const world = worldOf(product)
  const failures = await live(world, steps)
  if (failures.length > 0) {
    await product.stop()
    throw new Error(failures.map(({ what, request, error }) => `${what} (${request}): ${error}`).join('\n'))
  }
  return { product, world }
}
