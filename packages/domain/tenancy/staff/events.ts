import * as z from 'zod'
import { defineEvent, type EventsOf } from '../../kernel/event.ts'
import { Id } from '../../kernel/ids.ts'
import { CardField, Identity } from '../words.ts'
import { StaffAccess } from './staff.ts'

const about = { staff: Id, ...Identity.shape }

export const staffEvents = {
  /** The whole access as it is from now on; also given when roles or clients change. */
  staffMemberGranted: defineEvent('tenancy', 'staff-member-granted', 1, 'staff', z.object({ ...about, ...StaffAccess.shape })),
  staffMemberRevoked: defineEvent('tenancy', 'staff-member-revoked', 1, 'staff', z.object(about)),
  staffCardChanged: defineEvent(
    'tenancy',
    'staff-card-changed',
    1,
    'staff',
    z.object({ staff: Id, fields: z.array(CardField).min(1) }),
  ),
}
export type StaffEvent = EventsOf<typeof staffEvents>
