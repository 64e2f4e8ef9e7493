import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { launchBrowser } from '../launch.ts'
import { startWebProduct, type WebProduct } from '../product.ts'
import { acts, startedAt } from './acts.ts'
import { openStage, type Stage } from './stage.ts'

const built = ['packages/web/dist/index.html', 'cdk.out/PactdeskApp.template.json'].every(path =>
  existsSync(new URL(`../../../${path}`, import.meta.url)),
)

/** Longest an act may take on a machine that does much else. */
const actMs = 120_000

/**
 * The product's story on its screens: signed, worked, billed, paid, as each audience, in both languages, at both widths. One product
 * for all acts; after an act that failed the later ones have nothing to stand on and are skipped. Needs what `npm run build` makes.
 */
describe.skipIf(!built)('the story in a browser', () => {
  let product: WebProduct
  let browser: Browser
  let stage: Stage
  let broken: string | undefined

  beforeAll(async () => {
    ;[product, browser] = await Promise.all([startWebProduct({ at: startedAt }), launchBrowser()])
    stage = openStage(product, browser)
  })
  afterAll(async () => {
    await browser?.close()
    await product?.close()
  })

  for (const [title, play] of acts)
    test(
      title,
      async context => {
        if (broken) context.skip(`after "${broken}" failed`)
        broken = title
        await play(stage)
        broken = undefined
      },
      actMs,
    )
})
