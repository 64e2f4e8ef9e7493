import type { Page } from 'playwright-core'

type Watched = { troubles: string[]; asking: Set<unknown> }
const watched = new WeakMap<Page, Watched>()

/** Collects what a page complains of: script errors, console errors, answers of 400 and more, requests that failed. */
export function watch(page: Page): void {
  const troubles: string[] = []
  const asking = new Set<unknown>()
  watched.set(page, { troubles, asking })
  page.on('pageerror', error => troubles.push(`${error.name}: ${error.message}`))
  page.on('console', message => {
    // Chromium repeats each answer of 400 and more on the console, without its address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) troubles.push(message.text())
  })
  page.on('response', response => {
    if (response.status() >= 400) troubles.push(`${response.request().method()} ${response.url()} answered ${response.status()}`)
  })
  page.on('request', request => asking.add(request))
  page.on('requestfinished', request => asking.delete(request))
  page.on('requestfailed', request => {
    asking.delete(request)
    const reason = request.failure()?.errorText ?? ''
    // Leaving a page ends the questions it had asked.
    if (reason !== 'net::ERR_ABORTED') troubles.push(`${request.method()} ${request.url()} failed: ${reason}`)
  })
}

/** What has been complained of since the last question. */
export const troublesOf = (page: Page): string[] => watched.get(page)?.troubles.splice(0) ?? []

/** Waits until the page has asked everything it needs to draw itself. */
export async function settled(page: Page): Promise<void> {
  const asking = watched.get(page)?.asking ?? new Set()
  for (let calm = 0; calm < 2; calm = asking.size === 0 ? calm + 1 : 0)
    await page.evaluate('new Promise(done => requestAnimationFrame(() => setTimeout(done)))')
}
