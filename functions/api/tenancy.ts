import { apiHandler } from '@pactdesk/platform/http/api'
import { handlers as devices } from '@pactdesk/platform/use-cases/configuration/index'
import { handlers } from '@pactdesk/platform/use-cases/tenancy/index'

export const handler = apiHandler([...handlers, ...devices])
