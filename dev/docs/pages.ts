import { routes } from '@pactdesk/domain/routes'
import { subscriptions } from '@pactdesk/domain/subscriptions'
import { openApiOf } from '@pactdesk/platform/http/openapi'
import { aggregates } from '@pactdesk/platform/registry'
import { eventsPage } from './events.ts'
import { machines } from './machines.ts'
import { stateMachinesPage } from './state-machines.ts'

/** Pages below docs/ that are made from the code: file name → text. */
export const pages = (): Record<string, string> => ({
  'state-machines.md': stateMachinesPage(machines),
  'events.md': eventsPage(aggregates, subscriptions),
  'openapi.json': `${JSON.stringify(openApiOf(routes), null, 2)}\n`,
})
