import type { Bilingual } from '../service.ts'
import { minPasswordLength } from './passwords.ts'

/** What the pages of the identity provider say. */
export const words = {
  signIn: { zh: '登录', en: 'Sign in' },
  demoTitle: { zh: '演示人员', en: 'Demo people' },
  demoHint: {
    zh: '演示数据中的人员，点击即可登录，无需密码。',
    en: 'People of the demo data: one click signs you in, no password.',
  },
  withPassword: { zh: '使用邮箱和密码', en: 'With e-mail and password' },
  email: { zh: '邮箱', en: 'E-mail' },
  password: { zh: '密码', en: 'Password' },
  newPassword: {
    zh: `新密码（至少 ${minPasswordLength} 个字符）`,
    en: `New password (at least ${minPasswordLength} characters)`,
  },
  newTitle: { zh: '首次使用？创建账号', en: 'First time here? Create an account' },
  newHint: {
    zh: '账号只说明您是谁；能看到什么由邀请您的公司决定。',
    en: 'An account only says who you are; what you may see is decided by the company that invites you.',
  },
  name: { zh: '姓名', en: 'Name' },
  create: { zh: '创建账号', en: 'Create account' },
  nameMissing: { zh: '请填写姓名和邮箱。', en: 'Enter a name and an e-mail address.' },
  emailTaken: { zh: '此邮箱已有账号，请直接登录。', en: 'This address has an account already: sign in.' },
  wrong: { zh: '邮箱或密码不正确。', en: 'E-mail or password is not correct.' },
  notDemo: { zh: '此人员不能免密码登录。', en: 'This person cannot sign in without a password.' },
  expired: { zh: '这次登录已过期或已完成。', en: 'This sign-in has expired or was finished.' },
  refused: { zh: '请求来自其他网站，已拒绝。', en: 'The request came from another site and was refused.' },
  again: { zh: '重新开始', en: 'Start again' },
  welcome: { zh: '欢迎', en: 'Welcome' },
  setPassword: { zh: '设置密码', en: 'Set password' },
  tooShort: {
    zh: `密码至少需要 ${minPasswordLength} 个字符。`,
    en: `The password needs at least ${minPasswordLength} characters.`,
  },
  linkUsed: { zh: '此链接已使用或已过期。', en: 'This link has been used or has expired.' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  signOutAsk: { zh: '要退出登录吗？', en: 'Do you want to sign out?' },
  stay: { zh: '保持登录', en: 'Stay signed in' },
  signedOut: { zh: '您已退出登录。', en: 'You are signed out.' },
  error: { zh: '无法完成登录', en: 'Signing in did not work' },
} satisfies Record<string, Bilingual>

/** How long to wait, in seconds. */
export const waitWords = (seconds: number): Bilingual => ({
  zh: `尝试次数过多，请在 ${seconds} 秒后再试。`,
  en: `Too many attempts. Try again in ${seconds} s.`,
})
