import { apiHandler } from '@pactdesk/platform/http/api'
import { handlers } from '@pactdesk/platform/use-cases/billing/index'

export const handler = apiHandler(handlers)
