import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { unpackBrowser } from './unpack.ts'

/** A headless Chromium of our own; close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const { executable, libraries, fontConfig, home } = await unpackBrowser()
  return chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
    env: { HOME: home, LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fontConfig },
  })
}

export type Language = 'zh-CN' | 'en'

/** The two widths at which every screen is looked at. */
export const desktop = { width: 1440, height: 900 }
export const phone = { width: 390, height: 844 }

type Options = { viewport?: typeof desktop; language?: Language; zone?: string; baseURL?: string }

/** A fresh page (own cookies) in a language, a time zone and a size; a phone touches. Errors on the page fail loudly by `errors`. */
export async function openPage(browser: Browser, options: Options = {}): Promise<{ page: Page; errors: string[] }> {
  const { viewport = desktop, language = 'zh-CN', zone = 'Asia/Shanghai', baseURL } = options
  const small = viewport.width < 768
  const context: BrowserContextOptions = {
    viewport,
    locale: language,
    timezoneId: zone,
    hasTouch: small,
    isMobile: small,
    reducedMotion: 'reduce',
    ...(baseURL && { baseURL }),
  }
  const page = await (await browser.newContext(context)).newPage()
  const errors: string[] = []
  page.on('pageerror', error => errors.push(`${error.name}: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return { page, errors }
}
