import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { type Product, startProduct } from '../../dev/local/product.ts'

export type WebProduct = Product & { url: string; administrator: Credentials; close: () => Promise<void> }
export type Credentials = { email: string; password: string }

/** A whole Pactdesk with its built web app on a free port, empty but for one provider and its administrator. */
export async function startWebProduct(options: { at?: string; provider?: string } = {}): Promise<WebProduct> {
  const { at, provider = 'msp' } = options
  const data = mkdtempSync(join(tmpdir(), 'pactdesk-web-'))
  const product = await startProduct({ data, port: 0, log: () => undefined, ...(at && { at }) })
  const administrator = { email: `admin@${provider}.example`, password: 'correct horse battery' }
  const answer = await fetch(`${product.host.url}/_local/provision`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-pactdesk-secret': product.secret },
    body: JSON.stringify({
      key: provider,
      name: { zh: '北风信息技术', en: 'Northwind IT' },
      admin: { ...administrator, name: { zh: '周岚', en: 'Zhou Lan' } },
    }),
  })
  if (!answer.ok) throw new Error(`provision: ${answer.status} ${await answer.text()}`)
  const close = async (): Promise<void> => {
    await product.stop()
    rmSync(data, { recursive: true, force: true })
  }
  return { ...product, url: product.host.url, administrator, close }
}

/** Fills the sign-in page that is open, by e-mail and password. */
export async function fillSignIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(password)
  await page.locator('form:has(#password) button[type=submit]').click()
}
