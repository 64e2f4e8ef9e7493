import * as z from 'zod'
import { defineEvent, type EventsOf } from '../../kernel/event.ts'
import { ClientKey } from '../../kernel/ids.ts'
import { ClientProfile } from './client.ts'

const about = { client: ClientKey }

export const clientEvents = {
  clientCreated: defineEvent('tenancy', 'client-created', 1, 'client', z.object({ ...about, profile: ClientProfile })),
  clientChanged: defineEvent('tenancy', 'client-changed', 1, 'client', z.object({ ...about, profile: ClientProfile })),
  clientEnded: defineEvent('tenancy', 'client-ended', 1, 'client', z.object(about)),
  clientReactivated: defineEvent('tenancy', 'client-reactivated', 1, 'client', z.object(about)),
}
export type ClientEvent = EventsOf<typeof clientEvents>
