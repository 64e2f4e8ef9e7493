import { systemContext } from '@pactdesk/platform/events/consumer'
import { clockOf } from '@pactdesk/platform/http/request-context'
import { type Provisioning, provision } from '@pactdesk/platform/use-cases/tenancy/provision'
import type { Context } from 'aws-lambda'

/** Invoked by the operator alone (IAM): makes a provider with its first administrator, who can sign in at once. */
export const handler = (input: Provisioning, context: Context) =>
  provision(systemContext(input.key, { kind: 'system', id: 'operator', name: 'operator' }), clockOf(context), input)
