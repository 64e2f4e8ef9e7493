import { choose, dialog, press, sign, type } from './form.ts'
import { section } from './places.ts'
import type { Stage } from './stage.ts'

/** The contract planned the visit of September on the 10th; the desk gives it to the technician. */
export async function scheduled(stage: Stage): Promise<void> {
  const page = await stage.as('desk')
  await section(page, 'Visits')
  await page
    .getByRole('table', { name: 'Visits on 2026-09-10' })
    .getByRole('row', { name: /Monthly maintenance/ })
    .click()
  await page.getByRole('button', { name: 'Schedule' }).click()
  const form = dialog(page, 'Schedule')
  await choose(form, 'Technician', /刘刚|Liu Gang/)
  await form
    .getByLabel(/Window from|From/)
    .first()
    .fill('15:30')
  await form
    .getByLabel(/Window to|until|To/)
    .last()
    .fill('17:00')
  await stage.met(page, 'schedule-visit')
  await press(form, 'Schedule')
  await form.waitFor({ state: 'hidden' })
  await page.getByText('Scheduled').first().waitFor()
}

/** Travel, arrival within the window, the checklist on ten devices, the client's signature. */
export async function done(stage: Stage): Promise<void> {
  await stage.clock('2026-09-10T15:15:00+08:00')
  const page = await stage.as('technician')
  await section(page, '上门')
  await page.getByRole('button', { name: /每月维护/ }).click()
  await press(page, '出发')
  await page.getByRole('button', { name: '我已到达' }).waitFor()
  await stage.clock('2026-09-10T15:40:00+08:00')
  await press(page, '我已到达')
  await press(page, '开始工作')
  await page
    .getByRole('button', { name: /其余全部已做$/ })
    .first()
    .click()
  await page
    .getByRole('button', { name: /已完成$/ })
    .first()
    .waitFor()
  await stage.met(page, 'checklist')
  await press(page, '全部完成')
  await page.getByRole('button', { name: '全部完成' }).waitFor({ state: 'hidden' })
  await stage.clock('2026-09-10T16:40:30+08:00')
  await stage.settle(page)
  await press(page, '完成上门')
  const finish = dialog(page, '完成上门')
  await finish.getByText(/在现场 (59 分|1 小时)/).waitFor()
  await press(finish, '完成上门')
  await finish.waitFor({ state: 'hidden' })
  await sign(page, page.getByRole('img', { name: '签名板' }))
  await type(page, { 签字人姓名: '高敏' })
  await press(page, '确认签字')
  await page.getByText(/高敏 于 .*16:4\d 签字/).waitFor()
  await stage.met(page, 'maintenance-signed')
}
