import type { EventDefinition } from './kernel/event.ts'

/** Which module hears which events: the CDK rules and the consumers' reactions are both held to this list. */
export const subscriptions = {
  tenancy: [],
  contract: [],
  documents: [],
  billing: [],
  notifications: [],
} satisfies Record<string, EventDefinition[]> as Record<
  'tenancy' | 'contract' | 'documents' | 'billing' | 'notifications',
  EventDefinition[]
>
