import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations } from './axe.ts'
import { desktop, type Language, launchBrowser, openPage, phone } from './launch.ts'

const pictures = fileURLToPath(new URL('../../.tmp/pictures/', import.meta.url))
let server: ViteDevServer
let browser: Browser
let baseURL: string

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await createServer({
    configFile: fileURLToPath(new URL('../../packages/web/vite.config.ts', import.meta.url)),
    logLevel: 'error',
    server: { port: 0, strictPort: false, hmr: false, watch: null },
  })
  await server.listen()
  const address = server.httpServer?.address()
  if (!address || typeof address === 'string') throw new Error('vite listens on no port')
  baseURL = `http://localhost:${address.port}`
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const cases: [string, typeof desktop, Language][] = [
  ['desktop', desktop, 'en'],
  ['desktop', desktop, 'zh-CN'],
  ['phone', phone, 'en'],
  ['phone', phone, 'zh-CN'],
]

test.each(cases)(
  'all shared parts on a %s (%o, %s) are drawn without errors and accessible',
  async (name, viewport, language) => {
    const { page, errors } = await openPage(browser, { viewport, language, baseURL, zone: 'Australia/Sydney' })
    await page.clock.setFixedTime(new Date('2026-10-10T02:42:00Z'))
    await page.goto('/parts')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    await page.evaluate('document.fonts.ready')
    await page.screenshot({ path: `${pictures}parts-${name}-${language}.png`, fullPage: true })
    // A phone widens its window for what overflows, so the window is no measure.
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(viewport.width)
    expect(errors).toEqual([])
    expect(await axeViolations(page)).toEqual([])
    await page.context().close()
  },
)

test('the promise chips say shape, words and state, counted on server time', async () => {
  const { page } = await openPage(browser, { language: 'en', baseURL, zone: 'Australia/Sydney' })
  await page.clock.setFixedTime(new Date('2026-10-10T02:42:00Z'))
  await page.goto('/parts')
  const chips = page.locator('dt [data-promise]')
  await chips.first().waitFor()
  expect(await chips.evaluateAll(nodes => nodes.map(node => node.getAttribute('data-promise')))).toEqual([
    'running',
    'at-risk',
    'over',
    'paused',
    'outside',
    'met',
    'missed',
    'none',
    'excluded',
  ])
  expect(await chips.nth(1).locator('span').first().textContent()).toBe('1h 05m left')
  expect(await chips.nth(4).locator('span').first().textContent()).toBe('Starts Mon 09:00')
  await page.context().close()
})

test('a figure answers why: a card, from there the drawer with its own address, Esc goes back', async () => {
  const { page } = await openPage(browser, { language: 'en', baseURL })
  await page.goto('/parts')
  await page.getByRole('button', { name: '¥110,107.40' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Open the full explanation' }).click()
  await page.waitForURL('**/parts?why=dev.earned')
  const drawer = page.getByRole('dialog', { name: 'Earned to date' })
  await drawer.waitFor()
  expect(await drawer.getByText('Party A pays the full fee').count()).toBe(1)
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
  expect(new URL(page.url()).search).toBe('')
  await page.context().close()
})

test('⇧L changes the language everywhere and is remembered', async () => {
  const { page } = await openPage(browser, { language: 'en', baseURL })
  await page.goto('/parts')
  await page.getByText('Promise states').first().waitFor()
  await page.keyboard.press('Shift+L')
  await page.getByText('承诺状态').first().waitFor()
  await page.reload()
  await page.getByText('承诺状态').first().waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  await page.context().close()
})
