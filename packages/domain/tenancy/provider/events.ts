import * as z from 'zod'
import { defineEvent, type EventsOf } from '../../kernel/event.ts'
import { Id } from '../../kernel/ids.ts'
import { ProviderSettings } from './provider.ts'

export const providerEvents = {
  providerCreated: defineEvent('tenancy', 'provider-created', 1, 'staff', z.object({ provider: Id, settings: ProviderSettings })),
  providerChanged: defineEvent('tenancy', 'provider-changed', 1, 'staff', z.object({ provider: Id, settings: ProviderSettings })),
}
export type ProviderEvent = EventsOf<typeof providerEvents>
