import { expect } from 'vitest'
import { pdfOf } from './documents.ts'
import { choose, dialog, press, type } from './form.ts'
import { section } from './places.ts'
import type { Stage } from './stage.ts'

const statement = [
  'id,date,amount,payer,reference',
  'B-0904,2026-09-04,14999.50,青禾牙科门诊部,NW-2026-0031',
  'B-0910,2026-09-10,10000.00,青禾牙科门诊部,账单 NW-2026-0031 余款',
  'B-0911,2026-09-11,88.00,无名氏,房租',
].join('\n')

/** The bank's CSV: two payments that name the bill (0.50 kept by the bank), one line that is nobody's. */
export async function bank(stage: Stage): Promise<void> {
  await stage.clock('2026-09-14T10:00:00+08:00')
  const page = await stage.as('finance')
  await section(page, 'Finance')
  await page.getByRole('link', { name: 'Bank', exact: true }).click()
  await page
    .getByLabel('Choose a CSV file')
    .setInputFiles({ name: 'september.csv', mimeType: 'text/csv', buffer: Buffer.from(statement) })
  await page.getByText('september.csv: 3 lines, 2 taken, 1 to settle, 0 repeated').waitFor()
  await stage.met(page, 'bank')
  await page.getByText('Unmatched', { exact: true }).last().click()
  await page.getByRole('button', { name: 'Settle ¥88.00' }).last().click()
  const settle = dialog(page, 'Settle ¥88.00')
  await settle.getByRole('radio', { name: 'It belongs to no bill' }).click()
  await type(settle, { 'Why (say refund, own transfer)': 'Rent of a neighbour, sent back' })
  await stage.met(page, 'bank-line')
  await press(settle, 'Ignore the line')
  await settle.waitFor({ state: 'hidden' })
}

/** 0.50 are still owed; finance writes the remainder off. */
export async function remainder(stage: Stage): Promise<void> {
  const page = await stage.as('finance')
  await section(page, 'Finance')
  await page.getByRole('link', { name: 'Bills', exact: true }).click()
  await page.getByRole('row', { name: /NW-2026-0031/ }).click()
  await page.getByRole('button', { name: '¥0.50' }).waitFor()
  await stage.met(page, 'fee-bill-half-a-yuan')
  await press(page, 'More actions')
  await page.getByRole('menuitem', { name: 'Write off a remainder' }).click()
  const form = dialog(page, 'Write off a remainder of NW-2026-0031')
  await type(form, { Reason: 'Kept by the bank' })
  await form.getByText('¥0.00 stays open; ¥0.50 goes to bank charges.').waitFor()
  await press(form, 'Write off ¥0.50')
  await form.waitFor({ state: 'hidden' })
  await page.getByText('Paid', { exact: true }).first().waitFor()
}

/** September can't close while its late fee is undecided: 3 days of 25,000.00, 6 of 10,000.50, 4 of 0.50 at 1 %; 60 % are claimed. */
export async function lateFee(stage: Stage): Promise<void> {
  await stage.clock('2026-10-08T10:00:00+08:00')
  const page = await stage.as('finance')
  await section(page, 'Finance')
  await page.getByRole('row', { name: /Qinghe Dental/ }).click()
  await page.getByRole('heading', { name: 'September 2026 can’t close yet' }).waitFor()
  expect(await page.getByRole('button', { name: 'Close September 2026' }).isDisabled()).toBe(true)
  await stage.met(page, 'close-blocked')
  await page.getByRole('region', { name: 'What blocks, and who must act' }).getByRole('link', { name: 'Decide' }).click()
  const form = dialog(page, 'Late fee of NW-2026-0031')
  // 750.00 + 600.03 + 0.02
  await form.getByText('¥1,350.05').first().waitFor()
  await form.getByRole('radio', { name: 'Claim a part' }).click()
  await type(form, { 'Part claimed, %': '60', Reason: 'First delay of a good client' })
  await form.getByText('¥810.03 is claimed').waitFor()
  await stage.met(page, 'late-fee')
  await press(form, 'Claim ¥810.03')
  await form.waitFor({ state: 'hidden' })
}

/** Now it can; the dialog says what is sealed; the month closes. */
export async function close(stage: Stage): Promise<void> {
  const page = await stage.as('finance')
  await section(page, 'Finance')
  await page.getByRole('row', { name: /Qinghe Dental/ }).click()
  await page.getByRole('heading', { name: 'September 2026 can close' }).waitFor()
  await stage.met(page, 'close-ready')
  await press(page, 'Close September 2026')
  const form = dialog(page, 'Close September 2026?')
  // A part of 299.00; 100 minutes, charged as 105 at 280.00 less 15 %: 416.50.
  await form.getByText('billable for ¥715.50').waitFor()
  await press(form, 'Close September 2026')
  await form.waitFor({ state: 'hidden' })
  await stage.settle(page)
  await page.getByRole('heading', { name: 'September 2026 is closed' }).waitFor()
  await stage.met(page, 'closed')
}

