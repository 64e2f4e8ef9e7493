import * as z from 'zod'

export const staffRoles = [
  'admin',
  'service-desk',
  'technician',
  'service-manager',
  'change-manager',
  'problem-manager',
  'configuration-manager',
  'account-manager',
  'finance',
] as const
export const clientRoles = ['client-user', 'client-approver', 'client-owner'] as const

export const StaffRole = z.enum(staffRoles)
export const ClientRole = z.enum(clientRoles)
export type StaffRole = z.infer<typeof StaffRole>
export type ClientRole = z.infer<typeof ClientRole>
export type Role = StaffRole | ClientRole

/** Who did it: a person of the provider or of a client, a timer, a consumer, or an import. `id` is stable, `name` is for showing. */
export const Actor = z.object({
  kind: z.enum(['staff', 'client', 'timer', 'system', 'import']),
  id: z.string().max(128),
  name: z.string().max(120),
})
export type Actor = z.infer<typeof Actor>

/**
 * The verified scope of one request: the only source from which keys are built.
 * `client` is set for people of a client; `clients` restricts staff to some clients ('*' = all).
 * `contact` is the client person's own contact id.
 */
export type TenantContext = {
  provider: string
  kind: 'staff' | 'client' | 'system'
  client?: string
  contact?: string
  roles: readonly Role[]
  clients: '*' | readonly string[]
  actor: Actor
}

export const hasRole = (context: TenantContext, ...roles: Role[]): boolean => roles.some(role => context.roles.includes(role))

/** Whether the context may name this client at all; routes answer 404 otherwise. */
export const mayServe = (context: TenantContext, client: string): boolean =>
  context.kind === 'client' ? context.client === client : context.clients === '*' || context.clients.includes(client)
