import { consumer } from '@pactdesk/platform/events/consumer'

export const handler = consumer('documents', [])
