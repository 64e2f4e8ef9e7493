import { expect } from 'vitest'
import { choose, dialog, press, type } from './form.ts'
import { openRequest, openTicket, section } from './places.ts'
import type { Stage } from './stage.ts'

/** The owner raises a fault on the phone: the receipt says its number and what is promised. */
export async function raise(stage: Stage): Promise<void> {
  await stage.clock('2026-09-02T10:00:00+08:00')
  const page = await stage.as('owner')
  await section(page, '首页')
  await stage.met(page, 'portal-home')
  await page.getByRole('link', { name: '提交请求' }).first().click()
  await type(page, { 一句话说明: '前台电脑很慢', 具体情况: '早上开机后打开病历要等两分钟' })
  await choose(page, '设备', /PC-08/)
  await press(page.getByRole('group', { name: '影响多少人？' }), '几个人')
  await stage.met(page, 'new-request')
  await press(page, '提交')
  await page.getByRole('heading', { name: '已收到，编号 QINGHE-1' }).waitFor()
  // 480 working minutes from 10:00: 120 + 300 on Wednesday, the last 60 on Thursday.
  await page.getByText('9月3日 周四 10:00').waitFor()
  await stage.met(page, 'receipt')
  await page.getByRole('link', { name: '查看请求' }).click()
  await page.getByRole('heading', { name: '前台电脑很慢' }).waitFor()
  await stage.met(page, 'request')
}

/** The desk sees it, works on it with minutes on the reply and on a note, and waits for the client. */
export async function work(stage: Stage): Promise<void> {
  await stage.clock('2026-09-02T10:30:00+08:00')
  const page = await stage.as('desk')
  await section(page, 'Desk')
  const row = page.getByRole('row', { name: /QINGHE-1/ })
  await row.click()
  await page.getByRole('complementary', { name: 'Preview' }).getByRole('button', { name: 'Open' }).waitFor()
  await stage.met(page, 'queue')
  await page.getByRole('complementary', { name: 'Preview' }).getByRole('button', { name: 'Open' }).click()
  await press(page, 'Start')
  const composer = page.getByRole('region', { name: 'Compose' })
  await press(composer, /Internal note/)
  await type(composer, { 'Internal note': 'Looks like the index of the records system', 'Minutes, ending now': '10' })
  await composer.getByText('covered by').waitFor()
  await stage.met(page, 'note')
  await press(composer, 'Save note')
  await page.getByText('Note saved').waitFor()
  await press(composer, /^Reply/)
  await type(composer, { Reply: '请问今天是否安装过新软件？', 'Minutes, ending now': '15' })
  await choose(composer, 'Status after sending', 'Wait for client')
  await type(composer, { 'Reason, the client reads it': '等待客户确认软件' })
  await press(composer, 'Send and set')
  await page.getByText('Sent', { exact: true }).waitFor()
  await stage.met(page, 'ticket-waiting')
}

/** The owner reads whom it waits for and why, and answers; the desk solves it. */
export async function answer(stage: Stage): Promise<void> {
  await stage.clock('2026-09-02T14:00:00+08:00')
  const owner = await stage.as('owner')
  await openRequest(owner, 'QINGHE-1')
  await owner.getByRole('heading', { name: '请您回复' }).waitFor()
  await owner.getByText('等待客户确认软件').first().waitFor()
  expect(await owner.getByText('Looks like the index').count()).toBe(0)
  await type(owner, { 回复: '没有安装新软件' })
  await stage.met(owner, 'request-waits-for-owner')
  await press(owner, '发送')
  await owner.getByText('已发送').waitFor()
  await stage.clock('2026-09-02T15:00:00+08:00')
  const page = await stage.as('desk')
  await openTicket(page, 'QINGHE-1')
  const resume = page.getByRole('button', { name: 'End the wait' })
  if (await resume.isVisible()) await resume.click()
  await press(page, /^Resolve/)
  const form = dialog(page, 'Resolve')
  await type(form, { 'What helped, the client reads it': '重建了病历系统的索引' })
  await stage.met(page, 'resolve')
  await press(form, 'Mark as resolved')
  await form.waitFor({ state: 'hidden' })
  // 10:00–10:30 and 14:00–15:00 count; the wait, with lunch in it, does not.
  await page.getByText('1 h 30 of 8 h').first().waitFor()
  await stage.met(page, 'ticket-resolved')
}

/** Not solved after all: a second cycle with the whole target; then it is, and the owner confirms. */
export async function reopen(stage: Stage): Promise<void> {
  await stage.clock('2026-09-02T15:30:00+08:00')
  const owner = await stage.as('owner')
  await openRequest(owner, 'QINGHE-1')
  await owner
    .getByText(/2026年9月9日|9月9日/)
    .first()
    .waitFor()
  await press(owner, '问题还在')
  const form = dialog(owner, '问题还在')
  await type(form, { '现在是什么情况？': '下午又慢了' })
  await press(form, '重新打开')
  await owner.getByText('已重新打开').waitFor()
  await stage.met(owner, 'request-reopened')
  const page = await stage.as('desk')
  await openTicket(page, 'QINGHE-1')
  // 150 minutes are left on Wednesday, 330 of Thursday end at 15:30.
  await page.getByText('cycle 2').first().waitFor()
  await page
    .getByText(/due .*Thu 3 Sep.* 15:30|due Thu 15:30|due 3 Sep 15:30/)
    .first()
    .waitFor()
  const composer = page.getByRole('region', { name: 'Compose' })
  await type(composer, { Reply: '已更换索引磁盘位置，请再试', 'Minutes, ending now': '20' })
  await choose(composer, 'Status after sending', 'Resolved')
  await press(composer, 'Send and set')
  await page.getByText('Sent', { exact: true }).waitFor()
  await stage.met(page, 'ticket-cycle-2')
  await openRequest(owner, 'QINGHE-1')
  await press(owner, '确认解决')
  await owner.getByText('谢谢，已确认').waitFor()
  await stage.met(owner, 'request-closed')
}

/** A call in twenty seconds, written down ten minutes after it: promises count from the call. */
export async function call(stage: Stage): Promise<void> {
  await stage.clock('2026-09-03T09:20:00+08:00')
  const page = await stage.as('desk')
  await section(page, 'Desk')
  await page.getByText('Nothing is open').waitFor()
  await stage.met(page, 'queue-empty')
  await page.keyboard.press('c')
  const form = dialog(page, 'Log a call')
  await choose(form, 'Client', /Qinghe Dental/)
  await choose(form, 'Who asks', /高敏|Gao Min/)
  await type(form, { Subject: 'Printer of room 2 jams' })
  await press(form, '10 min ago')
  await stage.met(page, 'log-a-call')
  await press(form, 'Log the ticket')
  await page.getByText('QINGHE-2 logged').waitFor()
  await openTicket(page, 'QINGHE-2')
  await page.getByText('logged').first().waitFor()
  // From 09:10: 170 + 300 minutes on Thursday, the last ten on Friday.
  await page
    .getByText(/Fri.* 09:10/)
    .first()
    .waitFor()
  await stage.met(page, 'ticket-of-a-call')
  await press(page, 'Start')
  await press(page, /^Resolve/)
  const resolve = dialog(page, 'Resolve')
  await type(resolve, { 'What helped, the client reads it': 'Roller cleaned by telephone' })
  await press(resolve, 'Mark as resolved')
  await resolve.waitFor({ state: 'hidden' })
}
