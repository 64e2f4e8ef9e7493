import { receipt } from './documents.ts'
import { choose, dialog, press, sign, tick, type } from './form.ts'
import { openTicket, section } from './places.ts'
import type { Stage } from './stage.ts'

/** Monday 17:35, the whole network is down: both arrival promises, the earlier wins; the technician is sent. */
export async function reported(stage: Stage): Promise<void> {
  await stage.clock('2026-09-07T17:35:00+08:00')
  const page = await stage.as('desk')
  await section(page, 'Desk')
  await press(page, /^Log a call/)
  const form = dialog(page, 'Log a call')
  await choose(form, 'Client', /Qinghe Dental/)
  await choose(form, 'Who asks', /高敏|Gao Min/)
  await type(form, { Subject: 'Nobody reaches the records server' })
  await tick(form, 'The whole network can not work (severe fault)', 'The client asks for a visit: the arrival clock starts')
  await press(form, 'Log the ticket')
  await page.getByText('QINGHE-3 logged').waitFor()
  await openTicket(page, 'QINGHE-3')
  await press(page, 'State ours')
  const severity = dialog(page, 'Severity')
  await press(severity, /^severe/i)
  await tick(severity, 'The whole network can not work')
  await stage.met(page, 'severity')
  await press(severity, 'State it')
  await severity.waitFor({ state: 'hidden' })
  await press(page, 'Send somebody')
  const send = dialog(page, 'Send somebody')
  await choose(send, 'Technician', /刘刚|Liu Gang/)
  await press(send, 'Send')
  await send.waitFor({ state: 'hidden' })
  // 25 minutes are left until 18:00, 65 more from 09:00: the arrival of 3(6). The 240 minutes of 7(a) run through the night.
  await page.getByText('due Tue 8 Sep 10:05').waitFor()
  await page.getByText('due Mon 7 Sep 21:35').waitFor()
  await stage.met(page, 'severe-ticket')
}

/** At 18:00 nobody is there: the clock of 3(7) joins, 60 minutes to 19:00, and is explained. */
export async function joined(stage: Stage): Promise<void> {
  await stage.clock('2026-09-07T18:05:00+08:00')
  const page = await stage.as('desk')
  await openTicket(page, 'QINGHE-3')
  await page.getByText('due Mon 7 Sep 19:00').first().waitFor()
  await page.getByText('the severe clock joins').waitFor()
  await page.getByRole('complementary').getByRole('button', { name: 'Why?' }).first().click()
  const why = page.getByRole('dialog')
  await why.getByText('After closing').waitFor()
  await why.getByText('Tue 8 Sep 10:05').first().waitFor()
  await stage.met(page, 'clock-explained')
  await page.keyboard.press('Escape')
  await why.waitFor({ state: 'hidden' })
}

/** The technician sets off, arrives, works, fits a part with its receipt, has the client sign: all on a phone, in Chinese. */
export async function visited(stage: Stage): Promise<void> {
  const page = await stage.as('technician')
  await section(page, '上门')
  await page
    .getByRole('button', { name: /青禾牙科/ })
    .first()
    .waitFor()
  await stage.met(page, 'visits-of-technician')
  await page.getByRole('button', { name: /QINGHE-3/ }).click()
  await press(page, '出发')
  await page.getByRole('button', { name: '我已到达' }).waitFor()
  await stage.met(page, 'visit-travelling')
  await stage.clock('2026-09-07T18:40:00+08:00')
  await press(page, '我已到达')
  await press(page, '开始工作')
  await page.getByRole('button', { name: '完成上门' }).waitFor()
  await press(page, '添加配件')
  const part = dialog(page, '添加配件')
  await type(part, { 名称: '服务器电源 500W', '单件成本（含税）': '299' })
  await part.getByLabel('选择文件').setInputFiles({ name: 'receipt.png', mimeType: 'image/png', buffer: receipt })
  await part.getByText('receipt.png', { exact: true }).waitFor()
  await stage.met(page, 'visit-part')
  await press(part, '添加配件')
  await part.waitFor({ state: 'hidden' })
  // Business time goes on while the screens are worked: ninety minutes, give or take one.
  await stage.clock('2026-09-07T20:10:30+08:00')
  await stage.settle(page)
  await press(page, '完成上门')
  const finish = dialog(page, '完成上门')
  await finish.getByText(/在现场 1 小时 (29|30) 分/).waitFor()
  await press(finish, '完成上门')
  await finish.waitFor({ state: 'hidden' })
  await sign(page, page.getByRole('img', { name: '签名板' }))
  await type(page, { 签字人姓名: '高敏' })
  await stage.met(page, 'visit-client-signs')
  await press(page, '确认签字')
  await page.getByText(/高敏 于 .*20:1\d 签字/).waitFor()
  await stage.met(page, 'visit-signed')
}

/** Arrived before 19:00: the promise is kept; travel and work are covered, the part is charged at cost. */
export async function restored(stage: Stage): Promise<void> {
  const page = await stage.as('desk')
  await openTicket(page, 'QINGHE-3')
  await page.getByText('刘刚 on site and begun Mon 7 Sep 18:40.').waitFor()
  await page.getByText('服务器电源 500W').first().waitFor()
  await press(page, /^Resolve/)
  const form = dialog(page, 'Resolve')
  await type(form, { 'What helped, the client reads it': '更换服务器电源' })
  await press(form, 'Mark as resolved')
  await form.waitFor({ state: 'hidden' })
  await stage.met(page, 'severe-ticket-resolved')
}
