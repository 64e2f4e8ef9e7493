import { apiHandler } from '@pactdesk/platform/http/api'
import { handlers as visits } from '@pactdesk/platform/use-cases/field-service/index'

export const handler = apiHandler(visits)
