import type { Role } from '@pactdesk/domain/kernel/context'
import type { ResponseOf } from '@pactdesk/domain/kernel/route'
import type { getMe } from '@pactdesk/domain/tenancy/routes'
import { createContext, use } from 'react'

type Me = ResponseOf<typeof getMe>
export type Membership = Me['memberships'][number]

export type Who = {
  me: Me
  membership: Membership
  roles: readonly Role[]
  isStaff: boolean
  /** Enters another workspace of the same person; the app starts anew there. */
  switchTo: (workspace: string) => void
  signOut: () => void
}

export const WhoContext = createContext<Who | undefined>(undefined)

/** The signed-in person in the workspace chosen. Only inside the signed-in part of the app. */
export function useWho(): Who {
  const who = use(WhoContext)
  if (!who) throw new Error('useWho is used outside the signed-in app')
  return who
}

/** Whether one of these roles is held; what a person may not do is absent, not grey. */
export const useHasRole = (...roles: Role[]): boolean => useWho().roles.some(role => roles.includes(role))

/** Last used if still a member there, else the first. */
export const chooseMembership = (memberships: readonly Membership[], last: string | null): Membership | undefined =>
  memberships.find(membership => membership.workspace === last) ?? memberships[0]
