import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import type { Browser, Page } from 'playwright-core'
import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations } from '../../test/browser/axe.ts'
import { desktop, launchBrowser, openPage, phone } from '../../test/browser/launch.ts'
import type { Idp } from './idp/api.ts'
import { authorizationRequest } from './idp/browser.testing.ts'
import { createIdp } from './idp/idp.ts'
import type { Mailbox } from './mail/api.ts'
import { createMailbox } from './mail/mailbox.ts'
import { type Served, serve } from './serve.testing.ts'
import type { StripeStandIn } from './stripe/api.ts'
import { createStripe } from './stripe/stripe.ts'

const cases = [
  { language: 'zh-CN' as const, viewport: desktop },
  { language: 'en' as const, viewport: phone },
]

const overflow = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')

describe('the pages in a browser', () => {
  let browser: Browser
  let idp: Served<Idp>
  let stripe: Served<StripeStandIn>
  let mail: Served<Mailbox>

  beforeAll(async () => {
    browser = await launchBrowser()
    idp = await serve((baseUrl, state) => createIdp({ state, baseUrl }))
    stripe = await serve((baseUrl, state) =>
      createStripe({ state, baseUrl, automatic: false, merchant: () => '华盾信息技术有限公司' }),
    )
    mail = await serve((_, state) => createMailbox({ state }))
    const role = { zh: '服务经理', en: 'Service manager' }
    const company = { zh: '华盾信息技术有限公司', en: 'Huadun Information Technology Co., Ltd.' }
    idp.service.addPerson({ sub: 'd1', email: 'd1@x.example', name: { zh: '李雷', en: 'Li Lei' }, demo: { role, company } })
  })
  afterAll(async () => {
    await Promise.all([browser?.close(), idp?.close(), stripe?.close(), mail?.close()])
  })

  test.each(cases)('signing in, $language: readable by all, one click, back at the app', async options => {
    const { page, errors } = await openPage(browser, options)
    const request = authorizationRequest(idp.service.issuer)
    await page.goto(request.url)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe(options.language === 'en' ? '中文' : 'English')
    await page.locator('#email').fill('d1@x.example')
    await page.locator('#password').fill('not this one')
    await page.locator('button.primary').click()
    await page.getByRole('alert').waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: /李雷|Li Lei/ }).click()
    await page.waitForURL(`${request.redirectUri}?code=*`)
    expect(errors.filter(error => !/status of (401|404)/.test(error))).toEqual([])
    await page.context().close()
  })

  test.each(cases)('paying, $language: amounts, a hurried double click, the way back', async options => {
    const client = new Stripe('sk_test_local_a', { host: 'localhost', port: stripe.port, protocol: 'http' })
    const { id, url } = await client.checkout.sessions.create({
      mode: 'payment',
      line_items: [
        {
          quantity: 4,
          price_data: { currency: 'cny', unit_amount: 64300, product_data: { name: '网络点 · Network points, meeting room' } },
        },
      ],
      success_url: `${stripe.baseUrl}/paid?session={CHECKOUT_SESSION_ID}`,
      cancel_url: `${stripe.baseUrl}/cancelled`,
    })
    const { page, errors } = await openPage(browser, options)
    await page.goto(url!)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await page.getByText('¥2,572.00').first().waitFor()
    await page
      .getByRole('button', { name: /微信支付|WeChat Pay/ })
      .first()
      .dblclick({ noWaitAfter: true })
    await page.waitForURL(`**/paid?session=${id}`)
    const completed = stripe.service.events().filter(({ type, data }) => {
      return type === 'checkout.session.completed' && (data as { object: { id: string } }).object.id === id
    })
    expect(completed).toHaveLength(1)
    await page.goto(url!)
    expect(await axeViolations(page)).toEqual([])
    expect(errors.filter(error => !/status of 404/.test(error))).toEqual([])
    await page.context().close()
  })

  test.each(cases)('reading mail, $language: list, mail, its HTML without its script', async options => {
    const ses = new SESv2Client({ endpoint: mail.baseUrl, region: 'x', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } })
    const html = `<p id="shown">你好</p><script>document.body.textContent = 'script ran'</script>`
    const Content = {
      Simple: { Subject: { Data: '账单 2026-11' }, Body: { Html: { Data: html }, Text: { Data: 'http://localhost/a' } } },
    }
    await ses.send(
      new SendEmailCommand({ FromEmailAddress: 'a@b.example', Destination: { ToAddresses: ['c@d.example'] }, Content }),
    )
    const { page } = await openPage(browser, options)
    await page.goto(`${mail.baseUrl}/_local/mail`)
    expect(await axeViolations(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await page.getByRole('link', { name: '账单 2026-11' }).first().click()
    expect(await page.frameLocator('iframe').locator('#shown').textContent()).toBe('你好')
    expect(await overflow(page)).toBe(0)
    await page.context().close()
  })
})
