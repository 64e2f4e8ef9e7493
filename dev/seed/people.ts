import type { ClientRole, StaffRole } from '@pactdesk/domain/kernel/context'

type Names = { zh: string; en: string }
export type DemoStaff = { id: string; email: string; name: Names; roles: StaffRole[]; role: Names }
export type DemoContact = {
  id: string
  client: string
  email: string
  name: Names
  title: string
  roles: ClientRole[]
  role: Names
}

/** A fictional provider and its clients. Everyone signs in with one click on the local sign-in page. */
export const provider = {
  key: 'harbour',
  name: { zh: '澄湾信息服务', en: 'Harbour IT Services' },
  emergencyPhone: '021 5550 0100',
  taxNumber: '91310000DEMO00001X',
  bank: { accountName: '澄湾信息服务有限公司', bank: '示范银行上海分行', accountNumber: '6200000000000000001' },
}

export const admin = {
  email: 'admin@harbour.example',
  name: { zh: '管理员', en: 'Administrator' },
  role: { zh: '管理员', en: 'Administrator' },
}

export const staff: DemoStaff[] = [
  {
    id: 'su-ning',
    email: 'desk@harbour.example',
    name: { zh: '苏宁', en: 'Su Ning' },
    roles: ['service-desk'],
    role: { zh: '服务台', en: 'Service desk' },
  },
  {
    id: 'guo-tao',
    email: 'tech@harbour.example',
    name: { zh: '郭涛', en: 'Guo Tao' },
    roles: ['technician'],
    role: { zh: '工程师', en: 'Technician' },
  },
  {
    id: 'mara-holt',
    email: 'mara@harbour.example',
    name: { zh: '马拉', en: 'Mara Holt' },
    roles: ['technician', 'service-desk'],
    role: { zh: '工程师', en: 'Technician' },
  },
  {
    id: 'ye-qing',
    email: 'manager@harbour.example',
    name: { zh: '叶青', en: 'Ye Qing' },
    roles: ['service-manager', 'configuration-manager'],
    role: { zh: '服务经理', en: 'Service manager' },
  },
  {
    id: 'shen-yu',
    email: 'accounts@harbour.example',
    name: { zh: '沈宇', en: 'Shen Yu' },
    roles: ['account-manager'],
    role: { zh: '客户经理', en: 'Account manager' },
  },
  {
    id: 'qiu-lan',
    email: 'finance@harbour.example',
    name: { zh: '邱岚', en: 'Qiu Lan' },
    roles: ['finance'],
    role: { zh: '财务', en: 'Finance' },
  },
]

export const clients = [
  { key: 'LANHAI', name: { zh: '蓝海贸易', en: 'Lanhai Trading' }, mark: '蓝', pcs: 12 },
  { key: 'MINGDE', name: { zh: '明德口腔', en: 'Mingde Dental' }, mark: '明', pcs: 6 },
  { key: 'QINGHE', name: { zh: '清禾建筑', en: 'Qinghe Architects' }, mark: '清', pcs: 4 },
  { key: 'YUNHE', name: { zh: '云禾设计', en: 'Yunhe Design' }, mark: '云', pcs: 5 },
] as const

export const contacts: DemoContact[] = clients.flatMap(({ key }) => {
  const at = `${key.toLowerCase()}.example`
  const company = {
    LANHAI: ['林海峰', 'Lin Haifeng', '王珊', 'Wang Shan'],
    MINGDE: ['何敏', 'He Min', '丁一', 'Ding Yi'],
    QINGHE: ['秦禾', 'Qin He', '岑岩', 'Cen Yan'],
    YUNHE: ['云溪', 'Yun Xi', '田禾', 'Tian He'],
  }[key]
  const [ownerZh = '', ownerEn = '', userZh = '', userEn = ''] = company
  return [
    {
      id: 'owner',
      client: key,
      email: `owner@${at}`,
      name: { zh: ownerZh, en: ownerEn },
      title: '总经理',
      roles: ['client-owner', 'client-approver', 'client-user'],
      role: { zh: '合同负责人', en: 'Contract owner' },
    },
    {
      id: 'user',
      client: key,
      email: `user@${at}`,
      name: { zh: userZh, en: userEn },
      title: '文员',
      roles: ['client-user'],
      role: { zh: '普通用户', en: 'User' },
    },
  ] satisfies DemoContact[]
})
