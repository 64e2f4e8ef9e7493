import { consumer } from '@pactdesk/platform/events/consumer'
import { notificationReactions } from '@pactdesk/platform/use-cases/notifications/index'

export const handler = consumer('notifications', notificationReactions)
