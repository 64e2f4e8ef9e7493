import type { IncomingMessage, ServerResponse } from 'node:http'
import { readForm } from '../web/body.ts'
import { chooseLanguage, otherLanguage } from '../web/language.ts'
import { seeOther, sendPage } from '../web/reply.ts'
import { queryOf, withQuery } from '../web/route.ts'
import { sameOrigin } from '../web/sameOrigin.ts'
import type { PaymentMethod } from './api.ts'
import type { Checkout } from './checkout.ts'
import { StripeFailure } from './failure.ts'
import type { Session } from './objects.ts'
import { endPage, payPage } from './payPage.ts'
import { words } from './words.ts'

/** Where the customer goes after paying: the merchant may want to know which session it was. */
const successAddress = (session: Session) => session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', session.id)

/**
 * The hosted page of a session, in the name of the merchant: of the one its metadata names, where several share an account. Its address is the secret: whoever has it may pay, nobody else's session can be
 * reached.
 */
export function createHostedPage(checkout: Checkout, merchantOf: (account: string) => string) {
  return async function hostedPage(req: IncomingMessage, res: ServerResponse, sessionId: string): Promise<void> {
    const query = queryOf(req)
    const owned = checkout.find(sessionId)
    const language = chooseLanguage(query.get('lang'), owned?.object.locale, req.headers['accept-language'])
    const merchant = owned ? (owned.object.metadata?.merchant ?? merchantOf(owned.account)) : 'Stripe'
    const frame = { language, merchant, languageHref: withQuery(req, 'lang', otherLanguage(language)) }
    if (!owned) return sendPage(res, 404, endPage(frame, words.missing, 'warning'))
    const session = owned.object

    if (req.method === 'POST') {
      if (!sameOrigin(req)) return sendPage(res, 403, endPage(frame, words.missing, 'warning'))
      const form = await readForm(req)
      try {
        const paid = checkout.pay(sessionId, String(form.get('method')) as PaymentMethod, form.get('later') === '1')
        return seeOther(res, successAddress(paid))
      } catch (error) {
        if (!(error instanceof StripeFailure)) throw error
        return sendPage(res, 409, endPage(frame, words.expired, 'warning', session.cancel_url ?? undefined))
      }
    }
    if (session.status === 'expired')
      return sendPage(res, 410, endPage(frame, words.expired, 'warning', session.cancel_url ?? undefined))
    if (session.status === 'complete') {
      const text = session.payment_status === 'paid' ? words.thanks : words.waiting
      return sendPage(res, 200, endPage(frame, text, 'good', successAddress(session)))
    }
    const formAction = `'self' ${new URL(successAddress(session)).origin}`
    sendPage(res, 200, payPage(frame, session, checkout.details(sessionId).lineItems), { formAction })
  }
}
