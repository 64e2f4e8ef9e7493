import { consumer } from '@pactdesk/platform/events/consumer'
import { documentReactions } from '@pactdesk/platform/use-cases/documents/index'

export const handler = consumer('documents', documentReactions)
