import { apiHandler } from '@pactdesk/platform/http/api'
import { handlers as desk } from '@pactdesk/platform/use-cases/desk/index'
import { handlers as visits } from '@pactdesk/platform/use-cases/field-service/index'

export const handler = apiHandler([...desk, ...visits])
