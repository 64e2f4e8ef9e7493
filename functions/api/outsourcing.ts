import { apiHandler } from '@pactdesk/platform/http/api'

export const handler = apiHandler([])
