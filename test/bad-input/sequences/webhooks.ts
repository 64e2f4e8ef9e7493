import { createHmac, randomUUID } from 'node:crypto'
import { getBill, payBill } from '@pactdesk/domain/outsourcing/billing/routes'
import { expect, it } from 'vitest'
import { accepted, effects, type Scene } from '../case.ts'
import { send } from '../request.ts'
import type { OpenBill } from '../world.ts'

/** Signing secret of the product under test. */
export const webhookSecret = 'whsec_0123456789abcdef0123456789abcdef'

type Sending = { secret?: string; ageSeconds?: number; signature?: string; changedTo?: string }

/** Posts an event as Stripe would, or as somebody who would like to be Stripe. */
async function post({ world, watch }: Scene, event: object | string, sending: Sending = {}) {
  const payload = typeof event === 'string' ? event : JSON.stringify({ id: `evt_${randomUUID()}`, object: 'event', ...event })
  const at = Math.floor(Date.now() / 1000) - (sending.ageSeconds ?? 0)
  const hash = createHmac('sha256', sending.secret ?? webhookSecret)
    .update(`${at}.${payload}`)
    .digest('hex')
  const headers = { 'stripe-signature': sending.signature ?? `t=${at},v1=${hash}` }
  const path = '/api/webhooks/stripe'
  const answer = await send(world, { method: 'POST', path, who: 'nobody', headers, body: sending.changedTo ?? payload })
  return { status: answer.status, code: answer.problem.code, type: answer.type, changed: effects(await watch.changes()) }
}

const completed = (session: string, says: object = {}) => ({
  type: 'checkout.session.completed',
  data: { object: { id: session, object: 'checkout.session', payment_status: 'paid', ...says } },
})
const nothing = (status: number, code?: string) => ({ status, code, type: expect.stringContaining('json'), changed: [] })

/** A page made at Stripe with the account's own key, past the product. */
async function strangePage(
  { world, watch }: Scene,
  bill: OpenBill,
  provider: string,
  amount = 100,
  currency = 'cny',
): Promise<string> {
  const form = new URLSearchParams({
    mode: 'payment',
    success_url: 'http://localhost/',
    'line_items[0][quantity]': '1',
    'line_items[0][price_data][currency]': currency,
    'line_items[0][price_data][unit_amount]': String(amount),
    'line_items[0][price_data][product_data][name]': 'x',
    'metadata[provider]': provider,
    'metadata[client]': bill.client,
    'metadata[bill]': bill.id,
  })
  const headers = { authorization: 'Bearer sk_test_local_pactdesk' }
  const made = await fetch(`${world.product.host.url}/v1/checkout/sessions`, { method: 'POST', headers, body: form })
  const { id } = (await made.json()) as { id: string }
  await watch.changes()
  return id
}

/** Pays a page and lets Stripe tell of it once; what the product made of that is not looked at. */
async function paid({ world, watch }: Scene, session: string): Promise<void> {
  world.product.stripe.pay(session, 'card')
  await world.product.stripe.deliverPending()
  await watch.changes()
}

const openMinor = async (scene: Scene, { client, id }: OpenBill): Promise<number> =>
  (await accepted(scene, getBill, undefined, { params: { client, bill: id }, who: 'finance' })).value.openMinor!

/** Stripe's webhook: what it says is believed only as far as its signature and Stripe's own object go. */
export function webhooks(scene: () => Scene): void {
  const bills = () => scene().world.other.bills
  it.each<[string, Sending]>([
    ['without signature', { signature: '' }],
    ['with a signature of words', { signature: 'trust me' }],
    ['signed with another secret', { secret: 'whsec_guess' }],
    ['changed after it was signed', { changedTo: JSON.stringify(completed('cs_test_x')) }],
    ['signed six minutes ago', { ageSeconds: 360 }],
  ])('an event %s is refused', async (_, sending) => {
    expect(await post(scene(), completed('cs_test_x'), sending)).toEqual({
      ...nothing(400, 'webhook.signature'),
      type: 'application/problem+json',
    })
  })

  it('a body that is no event is refused, even well signed', async () => {
    expect(await post(scene(), 'hello')).toEqual(nothing(400, 'webhook.signature'))
  })

  it('an event of another kind, or of a page that Stripe does not know, is acknowledged and does nothing', async () => {
    expect(await post(scene(), { type: 'customer.created', data: { object: { id: 'cus_1' } } })).toEqual(nothing(200))
    expect(await post(scene(), completed('cs_test_unknown'))).toEqual(nothing(200))
  })

  it('an event that says paid where Stripe says open pays nothing', async () => {
    const [{ client, id }] = bills()
    const { session } = (await accepted(scene(), payBill, {}, { params: { client, bill: id }, who: 'finance' })).value
    expect(await post(scene(), completed(session, { amount_total: 2_600_000 }))).toEqual(nothing(200))
  })

  it('what is paid is what Stripe holds, not what an event says; again it is nothing', async () => {
    const [bill] = bills()
    const before = await openMinor(scene(), bill)
    const page = await strangePage(scene(), bill, 'provider', 100)
    scene().world.product.stripe.pay(page, 'card')
    const lie = { id: 'evt_lie', ...completed(page, { amount_total: 2_600_000, currency: 'usd' }) }
    expect((await post(scene(), lie)).status).toBe(200)
    await scene().world.product.stripe.deliverPending()
    await scene().watch.changes()
    expect(await openMinor(scene(), bill)).toBe(before - 100)
    expect(await post(scene(), lie)).toEqual(nothing(200))
    expect(await post(scene(), completed(page))).toEqual(nothing(200))
    const told = scene()
      .world.product.stripe.events()
      .filter(({ type }) => type === 'checkout.session.completed')
    const again = await scene().world.product.stripe.redeliver(told.at(-1)!.id)
    expect([again.map(({ status }) => status), effects(await scene().watch.changes())]).toEqual([[200], []])
    expect(await openMinor(scene(), bill)).toBe(before - 100)
  })

  it.each<[string, (scene: Scene) => [OpenBill, string, string?], number, string]>([
    ["names another provider's bill", ({ world }) => [world.rivalBill, 'provider'], 404, 'billing.not-found'],
    ['names a bill at another provider', ({ world }) => [world.other.bills[0], 'rival'], 404, 'tenancy.not-found'],
    [
      'names a client that is not there',
      ({ world }) => [{ ...world.rivalBill, client: 'NOBODY' }, 'provider'],
      404,
      'tenancy.not-found',
    ],
    ['is in another currency than the bill', ({ world }) => [world.other.bills[0], 'provider', 'usd'], 422, 'billing.currency'],
  ])('a paid page that %s pays nothing, and says so', async (_, page, status, code) => {
    const session = await strangePage(scene(), page(scene())[0], page(scene())[1], 100, page(scene())[2])
    await paid(scene(), session)
    expect(await post(scene(), completed(session))).toEqual({ ...nothing(status, code), type: 'application/problem+json' })
  })

  it('another provider’s payment is booked with that provider alone', async () => {
    const { rivalBill, as } = scene().world
    const page = await strangePage(scene(), rivalBill, 'rival', 100)
    scene().world.product.stripe.pay(page, 'card')
    await scene().world.product.stripe.deliverPending()
    const { changed } = { changed: (await scene().watch.changes()).filter(key => / P#/.test(key)) }
    expect(changed.filter(key => !/ P#rival#/.test(key))).toEqual([])
    const { value } = await as.rival.call(getBill, { params: { client: rivalBill.client, bill: rivalBill.id } })
    expect(value.openMinor).toBe(rivalBill.openMinor - 100)
  })
}
