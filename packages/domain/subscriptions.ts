import type { EventDefinition } from './kernel/event.ts'
import { contactEvents, staffEvents } from './tenancy/index.ts'

export type ConsumerName = 'tenancy' | 'contract' | 'documents' | 'billing' | 'notifications'

/** Which module hears which events: the CDK rules and the consumers' reactions are both held to this list. */
export const subscriptions: Record<ConsumerName, EventDefinition[]> = {
  tenancy: [
    contactEvents.memberGranted,
    contactEvents.memberRevoked,
    staffEvents.staffMemberGranted,
    staffEvents.staffMemberRevoked,
  ],
  contract: [],
  documents: [],
  billing: [],
  notifications: [],
}
