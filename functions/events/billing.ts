import { consumer } from '@pactdesk/platform/events/consumer'
import { billingReactions } from '@pactdesk/platform/use-cases/billing/index'

export const handler = consumer('billing', billingReactions)
