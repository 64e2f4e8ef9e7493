import { consumer } from '@pactdesk/platform/events/consumer'
import { contractReactions } from '@pactdesk/platform/use-cases/contract/index'
import { planDueVisits } from '@pactdesk/platform/use-cases/field-service/index'

export const handler = consumer('contract', [...contractReactions, planDueVisits])
