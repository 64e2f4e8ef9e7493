import { getBill, payBill } from '@pactdesk/domain/outsourcing/billing/routes'
import type { World } from '../world.ts'

/** The client's owner opens the hosted page and pays there; Stripe's signed webhook tells the product. */
export async function payOnHostedPage({ as, product, names: { client } }: World, bill: string): Promise<void> {
  const { fetch: send = fetch } = product
  const params = { client, bill }
  const { url } = (await as.owner.call(payBill, { params, body: {} })).value
  const methods = [...(await textOf(await send(url))).matchAll(/name="method" value="(\w+)"/g)].map(([, method]) => method!)
  const method = methods.find(each => each === 'alipay') ?? methods[0]
  if (!method) throw new Error('the hosted page offers no way to pay')
  const paid = await send(url, { method: 'POST', body: new URLSearchParams({ method }), redirect: 'manual' })
  if (paid.status >= 400) throw new Error(`the hosted page answered ${paid.status}`)
  await product.stripe.deliverPending()
  await product.host.drain()
  const { openMinor } = (await as.finance.call(getBill, { params })).value
  if (openMinor !== 0) throw new Error(`after the payment ${openMinor} of the bill is open`)
}

async function textOf(response: Response): Promise<string> {
  const text = await response.text()
  if (!response.ok) throw new Error(`the hosted page answered ${response.status}: ${text.slice(0, 200)}`)
  return text
}
