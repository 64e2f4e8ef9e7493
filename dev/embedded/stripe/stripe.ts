import type { IncomingMessage, ServerResponse } from 'node:http'
import { BodyTooLarge } from '../web/body.ts'
import { pathBelow } from '../web/route.ts'
import type { StripeOptions, StripeStandIn } from './api.ts'
import { Checkout } from './checkout.ts'
import { Deliveries } from './delivery.ts'
import { createHostedPage } from './hosted.ts'
import { createApi } from './server.ts'
import { Store } from './store.ts'

/** Longest sleep of the timer in ms: new work wakes it, so this only bounds what a change of the clock can delay. */
const longestSleep = 60_000

/** The stand-in: the API at `/v1/`, hosted pages at `<prefix>/pay/<session>`, and webhooks sent from here. */
export function createStripe(options: StripeOptions): StripeStandIn {
  const { state, baseUrl, prefix = '/_local/stripe', now = Date.now, retryMs = 500, settleMs = 5000, automatic = true } = options
  const webhook = options.webhook ?? (() => undefined)
  const store = new Store(state)
  const hasHostEndpoint = (account: string) => webhook(account) !== undefined
  const checkout = new Checkout({ store, now, hasHostEndpoint, settleMs })
  const deliveries = new Deliveries({ store, now, retryMs, webhook })
  const api = createApi({ store, checkout, now, hasHostEndpoint, pageAddress: id => `${baseUrl}${prefix}/pay/${id}` })
  const hostedPage = createHostedPage(checkout, options.merchant ?? (account => account))
  let timer: NodeJS.Timeout | undefined
  let closed = false

  /** Sleeps until something is due. */
  function schedule(): void {
    if (!automatic || closed) return
    clearTimeout(timer)
    const next = store.nextDue()
    if (next === undefined) return
    timer = setTimeout(round, Math.min(longestSleep, Math.max(0, next - now())))
    timer.unref()
  }

  function round(): void {
    checkout.advance()
    deliveries
      .due()
      .catch(error => console.error('stripe stand-in:', error))
      .finally(schedule)
  }

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<boolean> {
    const apiPath = pathBelow(req, '/v1')
    if (apiPath !== undefined) {
      await api(req, res, `/v1${apiPath}`)
      return true
    }
    const path = pathBelow(req, prefix)
    if (path === undefined) return false
    const sessionId = /^\/pay\/(\w+)$/.exec(path)?.[1]
    if (sessionId) await hostedPage(req, res, sessionId)
    else res.writeHead(404).end()
    return true
  }

  schedule()
  return {
    async handle(req, res) {
      try {
        const handled = await answer(req, res)
        if (handled) schedule()
        return handled
      } catch (error) {
        if (!(error instanceof BodyTooLarge)) throw error
        res.writeHead(413).end()
        return true
      }
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await deliveries.idle()
    },
    deliverPending: order => deliveries.all(order),
    redeliver: eventId => deliveries.again(eventId),
    pay(sessionId, method, { later = false } = {}) {
      const session = checkout.pay(sessionId, method, later)
      schedule()
      return session
    },
    settle(sessionId, outcome) {
      const session = checkout.settle(sessionId, outcome)
      schedule()
      return session
    },
    events: account => store.list('event', account).reverse(),
  }
}
