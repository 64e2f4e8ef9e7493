import { conflict, invalid, notFound, ok, type Result } from '../kernel/result.ts'
import type { Identity } from './words.ts'

/** What a person of a workspace may do: an identity that signs in, and its roles there. */
export type Access<Role extends string> = { identity: Identity; roles: readonly Role[] }

/**
 * Two issuers are our own. A machine signs in with an API token, whose subject is the token's SHA-256; a person who was invited
 * holds the place by the SHA-256 of a code, until they give the code back together with their account.
 */
export const tokenIssuer = 'urn:pactdesk:token'
export const invitationIssuer = 'urn:pactdesk:invitation'

export const isInvitation = ({ issuer }: Identity): boolean => issuer === invitationIssuer
export const isMachine = ({ issuer }: Identity): boolean => issuer === tokenIssuer

/** How somebody signs in: with an account, not yet (invited), or by a token. Rows say it only where it is no account. */
export type Via = 'account' | 'invitation' | 'token'
export const viaOf = (identity: Identity): Via =>
  isInvitation(identity) ? 'invitation' : isMachine(identity) ? 'token' : 'account'
export const viaRow = (identity: Identity): { via?: Via } => (viaOf(identity) === 'account' ? {} : { via: viaOf(identity) })

/** Who may be let in as that identity: invitations are made by us, and a machine works for the provider alone. */
export function namedIdentity(identity: Identity, machines: 'allowed' | 'refused'): Result<Identity> {
  const { issuer, subject } = identity
  if (isMachine(identity) && machines === 'allowed' && /^[0-9a-f]{64}$/.test(subject)) return ok(identity)
  if (!issuer.startsWith('urn:pactdesk:')) return ok(identity)
  return invalid('tenancy.reserved-issuer', `${issuer} is no issuer of accounts; a token of staff is named by its SHA-256`)
}

/** The place that was kept for whoever brings the code; the same answer whether there was none or it is used up. */
export function invitedBy(code: string, held: Identity | undefined): Result<Identity> {
  if (held && isInvitation(held) && held.subject === code) return ok(held)
  return notFound('tenancy.no-invitation', 'this invitation was used, withdrawn or never made')
}

/** Roles of a grant: at least one, none twice. */
export function checkedRoles<Role extends string>(roles: readonly Role[]): Result<Role[]> {
  if (roles.length === 0) return invalid('tenancy.no-roles', 'a person who may sign in has at least one role')
  if (new Set(roles).size !== roles.length) return invalid('tenancy.role-twice', `a role is named twice: ${roles.join(', ')}`)
  return ok([...roles])
}

/**
 * One identity a person: who signs in with another account is revoked first and granted anew. A place kept by an invitation is
 * taken by whoever is named.
 */
export function sameIdentity(current: Identity | undefined, wanted: Identity): Result<Identity> {
  if (!current || isInvitation(current) || (current.issuer === wanted.issuer && current.subject === wanted.subject))
    return ok(wanted)
  return conflict('tenancy.other-identity', 'this person signs in with another account; revoke that access first')
}