/** The extras are drafted and issued under the next number; each line opens to its clause and minutes. */
export async function extras(stage: Stage): Promise<void> {
  const page = await stage.as('finance')
  await section(page, 'Finance')
  await page.getByRole('row', { name: /Qinghe Dental/ }).click()
  await press(page, 'Draft the bill')
  await page.getByRole('button', { name: 'Issue ¥1,525.53' }).waitFor()
  await stage.met(page, 'extras-draft')
  await press(page, 'Issue ¥1,525.53')
  const form = dialog(page, /^Issue this bill to/)
  // 299.00 × 13/113 = 34.40; (416.50 + 810.03) × 6/106 = 69.43.
  await form.getByText('¥1,525.53 receivable, ¥103.83 of it VAT, 3 lines').waitFor()
  await press(form, 'Issue')
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('heading', { name: 'NW-2026-0032' }).waitFor()
  await page.getByRole('button', { name: '¥416.50' }).click()
  const why = page.getByRole('complementary', { name: 'Choose a line to see why' })
  await why.getByText('100 min worked, 105 min charged').waitFor()
  await why.getByText('2(5)').or(why.getByText('2(3)(2)')).first().waitFor()
  await why.getByText('QINGHE-4').first().waitFor()
  await stage.met(page, 'line-explained')
  await stage.settle(page)
  expect(await pdfOf(page, 'PDF')).toMatch(/^%PDF-1/)
}

/** The owner sees the bill with what the contract covered beside it, and pays on the hosted page; its webhook marks it paid. */
export async function paid(stage: Stage): Promise<void> {
  await stage.clock('2026-10-09T09:30:00+08:00')
  const page = await stage.as('owner')
  await section(page, '账单')
  await stage.met(page, 'bills-of-owner')
  await page.getByRole('button', { name: /NW-2026-0032/ }).click()
  await page.getByRole('heading', { name: '合同已含的服务' }).waitFor()
  await stage.met(page, 'bill-of-owner')
  await press(page, /去付款 ¥1,525\.53/)
  await page.waitForURL(/_local\/stripe/)
  await page.getByRole('row', { name: /合计 ¥1,525\.53/ }).waitFor()
  await stage.met(page, 'hosted-page')
  await press(page, '支付宝支付')
  await page.waitForURL(/\/portal\/bills\//)
  await stage.settle(page)
  await page.getByText('已付清').or(page.getByText('已付款')).first().waitFor()
  await stage.met(page, 'bill-paid')
  // Resolved on Thursday the 3rd; nobody answered by the end of the fifth working day, so it closed by itself.
  await section(page, '我的请求')
  await press(page, '已完成')
  await choose(page, '月份', '2026年9月')
  await page.getByRole('button', { name: /QINGHE-2\b/ }).click()
  await page.getByText('已于 9月10日 周四 18:00 完成').waitFor()
  await stage.met(page, 'request-closed-by-itself')
}

/** Every entry balances, and so do all of them. */
export async function ledger(stage: Stage): Promise<void> {
  const page = await stage.as('finance')
  await section(page, 'Finance')
  await page.getByRole('link', { name: 'Ledger', exact: true }).click()
  await page.getByText(/entries, each balanced; balances sum to ¥0\.00/).waitFor()
  // Debits: 25,000.00 less 0.50 by bank, the extras by the hosted page. Credits: the net fee less September, VAT of both bills,
  // September with 416.50 − 23.58 of work, the part and the late fee net of 34.40 and 45.85.
  const balances: [account: string, balance: string][] = [
    ['Bank', '24,999.50'],
    ['Stripe clearing', '1,525.53'],
    ['Receivable', '0.00'],
    ['Bank charges', '0.50'],
    ['Contract liability', '21,646.42'],
    ['Output VAT', '1,518.92'],
    ['Revenue, service', '2,331.41'],
    ['Revenue, parts', '264.60'],
    ['Revenue, late fees', '764.18'],
  ]
  const table = page.getByRole('table').last()
  for (const [account, balance] of balances)
    await table.getByRole('row', { name: `${account} ¥${balance}`, exact: true }).waitFor()
  await stage.met(page, 'ledger')
}
