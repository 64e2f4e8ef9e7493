import * as z from 'zod'
import { ClientRole, hasRole, StaffRole, type TenantContext } from '../kernel/context.ts'
import { ClientKey, Id } from '../kernel/ids.ts'
import { Instant, Zone } from '../kernel/time.ts'
import { type Via, viaOf } from './access.ts'
import { Client } from './client/client.ts'
import type { Contact } from './contact/contact.ts'
import { Membership } from './membership.ts'
import { ProviderCard, ProviderSettings } from './provider/provider.ts'
import { Site } from './site/site.ts'
import type { StaffMember } from './staff/staff.ts'
import { ServedClients } from './staff/staff.ts'
import { Bilingual, Email, Identity, type PersonCard, Phone } from './words.ts'

/** 32 random bytes. */
export const InvitationCode = z.string().regex(/^[\w-]{43}$/)
const actions = z.array(z.string())
/** How somebody signs in; absent for who may not. */
const via = z.enum(['account', 'invitation', 'token']).optional()

export const MeView = z
  .object({
    issuer: z.string(),
    subject: z.string(),
    name: z.string(),
    email: z.string(),
    memberships: z.array(
      Membership.omit({ issuer: true, subject: true, status: true, version: true }).extend({
        personName: z.string(),
        providerName: Bilingual,
        clientName: Bilingual.optional(),
      }),
    ),
  })
  .meta({ id: 'Me' })

/** Staff see the whole; a client's people get the card. */
export const ProviderView = z
  .object({ card: ProviderCard, settings: ProviderSettings.optional(), actions })
  .meta({ id: 'ProviderView' })

export const ClientRow = Client.pick({ id: true, name: true, mark: true, status: true }).meta({ id: 'ClientRow' })
export const ClientView = Client.extend({ actions }).meta({ id: 'ClientView' })

export const SiteRow = z
  .object({
    id: Id,
    name: Bilingual,
    address: z.string(),
    zone: Zone,
    arrivalMinutes: z.int(),
    status: Site.shape.status,
  })
  .meta({ id: 'SiteRow' })
export const SiteView = Site.extend({ actions }).meta({ id: 'SiteView' })

const person = { id: Id, name: Bilingual, email: Email.optional(), phone: Phone.optional(), title: z.string().optional() }

export const ContactView = z
  .object({
    ...person,
    client: ClientKey,
    status: z.enum(['listed', 'member', 'left']),
    roles: z.array(ClientRole),
    via,
    /** Only for those who may grant access. */
    identity: Identity.optional(),
    actions,
  })
  .meta({ id: 'ContactView' })
export type ContactView = z.infer<typeof ContactView>

export const StaffView = z
  .object({
    ...person,
    status: z.enum(['active', 'revoked']),
    roles: z.array(StaffRole),
    clients: ServedClients,
    via,
    /** Only for administrators. */
    identity: Identity.optional(),
    actions,
  })
  .meta({ id: 'StaffView' })
export type StaffView = z.infer<typeof StaffView>

/** An invitation that waits to be taken: whoever signs in at `/join/<code>` holds the roles. */
export const InvitationView = z
  .object({ code: InvitationCode, expiresAt: Instant, email: Email.optional() })
  .meta({ id: 'Invitation' })

/** All that a client's people learn of the staff who serve them. */
export const TeamMember = z.object({ id: Id, name: Bilingual }).meta({ id: 'TeamMember' })
export type TeamMember = z.infer<typeof TeamMember>

/** Roles that may let a contact sign in: the client's owner does so for the own company. */
export const contactGranters = ['admin', 'account-manager', 'client-owner'] as const
export const contactEditors = [...contactGranters, 'service-desk'] as const
export const clientEditors = ['admin', 'account-manager'] as const
export const siteEditors = ['admin', 'account-manager', 'service-manager'] as const

/** A person as a list knows it (from the index row) or as it is stored: only the latter knows the identity. */
type ShownContact = {
  id: string
  client: string
  status: Contact['status']
  roles?: ClientRole[]
  via?: Via
  identity?: Identity
}
type ShownStaff = {
  id: string
  status: StaffMember['status']
  roles?: StaffRole[]
  clients?: ServedClients
  via?: Via
  identity?: Identity
}

const shownVia = ({ via, identity }: { via?: Via; identity?: Identity }): Via => via ?? (identity ? viaOf(identity) : 'account')

export function contactView(ctx: TenantContext, contact: ShownContact, card: PersonCard): ContactView {
  const grants = hasRole(ctx, ...contactGranters)
  const edits = hasRole(ctx, ...contactEditors)
  const revoke = contact.status === 'member' ? ['revoke'] : []
  return {
    ...card,
    client: contact.client,
    status: contact.status,
    roles: contact.roles ?? [],
    ...(contact.status === 'member' && { via: shownVia(contact) }),
    ...(contact.identity && viaOf(contact.identity) === 'account' && grants && { identity: contact.identity }),
    actions: contact.status === 'left' ? [] : [...(edits ? ['change', 'leave'] : []), ...(grants ? ['grant', ...revoke] : [])],
  }
}

export function staffView(ctx: TenantContext, staff: ShownStaff, card: PersonCard): StaffView {
  const admin = hasRole(ctx, 'admin')
  return {
    ...card,
    status: staff.status,
    roles: staff.roles ?? [],
    ...(staff.status === 'active' && { via: shownVia(staff) }),
    clients: staff.clients ?? [],
    ...(staff.identity && viaOf(staff.identity) === 'account' && admin && { identity: staff.identity }),
    actions: admin ? (staff.status === 'active' ? ['change', 'access', 'revoke'] : ['access']) : [],
  }
}

export const clientActions = (ctx: TenantContext, client: Client): string[] =>
  hasRole(ctx, ...clientEditors) ? ['change', client.status === 'active' ? 'end' : 'reactivate'] : []

export const siteActions = (ctx: TenantContext, site: Site): string[] =>
  hasRole(ctx, ...siteEditors) && site.status === 'open' ? ['change', 'close'] : []
