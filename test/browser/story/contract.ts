import { expect } from 'vitest'
import { pdfOf } from './documents.ts'
import { dialog, press, sign, tick, type } from './form.ts'
import { section } from './places.ts'
import type { Stage } from './stage.ts'

export const number = 'QH-2026-017'

/** Eight computers at 1,800.00, a server at 6,000.00, a router at 4,600.00: 25,000.00 a year, VAT included. */
const prices = ['1800', '6000', '4600']

/** The template is filled from the registers; prices and clause 7 are typed. */
export async function draft(stage: Stage): Promise<void> {
  const page = await stage.as('admin')
  await section(page, '合同')
  await page.getByText('还没有合同').waitFor()
  await stage.met(page, 'no-contracts')
  await page.getByRole('button', { name: '新建合同' }).first().click()
  await page.getByRole('combobox', { name: '为哪个客户？' }).fill('青禾')
  await page.getByRole('option', { name: '青禾牙科 · QINGHE' }).click()
  await type(page, { 合同编号: number, 签订地点: '上海' })
  const fees = page.getByRole('region', { name: '服务项目与费用' })
  expect(
    await fees
      .getByRole('textbox', { name: '数量' })
      .evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value)),
  ).toEqual(['8', '1', '1'])
  for (const [at, price] of prices.entries()) await fees.getByRole('textbox', { name: '单价' }).nth(at).fill(price)
  await fees.getByText('¥25,000.00').waitFor()
  await page.getByText('共 365 天').waitFor()
  expect(await page.getByRole('radio', { name: '有，午休不计时' }).isChecked()).toBe(true)
  expect(await page.getByRole('textbox', { name: '总店的 N' }).inputValue()).toBe('90')
  const payment = page.getByRole('region', { name: '付款' })
  await tick(payment, '在线支付', '银行转账')
  // 300 days before 31 August 2027 is 4 November 2026.
  await type(page.getByRole('region', { name: '终止、争议与续签' }), { 到期前提醒: '300' })
  const agreed = page.getByRole('region', { name: '其他约定' })
  await tick(agreed, /^7\(a\)/)
  await tick(agreed, '等待客户')
  await tick(agreed, /^7\(c\)/, /^7\(d\)/, /^7\(e\)/)
  await type(agreed, { 每小时标准价: '280', 优惠: '15', 进位至: '15' })
  await page.getByText('与左侧一致').waitFor()
  const preview = page.getByRole('region', { name: '合同预览' })
  await preview.getByText('贰万伍仟元整').first().waitFor()
  await stage.met(page, 'draft')
  await press(page, '保存草稿')
  await page.getByText(`${number} 已保存`).waitFor()
  await stage.met(page, 'draft-saved')
}

/** The words are fixed, the PDF made, and the provider signs it. */
export async function offerAndSign(stage: Stage): Promise<void> {
  const page = await stage.as('admin')
  await section(page, '合同')
  await page.getByRole('row', { name: number }).click()
  await press(page, '定稿并发出')
  const offer = dialog(page, `发出 ${number}`)
  await offer.getByText('总价 ¥25,000.00').waitFor()
  await offer.getByRole('button', { name: '定稿并发出' }).click()
  await press(page, '代表我方签署')
  const form = dialog(page, `签署 ${number}`)
  await sign(page, form.getByRole('img', { name: '签名板' }))
  await form.getByText('请填写职务').waitFor()
  await type(form, { 职务: '总经理' })
  await form.getByRole('checkbox').click()
  await stage.met(page, 'provider-signs')
  await press(form, '签署')
  await page.getByText(`${number} 已由我方签署`).waitFor()
  await page.getByRole('heading', { name: '等待客户签署' }).waitFor()
  await stage.met(page, 'signed-by-provider')
}

/** The owner reads to the end on a phone and signs; the contract is in force at once. */
export async function ownerSigns(stage: Stage): Promise<void> {
  await stage.clock('2026-08-28T10:00:00+08:00')
  const page = await stage.as('owner')
  await section(page, '首页')
  await page.getByRole('link', { name: new RegExp(`合同 ${number} 待您签署`) }).click()
  await page.getByText(/^已读 0\//).waitFor()
  await stage.met(page, 'owner-reads')
  const unread = page.getByRole('button', { name: /未读，继续阅读/ })
  const sheet = page.getByRole('region', { name: '签署合同' })
  await unread.click()
  while (!(await sheet.isVisible())) await page.mouse.wheel(0, 600)
  await sign(page, sheet.getByRole('img', { name: '签名板' }))
  expect(await sheet.getByRole('textbox', { name: '姓名' }).inputValue()).toBe('高敏')
  expect(await sheet.getByRole('textbox', { name: '职务' }).inputValue()).toBe('院长')
  await sheet.getByRole('button', { name: '请勾选确认' }).waitFor()
  await sheet.getByRole('checkbox', { name: /2 日内须付款 ¥25,000\.00/ }).click()
  await stage.met(page, 'owner-signs')
  await press(sheet, '签署并生效')
  await page.getByRole('heading', { name: '合同已生效' }).waitFor()
  // The 30th is a Sunday: two days after the 28th, rolled on to Monday.
  await page.getByText(/2026年8月31日.*前付款 ¥25,000\.00/).waitFor()
  await stage.settle(page)
  expect(await pdfOf(page, '已签 PDF')).toMatch(/^%PDF-1/)
  await stage.met(page, 'owner-signed')
  await page.getByRole('link', { name: '查看合同履行' }).click()
  await page.getByText('1(3)').first().waitFor()
  await stage.met(page, 'owner-contract')
}
