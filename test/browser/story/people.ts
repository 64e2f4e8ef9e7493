import type { Language } from '../launch.ts'

export type PersonName = 'admin' | 'desk' | 'technician' | 'finance' | 'owner'

type Person = {
  email: string
  name: { zh: string; en: string }
  language: Language
  /** Staff work at 1440, the technician and the client's owner on a phone. */
  phone: boolean
  /** Time zone of the device; promises are the contract's whatever it says. */
  zone: string
}

export const password = 'correct horse battery'

/** Who plays: the provider's people and the owner of the client. */
export const people: Record<PersonName, Person> = {
  admin: {
    email: 'admin@msp.example',
    name: { zh: '周岚', en: 'Zhou Lan' },
    language: 'zh-CN',
    phone: false,
    zone: 'Asia/Shanghai',
  },
  desk: { email: 'desk@msp.example', name: { zh: '陈晨', en: 'Chen Chen' }, language: 'en', phone: false, zone: 'Asia/Shanghai' },
  technician: {
    email: 'tech@msp.example',
    name: { zh: '刘刚', en: 'Liu Gang' },
    language: 'zh-CN',
    phone: true,
    zone: 'Asia/Shanghai',
  },
  finance: {
    email: 'finance@msp.example',
    name: { zh: '马莉', en: 'Ma Li' },
    language: 'en',
    phone: false,
    zone: 'Europe/Berlin',
  },
  owner: {
    email: 'owner@qinghe.example',
    name: { zh: '高敏', en: 'Gao Min' },
    language: 'zh-CN',
    phone: true,
    zone: 'Asia/Shanghai',
  },
}
