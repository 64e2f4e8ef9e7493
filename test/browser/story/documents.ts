import type { Page } from 'playwright-core'
import { press } from './form.ts'

/** First bytes of the PDF that a button opens, fetched from its short-lived address. */
export async function pdfOf(page: Page, button: string): Promise<string> {
  const asked = page.context().waitForEvent('response', response => response.headers()['content-type'] === 'application/pdf')
  await press(page, button)
  const response = await page.request.get((await asked).url())
  return (await response.body()).subarray(0, 8).toString('latin1')
}

/** A picture of one pixel, as a phone's camera would send one. */
export const receipt = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
