import { dialog, press, type } from './form.ts'
import { openRequest, openTicket, section } from './places.ts'
import type { Stage } from './stage.ts'

/** Four more network points: the guard says before anything is sent that this is quoted first, under 2(3). */
export async function asked(stage: Stage): Promise<void> {
  await stage.clock('2026-09-09T10:00:00+08:00')
  const page = await stage.as('owner')
  await section(page, '我的请求')
  await stage.met(page, 'requests')
  await page.getByRole('link', { name: '提交请求' }).click()
  await press(page.getByRole('group', { name: '是哪一类？' }), '需要服务')
  await type(page, { 一句话说明: '会议室增加四个网络点' })
  await page.getByText(/您提到“网络点”.*第 2\(3\)\(2\) 条之外，我们会先报价/).waitFor()
  await press(page, /^是，/)
  await stage.met(page, 'request-outside')
  await press(page, '提交')
  await page.getByRole('heading', { name: '已收到，编号 QINGHE-4' }).waitFor()
  await page.getByText('我们先报价，您的审批人同意后再开工').waitFor()
  await stage.met(page, 'receipt-outside')
}

/** The desk reads the same, and quotes by time at the contract's rate. */
export async function quoted(stage: Stage): Promise<void> {
  const page = await stage.as('desk')
  await openTicket(page, 'QINGHE-4')
  await page
    .getByText(/2\(3\)\(2\): quote first/)
    .first()
    .waitFor()
  await page.getByText('Work outside the contract has no promise').first().waitFor()
  await press(page, 'Quote')
  const form = dialog(page, 'Quote')
  await type(form, { 'What is offered': '四个六类网络点，含布线与测试，约两小时' })
  await stage.met(page, 'quote')
  await press(form, 'Send to the client')
  await form.waitFor({ state: 'hidden' })
  await page.getByText('Waiting for approval').waitFor()
  await stage.met(page, 'ticket-quoted')
}

/** The owner approves on the phone; a hundred minutes on site are recorded the next day. */
export async function approved(stage: Stage): Promise<void> {
  const owner = await stage.as('owner')
  await openRequest(owner, 'QINGHE-4')
  await owner.getByRole('heading', { name: '报价待批准' }).waitFor()
  await stage.met(owner, 'quote-on-phone')
  await press(owner, '批准报价')
  const form = dialog(owner, '批准报价')
  await form.getByText('批准后开工，按合同单价与实际工时出账').waitFor()
  await press(form, '批准报价')
  await owner.getByText('已批准').first().waitFor()
  await stage.clock('2026-09-10T15:00:00+08:00')
  const page = await stage.as('desk')
  await openTicket(page, 'QINGHE-4')
  await page.getByText('Accepted').first().waitFor()
  await press(page, 'Start')
  await page.getByRole('complementary').getByRole('button', { name: 'Time', exact: true }).click()
  const time = dialog(page, 'Log time')
  await press(time, 'On site')
  await type(time, { 'or from': '13:20', to: '15:00', 'What was done': '布线、端接、测试' })
  await stage.met(page, 'log-time')
  await press(time, 'Log time')
  await time.waitFor({ state: 'hidden' })
  await page.getByText('100 min').or(page.getByText('1 h 40')).first().waitFor()
  await press(page, /^Resolve/)
  const resolve = dialog(page, 'Resolve')
  await type(resolve, { 'What helped, the client reads it': '四个网络点已开通' })
  await press(resolve, 'Mark as resolved')
  await resolve.waitFor({ state: 'hidden' })
  await stage.met(page, 'ticket-billable')
}
