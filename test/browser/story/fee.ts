import { expect } from 'vitest'
import { pdfOf } from './documents.ts'
import { section } from './places.ts'
import type { Stage } from './stage.ts'

/** The signed fee is billed at once: next number of the series, due by its rule, VAT out of the price, as a PDF. */
export async function issued(stage: Stage): Promise<void> {
  const page = await stage.as('finance')
  await section(page, 'Finance')
  await page.getByRole('link', { name: 'Bills' }).click()
  const row = page.getByRole('row', { name: /NW-2026-0031/ })
  await row.getByText('¥25,000.00').first().waitFor()
  await stage.met(page, 'bills')
  await row.click()
  await page.getByRole('heading', { name: '¥25,000.00' }).waitFor()
  // 25,000.00 × 6/106 = 1,415.094…; the rest is net.
  await page.getByText('1,415.09').first().waitFor()
  await page.getByText('23,584.91').first().waitFor()
  await page.getByText('31 Aug 2026').first().waitFor()
  await stage.met(page, 'fee-bill')
  expect(await pdfOf(page, 'PDF')).toMatch(/^%PDF-1/)
}
