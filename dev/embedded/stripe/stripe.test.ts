import Stripe from 'stripe'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Served, serve } from '../serve.testing.ts'
import type { StripeStandIn } from './api.ts'
import { type Receiver, receiver } from './receiver.testing.ts'
import { createStripe } from './stripe.ts'

const secret = 'whsec_of_the_host'

describe('Stripe stand-in', () => {
  const clock = { offset: 0 }
  let hook: Receiver
  let served: Served<StripeStandIn>
  let stripe: Stripe

  const clientOf = (key: string, options = {}) =>
    new Stripe(key, { host: 'localhost', port: served.port, protocol: 'http', maxNetworkRetries: 0, ...options })

  beforeEach(async () => {
    clock.offset = 0
    hook = await receiver()
    served = await serve((baseUrl, state) =>
      createStripe({
        state,
        baseUrl,
        automatic: false,
        now: () => Date.now() + clock.offset,
        webhook: account => (account === 'acct_local_silent' ? undefined : { url: hook.url, secret }),
        merchant: () => '华盾 <IT>',
      }),
    )
    stripe = clientOf('sk_test_local_huadun')
  })
  afterEach(async () => {
    await served.close()
    await hook.close()
  })

  const sessionParameters = (
    changes: Partial<Stripe.Checkout.SessionCreateParams> = {},
  ): Stripe.Checkout.SessionCreateParams => ({
    mode: 'payment',
    line_items: [
      { quantity: 1, price_data: { currency: 'cny', unit_amount: 128600, product_data: { name: '账单 2026-11 <i>' } } },
      { quantity: 2, price_data: { currency: 'cny', unit_amount: 50, product_data: { name: '网络点' } } },
    ],
    metadata: { bill: 'b1' },
    payment_intent_data: { metadata: { bill: 'b1' }, description: 'Bill b1' },
    success_url: 'http://localhost/bills/b1?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://localhost/bills/b1',
    ...changes,
  })
  const failureOf = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    if (!(error instanceof Stripe.errors.StripeError)) throw new Error(`no Stripe error: ${error}`)
    return { type: error.rawType, status: error.statusCode, param: error.param, code: error.code, message: error.message }
  }
  const types = () => served.service.events().map(event => event.type)
  const received = () => hook.got.map(({ body, signature }) => stripe.webhooks.constructEvent(body, signature, secret))

  describe('API', () => {
    test('customers are made, read, changed, listed and found by metadata', async () => {
      const made = await stripe.customers.create({
        name: '蓝海',
        email: 'ap@lanhai.example',
        metadata: { client: 'c1', old: 'x' },
      })
      expect(made).toMatchObject({ object: 'customer', name: '蓝海', livemode: false, metadata: { client: 'c1', old: 'x' } })
      await stripe.customers.update(made.id, { phone: '+86 10', email: '', metadata: { old: '', more: 'y' } })
      const now = (await stripe.customers.retrieve(made.id)) as Stripe.Customer
      expect(now).toMatchObject({ phone: '+86 10', email: null, name: '蓝海', metadata: { client: 'c1', more: 'y' } })
      expect(now.metadata).not.toHaveProperty('old')
      const second = await stripe.customers.create({ email: 'b@x.example' })
      expect((await stripe.customers.list({ limit: 1 })).data.map(c => c.id)).toEqual([second.id])
      expect((await stripe.customers.list({ limit: 1, starting_after: second.id })).data.map(c => c.id)).toEqual([made.id])
      expect((await stripe.customers.list({ email: 'b@x.example' })).data).toHaveLength(1)
      expect((await stripe.customers.search({ query: "metadata['client']:'c1'" })).data.map(c => c.id)).toEqual([made.id])
      const all: string[] = []
      for await (const customer of stripe.customers.list({ limit: 1 })) all.push(customer.id)
      expect(all).toEqual([second.id, made.id])
    })

    test('errors have the shape of Stripe', async () => {
      expect(await failureOf(stripe.customers.retrieve('cus_none'))).toMatchObject({
        type: 'invalid_request_error',
        status: 404,
        code: 'resource_missing',
        message: "No such customer: 'cus_none'",
      })
      const wrong = stripe.customers.create({ nmae: 'x' } as Stripe.CustomerCreateParams)
      expect(await failureOf(wrong)).toMatchObject({
        status: 400,
        param: 'nmae',
        code: 'parameter_unknown',
        message: 'Received unknown parameter: nmae',
      })
      expect(await failureOf(clientOf('sk_test_51real').balance.retrieve())).toMatchObject({ status: 401 })
      expect(await failureOf(clientOf('sk_live_x').customers.list())).toMatchObject({ status: 401 })
      expect(await failureOf(stripe.balance.retrieve())).toMatchObject({ status: 404 })
    })

    test.each<[Partial<Stripe.Checkout.SessionCreateParams>, string | undefined]>([
      [{ mode: 'subscription' }, undefined],
      [{ success_url: 'javascript:alert(1)' }, 'success_url'],
      [{ line_items: [] }, 'line_items'],
      [{ line_items: [{ quantity: 1, price: 'price_1' }] }, 'line_items[0][price]'],
      [
        { line_items: [{ quantity: 1, price_data: { currency: 'xxy', unit_amount: 5, product_data: { name: 'a' } } }] },
        'line_items[0][price_data][currency]',
      ],
      [
        { line_items: [{ quantity: 1, price_data: { currency: 'cny', unit_amount: -5, product_data: { name: 'a' } } }] },
        'line_items[0][price_data][unit_amount]',
      ],
      [{ customer: 'cus_none' }, 'customer'],
      [{ payment_method_types: ['card'] } as object, 'payment_method_types'],
      [{ payment_method_options: { wechat_pay: { app_id: 'x' } } } as object, 'payment_method_options[wechat_pay][client]'],
      [{ allowed_payment_method_types: ['ideal'] }, 'allowed_payment_method_types'],
      [{ expires_at: 1 }, 'expires_at'],
      [{ discounts: [{ coupon: 'c' }] }, 'discounts'],
    ])('a session with %j is refused', async (changes, param) => {
      const failure = await failureOf(stripe.checkout.sessions.create(sessionParameters(changes)))
      expect(failure).toMatchObject({ type: 'invalid_request_error', status: 400, ...(param && { param }) })
      expect(served.service.events()).toEqual([])
    })

    test('a session has an address, a total and, if asked for, its lines', async () => {
      const customer = await stripe.customers.create({ email: 'ap@lanhai.example' })
      const session = await stripe.checkout.sessions.create({
        ...sessionParameters({ customer: customer.id }),
        expand: ['customer', 'line_items'],
      })
      expect(session).toMatchObject({
        status: 'open',
        payment_status: 'unpaid',
        amount_total: 128700,
        currency: 'cny',
        payment_intent: null,
        metadata: { bill: 'b1' },
      })
      expect((session.customer as Stripe.Customer).email).toBe('ap@lanhai.example')
      expect(session.line_items!.data.map(item => item.amount_total)).toEqual([128600, 100])
      expect(session.url).toBe(`${served.baseUrl}/_local/stripe/pay/${session.id}`)
      expect((await stripe.checkout.sessions.retrieve(session.id)).line_items).toBeUndefined()
      expect((await stripe.checkout.sessions.listLineItems(session.id)).data[1]).toMatchObject({
        description: '网络点',
        quantity: 2,
      })
    })

    test('a key that is used again gives the same answer, or an error for other parameters, for a day', async () => {
      const create = (changes = {}, key = 'k1') =>
        stripe.checkout.sessions.create(sessionParameters(changes), { idempotencyKey: key })
      const first = await create()
      const again = await create()
      expect(again.id).toBe(first.id)
      expect((again.lastResponse as unknown as { headers: Record<string, string> }).headers['idempotent-replayed']).toBe('true')
      expect(await failureOf(create({ client_reference_id: 'other' }))).toMatchObject({ type: 'idempotency_error', status: 400 })
      expect(
        (await clientOf('sk_test_local_other').checkout.sessions.create(sessionParameters(), { idempotencyKey: 'k1' })).id,
      ).not.toBe(first.id)
      clock.offset = 24 * 3600 * 1000 + 1
      expect((await create()).id).not.toBe(first.id)
    })

    test('a request that failed may be mended under the same key', async () => {
      await failureOf(stripe.checkout.sessions.create(sessionParameters({ customer: 'cus_none' }), { idempotencyKey: 'k2' }))
      expect((await stripe.checkout.sessions.create(sessionParameters(), { idempotencyKey: 'k2' })).status).toBe('open')
    })

    test('an account sees its own objects alone', async () => {
      const { id } = await stripe.customers.create({ name: 'mine', metadata: { client: 'c1' } })
      const other = clientOf('sk_test_local_other')
      const connected = clientOf('sk_test_local_huadun', { stripeAccount: 'acct_1Other' })
      for (const stranger of [other, connected]) {
        expect(await failureOf(stranger.customers.retrieve(id))).toMatchObject({ status: 404 })
        expect((await stranger.customers.list()).data).toEqual([])
        expect((await stranger.customers.search({ query: "metadata['client']:'c1'" })).data).toEqual([])
        expect((await stranger.events.list()).data).toEqual([])
        expect(await failureOf(stranger.checkout.sessions.create(sessionParameters({ customer: id })))).toMatchObject({
          param: 'customer',
        })
      }
      await connected.customers.create({ name: 'theirs' })
      expect(served.service.events('acct_1Other')).toMatchObject([{ type: 'customer.created', account: 'acct_1Other' }])
    })

    test('a session lapses by itself and can be expired once', async () => {
      const one = await stripe.checkout.sessions.create(sessionParameters())
      expect((await stripe.checkout.sessions.expire(one.id)).status).toBe('expired')
      expect(await failureOf(stripe.checkout.sessions.expire(one.id))).toMatchObject({ status: 400 })
      const two = await stripe.checkout.sessions.create(sessionParameters())
      clock.offset = 24 * 3600 * 1000 + 1000
      expect(await stripe.checkout.sessions.retrieve(two.id)).toMatchObject({ status: 'expired', url: null })
      expect((await stripe.checkout.sessions.list({ status: 'expired' })).data).toHaveLength(2)
      expect(types()).toEqual(['checkout.session.expired', 'checkout.session.expired'])
      expect(() => served.service.pay(two.id, 'card')).toThrow(/expired/)
    })
  })

  describe('hosted page', () => {
    const post = (url: string, fields: Record<string, string>, headers = {}) =>
      fetch(url, {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
        headers: { origin: served.baseUrl, ...headers },
      })

    test('shows who is paid, what for and how much, in the language of the session', async () => {
      const { url } = await stripe.checkout.sessions.create(sessionParameters({ locale: 'zh' }))
      const chinese = await (await fetch(url!)).text()
      for (const text of [
        '<html lang="zh-CN">',
        '华盾 &lt;IT&gt;',
        '账单 2026-11 &lt;i&gt;',
        '¥1,287.00',
        '支付宝支付',
        '微信支付',
        'href="http://localhost/bills/b1"',
      ]) {
        expect(chinese).toContain(text)
      }
      expect(await (await fetch(`${url}?lang=en`)).text()).toContain('Pay with Alipay')
      expect((await fetch(`${served.baseUrl}/_local/stripe/pay/cs_test_none`)).status).toBe(404)
    })

    test('names the merchant that the session names, as several may share an account', async () => {
      const { url } = await stripe.checkout.sessions.create(sessionParameters({ metadata: { merchant: '澄湾 <IT>' } }))
      const text = await (await fetch(url!)).text()
      expect(text).toContain('澄湾 &lt;IT&gt;')
      expect(text).not.toContain('华盾')
    })

    test('paying twice pays once and leads back to the merchant', async () => {
      const { id, url } = await stripe.checkout.sessions.create(sessionParameters())
      const [first, second] = await Promise.all([post(url!, { method: 'wechat_pay' }), post(url!, { method: 'wechat_pay' })])
      for (const answer of [first, second])
        expect([answer.status, answer.headers.get('location')]).toEqual([303, `http://localhost/bills/b1?session=${id}`])
      const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] })
      expect(session).toMatchObject({
        status: 'complete',
        payment_status: 'paid',
        url: null,
        payment_intent: {
          status: 'succeeded',
          amount_received: 128700,
          description: 'Bill b1',
          metadata: { bill: 'b1' },
          latest_charge: { paid: true },
        },
      })
      expect(types()).toEqual([
        'payment_intent.created',
        'charge.succeeded',
        'payment_intent.succeeded',
        'checkout.session.completed',
      ])
      expect((await stripe.paymentIntents.list()).data).toHaveLength(1)
      expect(await (await fetch(url!, { headers: { 'accept-language': 'en' } })).text()).toContain('The payment is complete.')
    })

    test('refuses a form from another site and a method that the session does not take', async () => {
      const { id, url } = await stripe.checkout.sessions.create(sessionParameters({ allowed_payment_method_types: ['card'] }))
      expect((await post(url!, { method: 'card' }, { origin: 'http://evil.example' })).status).toBe(403)
      expect((await post(url!, { method: 'alipay' })).status).toBe(409)
      expect((await stripe.checkout.sessions.retrieve(id)).status).toBe('open')
    })

    test('a delayed payment is complete but unpaid until the wallet says so', async () => {
      const { id, url } = await stripe.checkout.sessions.create(sessionParameters())
      await post(url!, { method: 'alipay', later: '1' })
      expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ status: 'complete', payment_status: 'unpaid' })
      served.service.settle(id, 'succeeded')
      served.service.settle(id, 'failed')
      expect(await stripe.checkout.sessions.retrieve(id)).toMatchObject({ payment_status: 'paid' })
      expect(types().slice(-3)).toEqual([
        'charge.succeeded',
        'payment_intent.succeeded',
        'checkout.session.async_payment_succeeded',
      ])
      const refused = await stripe.checkout.sessions.create(sessionParameters())
      served.service.pay(refused.id, 'alipay', { later: true })
      served.service.settle(refused.id, 'failed')
      expect(await stripe.checkout.sessions.retrieve(refused.id)).toMatchObject({ payment_status: 'unpaid' })
      expect(types().at(-1)).toBe('checkout.session.async_payment_failed')
    })
  })

  describe('webhooks', () => {
    const pay = async () => {
      const { id } = await stripe.checkout.sessions.create(sessionParameters())
      served.service.pay(id, 'card')
      return id
    }

    test('are signed as Stripe signs them, in the order of events, once', async () => {
      const id = await pay()
      expect((await served.service.deliverPending()).every(report => report.delivered)).toBe(true)
      expect(received().map(event => event.type)).toEqual(types())
      expect(received().at(-1)).toMatchObject({
        type: 'checkout.session.completed',
        livemode: false,
        data: { object: { id, payment_status: 'paid' } },
      })
      expect(() => stripe.webhooks.constructEvent(`${hook.got[0]!.body} `, hook.got[0]!.signature, secret)).toThrow()
      expect(await served.service.deliverPending()).toEqual([])
    })

    test('that fail are tried again, redirects too', async () => {
      await pay()
      hook.answers.push(500, 301)
      expect((await served.service.deliverPending()).map(report => report.status)).toEqual([500, 301, 200, 200])
      expect((await served.service.deliverPending()).map(report => report.status)).toEqual([200, 200])
      expect(new Set(received().map(event => event.id)).size).toBe(4)
    })

    test('can come twice and out of order', async () => {
      await pay()
      await served.service.deliverPending((a, b) => (String(a.type) < String(b.type) ? -1 : 1))
      expect(received().map(event => event.type)).toEqual([...types()].sort())
      const last = served.service.events().at(-1)!
      await served.service.redeliver(last.id)
      expect(received().at(-1)!.id).toBe(last.id)
      expect(await served.service.deliverPending()).toEqual([])
    })

    test('go to endpoints made through the API, by the events they want', async () => {
      const silent = clientOf('sk_test_local_silent')
      const endpoint = await silent.webhookEndpoints.create({ url: hook.url, enabled_events: ['charge.succeeded'] })
      expect(endpoint.secret).toMatch(/^whsec_/)
      expect(await silent.webhookEndpoints.retrieve(endpoint.id)).not.toHaveProperty('secret')
      const { id } = await silent.checkout.sessions.create(sessionParameters())
      served.service.pay(id, 'card')
      await served.service.deliverPending()
      expect(
        hook.got.map(({ body, signature }) => stripe.webhooks.constructEvent(body, signature, endpoint.secret!).type),
      ).toEqual(['charge.succeeded'])
      await silent.webhookEndpoints.del(endpoint.id)
      expect((await silent.webhookEndpoints.list()).data).toEqual([])
    })

    test('events can be listed by type and read as they were', async () => {
      await pay()
      const { data } = await stripe.events.list({ types: ['charge.*', 'checkout.session.completed'] })
      expect(data.map(event => event.type)).toEqual(['checkout.session.completed', 'charge.succeeded'])
      expect((await stripe.events.retrieve(data[0]!.id)).data.object).toMatchObject({ object: 'checkout.session' })
    })
  })

  test('a payment is refunded in parts, never beyond what was paid', async () => {
    const { id } = await stripe.checkout.sessions.create(sessionParameters())
    const session = served.service.pay(id, 'card')
    const payment_intent = String(session.payment_intent)
    expect(await stripe.refunds.create({ payment_intent, amount: 100 })).toMatchObject({ status: 'succeeded', amount: 100 })
    expect(await failureOf(stripe.refunds.create({ payment_intent, amount: 128601 }))).toMatchObject({ param: 'amount' })
    expect((await stripe.refunds.create({ payment_intent })).amount).toBe(128600)
    expect(await failureOf(stripe.refunds.create({ payment_intent }))).toMatchObject({ code: 'charge_already_refunded' })
    expect((await stripe.refunds.list({ payment_intent })).data).toHaveLength(2)
    expect(types().slice(-2)).toEqual(['charge.refunded', 'refund.created'])
  })

  test('other paths are left to the host', async () => {
    expect(await (await fetch(`${served.baseUrl}/v10/customers`)).text()).toBe('nobody')
  })
})
