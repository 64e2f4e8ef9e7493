import { consumer } from '@pactdesk/platform/events/consumer'
import { tenancyReactions } from '@pactdesk/platform/use-cases/tenancy/index'

export const handler = consumer('tenancy', tenancyReactions)
