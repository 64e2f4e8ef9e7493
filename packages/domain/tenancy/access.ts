import { conflict, invalid, ok, type Result } from '../kernel/result.ts'
import type { Identity } from './words.ts'

/** What a person of a workspace may do: an identity that signs in, and its roles there. */
export type Access<Role extends string> = { identity: Identity; roles: readonly Role[] }

/** Roles of a grant: at least one, none twice. */
export function checkedRoles<Role extends string>(roles: readonly Role[]): Result<Role[]> {
  if (roles.length === 0) return invalid('tenancy.no-roles', 'a person who may sign in has at least one role')
  if (new Set(roles).size !== roles.length) return invalid('tenancy.role-twice', `a role is named twice: ${roles.join(', ')}`)
  return ok([...roles])
}

/** One identity a person: who signs in with another account is revoked first and granted anew. */
export function sameIdentity(current: Identity | undefined, wanted: Identity): Result<Identity> {
  if (!current || (current.issuer === wanted.issuer && current.subject === wanted.subject)) return ok(wanted)
  return conflict('tenancy.other-identity', 'this person signs in with another account; revoke that access first')
}
