import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeViolations } from './axe.ts'
import { launchBrowser, openPage, phone } from './launch.ts'
import { fillSignIn, startWebProduct, type WebProduct } from './product.ts'

const built = ['../../packages/web/dist/index.html', '../../cdk.out/PactdeskApp.template.json'].every(path =>
  existsSync(new URL(path, import.meta.url)),
)

/** Needs what `npm run build` makes. */
describe.skipIf(!built)('signing in to the built app', () => {
  let product: WebProduct
  let browser: Browser
  beforeAll(async () => {
    ;[product, browser] = await Promise.all([startWebProduct({ at: '2026-10-10T02:42:00Z' }), launchBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await product?.close()
  })

  test('an administrator signs in, sees the rail and the working clock, and signs out', async () => {
    const { page, errors } = await openPage(browser, { language: 'en', zone: 'Australia/Sydney', baseURL: product.url })
    await page.goto('/settings')
    await fillSignIn(page, product.administrator)
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/settings')
    expect(new URL(page.url()).search).toBe('')
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: /My account/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.waitForURL('**/auth/signed-out')
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('a session that has ended is renewed in a window of its own, and typed text stays', async () => {
    const { page } = await openPage(browser, { language: 'en', baseURL: product.url })
    await page.clock.install()
    await page.goto('/settings')
    await fillSignIn(page, product.administrator)
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    await page.evaluate(
      "document.querySelector('#content, nav').insertAdjacentHTML('beforeend', '<textarea id=\"typed\">half a reply</textarea>')",
    )
    await page.route('**/api/tenancy/**', route => route.fulfill({ status: 401, json: { message: 'Unauthorized' } }))
    // Coming back to the tab after a while asks again for what has grown old.
    await page.clock.fastForward(60_000)
    await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))")
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' })
    await dialog.waitFor()
    await page.unroute('**/api/tenancy/**')
    const [popup] = await Promise.all([page.waitForEvent('popup'), dialog.getByRole('button', { name: 'Sign in again' }).click()])
    if (!popup.isClosed()) await popup.waitForEvent('close')
    await dialog.waitFor({ state: 'hidden' })
    expect(await page.locator('#typed').inputValue()).toBe('half a reply')
    await page.context().close()
  })

  test('on a phone the rail is a bar at the bottom with a "more"', async () => {
    const { page } = await openPage(browser, { viewport: phone, language: 'zh-CN', baseURL: product.url })
    await page.goto('/settings')
    await fillSignIn(page, product.administrator)
    const bar = page.getByRole('navigation', { name: '主导航' })
    await bar.waitFor()
    const box = await bar.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(phone.height, 0)
    expect(await bar.locator(':scope > a:visible, :scope > button:visible').count()).toBeLessThanOrEqual(5)
    await bar.getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem', { name: '退出' }).waitFor()
    await page.context().close()
  })

  test('who is invited makes an account, takes the place, and works in it; the link is then used up', async () => {
    const { page: admin, errors } = await openPage(browser, { language: 'en', baseURL: product.url })
    await admin.goto('/settings?tab=staff')
    await fillSignIn(admin, product.administrator)
    await admin.getByRole('button', { name: 'New person' }).click()
    await admin.getByLabel('Name in English').fill('Tove Lind')
    await admin.getByLabel('E-mail').fill('tove@example.com')
    await admin.getByLabel('Service desk').check()
    expect(await axeViolations(admin)).toEqual([])
    await admin.getByRole('button', { name: 'Save' }).click()
    const link = await admin
      .getByRole('dialog')
      .getByText(/\/join\//)
      .textContent()
    expect(await axeViolations(admin)).toEqual([])

    const { page, errors: others } = await openPage(browser, { language: 'zh-CN', viewport: phone, baseURL: product.url })
    await page.goto(link!)
    await page.getByText('首次使用？创建账号').click()
    await page.getByLabel('姓名').fill('林托薇')
    await page.locator('#new-email').fill('tove@example.com')
    await page.locator('#new-password').fill('a long enough one')
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: '创建账号' }).click()
    await page.getByRole('heading', { name: '北风信息技术邀请您加入' }).waitFor()
    expect(await axeViolations(page)).toEqual([])
    await page.getByRole('button', { name: '接受邀请' }).click()
    await page.waitForURL('**/desk')
    await page.goto(link!)
    // For a minute the authorizer still knows the place; taking it meets what is stored.
    await page.getByRole('button', { name: '接受邀请' }).click()
    await page.getByRole('alert').filter({ hasText: '没有待接受的邀请' }).waitFor()
    expect(others.filter(error => !error.includes('404'))).toEqual([])
    expect(errors).toEqual([])
    await Promise.all([admin.context().close(), page.context().close()])
  })
})
