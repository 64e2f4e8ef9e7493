import type { Role } from '@pactdesk/domain/kernel/context'

/** Where each role starts; the order decides for people of several roles who have no last place yet. */
const landing: readonly (readonly [role: Role, path: string, phone?: string])[] = [
  ['service-desk', '/desk'],
  ['technician', '/desk', '/visits'],
  ['service-manager', '/desk'],
  ['admin', '/desk'],
  ['account-manager', '/contracts'],
  ['finance', '/finance/close'],
  ['configuration-manager', '/assets'],
  ['problem-manager', '/desk'],
  ['change-manager', '/desk'],
  ['client-owner', '/portal'],
  ['client-approver', '/portal'],
  ['client-user', '/portal'],
]

export type Situation = {
  roles: readonly Role[]
  phone: boolean
  /** Section that was used last in this workspace. */
  last: string | null
  /** Sections this person can open. */
  open: readonly string[]
}

/** First page after sign-in: by role; with several roles the last used; always one that can be opened. */
export function landingFor({ roles, phone, last, open }: Situation): string | undefined {
  if (roles.length > 1 && last && open.includes(last)) return last
  const wanted = landing.filter(([role]) => roles.includes(role)).map(([, path, onPhone]) => (phone && onPhone) || path)
  return wanted.find(path => open.includes(path)) ?? open[0]
}

const key = (workspace: string): string => `pactdesk.section.${workspace}`
export const rememberSection = (workspace: string, path: string): void => localStorage.setItem(key(workspace), path)
export const lastSection = (workspace: string): string | null => localStorage.getItem(key(workspace))
