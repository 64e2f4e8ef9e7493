import type { EventDefinition } from './kernel/event.ts'
import { billEvents } from './outsourcing/billing/bill/events.ts'
import { monthEvents } from './outsourcing/billing/month/events.ts'
import { contractEvents } from './outsourcing/contract/index.ts'
import { visitEvents } from './outsourcing/field-service/index.ts'
import { ticketEvents } from './service-support/incident/index.ts'
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
  contract: [contractEvents.activated, contractEvents.visitsDue],
  documents: [contractEvents.documentRequested, billEvents.issued, visitEvents.signed, visitEvents.unsignedAccepted],
  billing: [
    contractEvents.activated,
    contractEvents.dayEnded,
    contractEvents.monthEnded,
    monthEvents.closingStarted,
    billEvents.draftingStarted,
    billEvents.discardStarted,
    billEvents.issued,
    billEvents.lineDisputed,
    billEvents.disputeAnswered,
    billEvents.credited,
  ],
  notifications: [
    contactEvents.memberGranted,
    staffEvents.staffMemberGranted,
    ticketEvents.ticketOpened,
    ticketEvents.ticketReplied,
    ticketEvents.ticketWaiting,
    ticketEvents.pauseDecided,
    ticketEvents.ticketResolved,
    ticketEvents.quoteAsked,
    contractEvents.signedByProvider,
    contractEvents.expiryReminded,
    billEvents.issued,
    billEvents.credited,
    billEvents.lineDisputed,
    billEvents.disputeAnswered,
  ],
}
