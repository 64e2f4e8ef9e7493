import { isCurrency } from './currency.ts'
import { noSuch, notHere, StripeFailure } from './failure.ts'
import type { LineItem } from './objects.ts'
import type { Parameters } from './parameters.ts'

/** Parameters of a checkout session that change nothing here and do no harm, or that are acted upon; all others are refused. */
const understood = new Set(
  `cancel_url client_reference_id currency customer customer_creation customer_email customer_update expand expires_at line_items locale metadata
  mode payment_intent_data payment_method_options allowed_payment_method_types excluded_payment_method_types submit_type success_url ui_mode custom_text billing_address_collection
  phone_number_collection allow_promotion_codes`.split(/\s+/),
)

/** What the hosted page offers. */
const methods = ['card', 'alipay', 'wechat_pay']

type RawItem = {
  quantity?: number
  price?: string
  price_data?: { currency: string; unit_amount?: number; product?: string; product_data?: { name: string }; recurring?: unknown }
}

const missing = (param: string) => new StripeFailure(`Missing required param: ${param}.`, { code: 'parameter_missing', param })

function lineItem(raw: RawItem, index: number, currency: string): LineItem {
  const at = (rest: string) => `line_items[${index}]${rest}`
  if (raw.price) throw noSuch('price', raw.price, at('[price]'), 400)
  const { price_data: price, quantity } = raw
  if (!price) throw missing(at('[price_data]'))
  if (price.recurring) throw notHere(at('[price_data][recurring]'))
  if (price.product) throw noSuch('product', price.product, at('[price_data][product]'), 400)
  if (!price.product_data?.name) throw missing(at('[price_data][product_data][name]'))
  if (price.unit_amount === undefined) throw missing(at('[price_data][unit_amount]'))
  if (price.unit_amount < 0) {
    throw new StripeFailure('Invalid non-negative integer', {
      code: 'parameter_invalid_integer',
      param: at('[price_data][unit_amount]'),
    })
  }
  if (quantity === undefined) throw missing(at('[quantity]'))
  if (quantity < 1)
    throw new StripeFailure('The quantity should be at least 1', { code: 'parameter_invalid_integer', param: at('[quantity]') })
  if (price.currency !== currency)
    throw new StripeFailure('All line items must have the same currency.', { param: at('[price_data][currency]') })
  const total = price.unit_amount * quantity
  return { description: price.product_data.name, quantity, unit_amount: price.unit_amount, amount_total: total }
}

/** Line items, all in one currency, with a total above zero. */
export function lineItemsOf(parameters: Parameters): { items: LineItem[]; currency: string; total: number } {
  const raw = (parameters.line_items ?? []) as RawItem[]
  if (raw.length === 0) throw missing('line_items')
  if (raw.length > 100) throw new StripeFailure('A session has up to 100 line items', { param: 'line_items' })
  const currency = raw[0]!.price_data?.currency ?? ''
  const items = raw.map((item, index) => lineItem(item, index, currency))
  if (!isCurrency(currency)) {
    throw new StripeFailure(`Invalid currency: ${currency}.`, { param: 'line_items[0][price_data][currency]' })
  }
  const total = items.reduce((sum, item) => sum + item.amount_total, 0)
  if (total < 1) throw new StripeFailure('The total amount of a session must be greater than zero', { code: 'amount_too_small' })
  if (total > 99_999_999) throw new StripeFailure('Amount must be no more than 99999999', { code: 'amount_too_large' })
  return { items, currency, total }
}

/** How the customer may pay: what the stand-in knows, filtered as asked. This API version has filters, no list of its own. */
export function methodsOf(parameters: Parameters): string[] {
  const allowed = parameters.allowed_payment_method_types as string[] | undefined
  const excluded = (parameters.excluded_payment_method_types ?? []) as string[]
  const left = methods.filter(method => (!allowed || allowed.includes(method)) && !excluded.includes(method))
  if (left.length === 0) {
    throw new StripeFailure('No valid payment method types for this Checkout Session.', { param: 'allowed_payment_method_types' })
  }
  return left
}

function checkUrl(parameters: Parameters, param: 'success_url' | 'cancel_url'): void {
  const url = parameters[param]
  if (url === undefined) return
  const valid = typeof url === 'string' && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
  if (!valid) throw new StripeFailure('Not a valid URL', { code: 'url_invalid', param })
}

/** Rules of Stripe that no schema says. `now` in seconds. */
export function checkSession(parameters: Parameters, now: number): void {
  const foreign = Object.keys(parameters).find(name => !understood.has(name))
  if (foreign) throw notHere(foreign)
  if (parameters.mode === undefined) throw missing('mode')
  if (parameters.mode !== 'payment') throw notHere(`mode ${parameters.mode}`)
  if (parameters.ui_mode !== undefined && parameters.ui_mode !== 'hosted_page') {
    throw notHere(`ui_mode ${parameters.ui_mode}`)
  }
  if (!parameters.success_url) throw missing('success_url')
  checkUrl(parameters, 'success_url')
  checkUrl(parameters, 'cancel_url')
  if (parameters.customer && parameters.customer_email) {
    throw new StripeFailure('You may only specify one of these parameters: customer, customer_email.', { param: 'customer' })
  }
  const expires = parameters.expires_at as number | undefined
  if (expires !== undefined && (expires < now + 30 * 60 || expires > now + 24 * 3600)) {
    throw new StripeFailure(
      'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.',
      { param: 'expires_at' },
    )
  }
  if (String(parameters.client_reference_id ?? '').length > 200) {
    throw new StripeFailure('client_reference_id has at most 200 characters', { param: 'client_reference_id' })
  }
}
