import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import Stripe from 'stripe'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { serve } from '../serve.testing.ts'
import { type Receiver, receiver } from './receiver.testing.ts'
import { createStripe } from './stripe.ts'

let folder: string
let hook: Receiver

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stripe-'))
  hook = await receiver()
})
afterEach(async () => {
  await hook.close()
  rmSync(folder, { recursive: true })
})

const start = (url: string, secret: string) =>
  serve(
    (baseUrl, state) => createStripe({ state, baseUrl, webhook: () => ({ url, secret }), retryMs: 5, settleMs: 5 }),
    new DatabaseSync(join(folder, 'state.sqlite')),
  )
const openSession = (port: number) =>
  new Stripe('sk_test_local_a', { host: 'localhost', port, protocol: 'http' }).checkout.sessions.create({
    mode: 'payment',
    line_items: [{ quantity: 1, price_data: { currency: 'cny', unit_amount: 100, product_data: { name: 'a' } } }],
    success_url: 'http://localhost/',
  })
const arrivedTypes = () => hook.got.map(({ body }) => (JSON.parse(body) as { type: string }).type)

test('webhooks go out by themselves, again after a failure, and delayed payments arrive', async () => {
  const served = await start(hook.url, 'whsec_1')
  hook.answers.push(500)
  const { id } = await openSession(served.port)
  served.service.pay(id, 'alipay', { later: true })
  await hook.arrived(7)
  expect(arrivedTypes()).toContain('checkout.session.async_payment_succeeded')
  expect(arrivedTypes().filter(type => type === 'payment_intent.created')).toHaveLength(2)
  await served.close()
})

test('what could not be delivered is delivered after a restart, signed with the secret of that day', async () => {
  const before = await start('http://localhost:9/', 'whsec_old')
  const { id } = await openSession(before.port)
  before.service.pay(id, 'card')
  expect((await before.service.deliverPending()).map(report => report.status)).toEqual([0, 0, 0, 0])
  await before.close()
  const after = await start(hook.url, 'whsec_new')
  await hook.arrived(4)
  const stripe = new Stripe('sk_test_local_a')
  const events = hook.got.map(({ body, signature }) => stripe.webhooks.constructEvent(body, signature, 'whsec_new'))
  expect(events.map(event => event.type).sort()).toEqual([
    'charge.succeeded',
    'checkout.session.completed',
    'payment_intent.created',
    'payment_intent.succeeded',
  ])
  expect(after.service.pay(id, 'card')).toMatchObject({ status: 'complete', payment_status: 'paid' })
  await after.close()
})
