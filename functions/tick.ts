import { clockOf } from '@pactdesk/platform/http/request-context'
import { tick } from '@pactdesk/platform/run/tick'
import { timers } from '@pactdesk/platform/use-cases/timers'
import type { Context, ScheduledEvent } from 'aws-lambda'

export const handler = (_event: ScheduledEvent, context: Context) => tick(timers, clockOf(context), context.awsRequestId)
