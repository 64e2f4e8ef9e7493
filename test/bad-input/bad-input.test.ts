import { afterAll, beforeAll, describe } from 'vitest'
import { refuseAll, type Scene } from './case.ts'
import { bank } from './cases/bank.ts'
import { contracts } from './cases/contracts.ts'
import { files } from './cases/files.ts'
import { http } from './cases/http.ts'
import { imports } from './cases/imports.ts'
import { money } from './cases/money.ts'
import { places } from './cases/places.ts'
import { sheets } from './cases/sheets.ts'
import { work } from './cases/work.ts'
import { extremes } from './sequences/extremes.ts'
import { sheetLines } from './sequences/lines.ts'
import { logs } from './sequences/logs.ts'
import { repeats } from './sequences/repeats.ts'
import { statements } from './sequences/statements.ts'
import { tokens } from './sequences/tokens.ts'
import { uploads } from './sequences/uploads.ts'
import { webhookSecret, webhooks } from './sequences/webhooks.ts'
import { Watch } from './watch.ts'
import { badInputWorld } from './world.ts'

let scene: Scene
beforeAll(async () => {
  process.env.STRIPE_WEBHOOK_SECRET = webhookSecret
  const world = await badInputWorld()
  scene = { world, watch: await Watch.over(world.product) }
}, 400_000)
afterAll(async () => {
  scene?.watch.close()
  await scene?.world.product.stop()
})

const cases = { http, places, contracts, money, bank, files, sheets, imports, work }
describe.each(Object.entries(cases))('refused, and nothing changed: %s', (_, each) => refuseAll(() => scene, each))

const sequences = { tokens, repeats, sheetLines, statements, uploads, logs, webhooks, extremes }
describe.each(Object.entries(sequences))('bad input in order: %s', (_, sequence) => sequence(() => scene))
