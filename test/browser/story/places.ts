import type { Page } from 'playwright-core'

/** A section by its word in the rail, or on a phone in the bar at the bottom. */
export const section = (page: Page, word: string): Promise<void> =>
  page
    .getByRole('navigation', { name: /^(Main|主导航)$/ })
    .getByRole('link', { name: word, exact: true })
    .click()

/** A ticket from the desk's queue. */
export async function openTicket(page: Page, number: string): Promise<void> {
  await section(page, 'Desk')
  await page.getByRole('row', { name: new RegExp(`${number}\\b`) }).dblclick()
  await page.getByRole('heading', { name: number, level: 1 }).waitFor()
}

/** A request from the owner's list in the portal, on a phone, in Chinese. */
export async function openRequest(page: Page, number: string): Promise<void> {
  await section(page, '我的请求')
  await page.getByRole('button', { name: new RegExp(`${number}\\b`) }).click()
}
