import * as z from 'zod'
import { type StaffRole, StaffRole as StaffRoleSchema, staffRoles } from '../../kernel/context.ts'
import { ClientKey } from '../../kernel/ids.ts'
import { isMachine } from '../access.ts'
import type { Identity } from '../words.ts'

/** Clients a member of staff serves: all, or the named ones. */
export const ServedClients = z.union([z.literal('*'), z.array(ClientKey).max(50)])
export type ServedClients = z.infer<typeof ServedClients>

/** What a member of staff may do. */
export const StaffAccess = z.object({ roles: z.array(StaffRoleSchema).min(1).max(9), clients: ServedClients })
export type StaffAccess = z.infer<typeof StaffAccess>

/** What a machine may be: it neither grants access nor signs contracts. */
export const machineRoles: readonly StaffRole[] = staffRoles.filter(role => role !== 'admin' && role !== 'account-manager')

/** A person of the provider, or a machine with a token. Name, e-mail and telephone are in the person's card, not here. */
export type StaffMember =
  | { status: 'active'; id: string; identity: Identity; roles: StaffRole[]; clients: ServedClients }
  | { status: 'revoked'; id: string }

/** Roles whose holders clients meet by name. */
const facing: readonly StaffRole[] = ['service-desk', 'technician', 'service-manager', 'account-manager']

/** Where the public card (name alone) of a member of staff belongs: with all clients, with the named ones, or nowhere. */
export function servesOpenly(staff: StaffMember): ServedClients {
  if (staff.status === 'revoked' || isMachine(staff.identity) || !staff.roles.some(role => facing.includes(role))) return []
  return staff.clients
}
