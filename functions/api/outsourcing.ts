import { apiHandler } from '@pactdesk/platform/http/api'
import { handlers } from '@pactdesk/platform/use-cases/contract/index'

export const handler = apiHandler(handlers)
