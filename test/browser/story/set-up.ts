import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { choose, date, dialog, press, tick, type } from './form.ts'
import { people } from './people.ts'
import { section } from './places.ts'
import type { Stage } from './stage.ts'

/** The provider's own facts: telephone, account, numbers of bills. */
export async function settings(stage: Stage): Promise<void> {
  const page = await stage.as('admin')
  await section(page, '设置')
  await type(page, {
    紧急电话: '021 5550 0177',
    税号: '91310000STORY0001X',
    户名: '北风信息技术有限公司',
    开户银行: '示范银行上海分行',
    账号: '6200000000000000077',
    前缀: 'NW-{yyyy}-',
    位数: '4',
    新编号从: '31',
  })
  await tick(page, '客户可在线支付（Stripe）')
  await page.getByText('下一张账单：NW-2026-0031').waitFor()
  await press(page, '保存')
  await page.getByText('设置已保存').waitFor()
  await stage.met(page, 'settings')
}

const roleOf = { desk: '服务台', technician: '技术员', finance: '财务' } as const

async function addStaff(page: Page, name: keyof typeof roleOf): Promise<Locator> {
  const person = people[name]
  await press(page, '添加员工')
  const form = dialog(page, '添加员工')
  await type(form, { 中文姓名: person.name.zh, 英文姓名: person.name.en, 邮箱: person.email })
  await tick(form, roleOf[name])
  return form
}

/** Who has an account already signs in, learns their identity, and hands it over; the others are invited by a link. */
export async function hire(stage: Stage): Promise<void> {
  const page = await stage.as('admin')
  await section(page, '设置')
  await press(page, '员工')
  const identity = await stage.arrive('desk')
  const form = await addStaff(page, 'desk')
  await tick(form, '已知其账号，直接填写')
  expect(await form.getByRole('textbox', { name: '身份提供方' }).inputValue()).toBe(identity.issuer)
  await type(form, { 身份标识: identity.subject })
  await stage.met(page, 'new-member-of-staff')
  await press(form, '保存')
  await form.waitFor({ state: 'hidden' })
  await stage.tryAgain('desk')
  for (const name of ['technician', 'finance'] as const) {
    await press(await addStaff(page, name), '保存')
    await stage.join(name, await invitation(page, people[name].name.zh))
  }
  const table = page.getByRole('table', { name: '员工' })
  for (const name of ['desk', 'technician', 'finance'] as const) await table.getByText(people[name].name.zh).waitFor()
  await stage.met(page, 'staff')
}

/** The link of an invitation, read from its dialog, which is then closed. */
async function invitation(page: Page, name: string): Promise<string> {
  const offered = dialog(page, `${name}的邀请`)
  const link = await offered.getByText(/\/join\//).textContent()
  await press(offered, '关闭')
  return link ?? ''
}

/** A client with its tax title; its key begins its ticket numbers. */
export async function client(stage: Stage): Promise<void> {
  const page = await stage.as('admin')
  await section(page, '客户')
  await page.getByText('还没有客户').waitFor()
  await stage.met(page, 'no-clients')
  await page.getByRole('button', { name: '添加客户' }).first().click()
  const form = dialog(page, '添加客户')
  await type(form, { 中文名称: '青禾牙科', 英文名称: 'Qinghe Dental' })
  expect(await form.getByRole('textbox', { name: '代号' }).inputValue()).toBe('QINGHE')
  await type(form, { 开票抬头: '青禾牙科门诊部有限公司', 税号: '91310000STORY0002X' })
  await press(form, '添加')
  await page.getByText('QINGHE 已添加').waitFor()
}

async function openClient(page: Page, tab: string): Promise<void> {
  await section(page, '客户')
  await page.getByRole('row', { name: '青禾牙科' }).click()
  await press(page, tab)
}

/** A site with its N. Nobody may leave open whether there is a lunch break. */
export async function site(stage: Stage): Promise<void> {
  const page = await stage.as('admin')
  await openClient(page, '地点')
  await page.getByText('还没有地点').waitFor()
  await page.getByRole('button', { name: '添加地点' }).first().click()
  const form = dialog(page, '添加地点')
  await type(form, { 中文名称: '总店', 英文名称: 'Main clinic', 编号: 'MAIN', 地址: '上海市青禾路 8 号', 'N（到场分钟）': '90' })
  await form.getByText('请回答有没有午休').waitFor()
  expect(await form.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
  await form.getByRole('radio', { name: '有，午休不计时' }).click()
  expect(await form.getByLabel('午休开始').inputValue()).toBe('12:00')
  expect(await form.getByLabel('午休结束').inputValue()).toBe('13:00')
  await stage.met(page, 'new-site')
  await press(form, '保存')
  await page.getByRole('table', { name: '地点' }).getByText('上海市青禾路 8 号').waitFor()
}

const sheet = [
  'id,class,name,site,inServiceFrom,antivirus,backup',
  ...Array.from({ length: 7 }, (_, at) => `PC-0${at + 1},pc,诊室电脑 ${at + 1},MAIN,2026-08-01,yes,${at < 6 ? 'yes' : 'no'}`),
  'SRV-01,server,病历服务器,MAIN,2026-08-01,yes,yes',
  'NET-01,network,路由器,MAIN,2026-08-01,,',
]

/** Nine devices from a sheet with one bad line, the tenth typed on the spot. */
export async function devices(stage: Stage): Promise<void> {
  const page = await stage.as('admin')
  await openClient(page, '设备')
  await page.getByRole('button', { name: '导入 CSV' }).first().click()
  const form = dialog(page, '导入设备')
  const buffer = Buffer.from([...sheet, 'PC-77,toaster,烤面包机,MAIN,2026-08-01,,'].join('\n'))
  await form.getByLabel('选择文件').setInputFiles({ name: 'devices.csv', mimeType: 'text/csv', buffer })
  await press(form, '检查')
  await form.getByText('将登记 9 台，已有 0 台不变，1 处有误。').waitFor()
  await form.getByText('第 11 行').waitFor()
  await stage.met(page, 'device-sheet')
  await press(form, '导入 9 台')
  await page.getByText('已登记 9 台设备').waitFor()
  await page.getByRole('button', { name: '添加设备' }).first().click()
  const typed = dialog(page, '添加设备')
  await type(typed, { 编号: 'PC-08', 名称: '前台电脑' })
  await date(typed, '在用自', '2026-08-01')
  await choose(typed, '杀毒', '有')
  await choose(typed, '备份', '没有')
  await press(typed, '添加设备')
  await page.getByText('在用 10 台').waitFor()
  await stage.met(page, 'devices')
}

/** The owner may sign in to the portal. */
export async function owner(stage: Stage): Promise<void> {
  const page = await stage.as('admin')
  const { name, email } = people.owner
  await openClient(page, '人员')
  await page.getByRole('button', { name: '添加人员' }).first().click()
  const form = dialog(page, '添加人员')
  await type(form, { 中文姓名: name.zh, 英文姓名: name.en, 职务: '院长', 邮箱: email, 电话: '021 5550 0188' })
  await press(form, '保存')
  await form.waitFor({ state: 'hidden' })
  await press(page, '高敏的操作')
  await page.getByRole('menuitem', { name: '开通登录' }).click()
  const access = dialog(page, '高敏的门户权限')
  await tick(access, '审批人', '负责人')
  await stage.met(page, 'portal-access')
  await press(access, /邀请/)
  await stage.join('owner', await invitation(page, name.zh))
  await stage.met(await stage.as('owner'), 'portal-before-any-contract')
}
