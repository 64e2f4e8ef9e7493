import * as z from 'zod'
import { defineEvent, type EventsOf } from '../../kernel/event.ts'
import { ClientKey, Id } from '../../kernel/ids.ts'
import { CardField, Identity } from '../words.ts'
import { ContactAccess } from './contact.ts'

const about = { client: ClientKey, contact: Id }

export const contactEvents = {
  contactAdded: defineEvent('tenancy', 'contact-added', 1, 'client', z.object(about)),
  contactCardChanged: defineEvent(
    'tenancy',
    'contact-card-changed',
    1,
    'client',
    z.object({ ...about, fields: z.array(CardField).min(1) }),
  ),
  /** The whole access as it is from now on; also given when roles change. */
  memberGranted: defineEvent(
    'tenancy',
    'member-granted',
    1,
    'client',
    z.object({ ...about, ...Identity.shape, ...ContactAccess.shape }),
  ),
  memberRevoked: defineEvent('tenancy', 'member-revoked', 1, 'client', z.object({ ...about, ...Identity.shape })),
  contactLeft: defineEvent('tenancy', 'contact-left', 1, 'client', z.object(about)),
}
export type ContactEvent = EventsOf<typeof contactEvents>
