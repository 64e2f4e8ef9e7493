import type { Role, TenantContext } from '@pactdesk/domain/kernel/context'
import type { APIGatewayProxyEventV2WithLambdaAuthorizer, Context } from 'aws-lambda'
import type { Clock } from '../run/execute.ts'
import { HttpProblem } from './problem.ts'

/** What the authorizer hands over: strings only (API Gateway). */
export type AuthorizerContext = {
  subject: string
  issuer: string
  name: string
  email: string
  /** JSON of all memberships of the person, for `/me`. */
  memberships: string
  /** The chosen workspace; empty when the person named none. */
  provider: string
  /** `staff`, `client`, or `invited` for who brings an invitation. */
  kind: string
  client: string
  contact: string
  /** Id of the person in the workspace: contact or staff member. */
  person: string
  roles: string
  clients: string
}
export type ApiEvent = APIGatewayProxyEventV2WithLambdaAuthorizer<AuthorizerContext>

/** Business time = wall time + the offset of this invocation; a deployed stage has none and refuses one. */
export function clockOf(context: Pick<Context, 'clientContext'> | undefined): Clock {
  const offset = Number((context?.clientContext as { businessOffsetMs?: number } | undefined)?.businessOffsetMs ?? 0)
  if (offset !== 0 && process.env.STAGE !== 'local') throw new Error('only the local host may shift business time')
  return {
    wallNow: () => new Date().toISOString(),
    businessNow: () => instantAt(Date.now() + offset),
  }
}

/** Business instants have whole seconds: `2026-10-04T03:30:00Z`. */
const instantAt = (ms: number) => new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z')

/** Where somebody stands: a member of the workspace, or (`invited`) one who only brings an invitation and holds no role yet. */
export function tenantOf(event: ApiEvent, { invited = false } = {}): TenantContext {
  const lambda = event.requestContext.authorizer?.lambda
  if (!lambda?.provider || (lambda.kind === 'invited') !== invited)
    throw new HttpProblem(403, 'tenancy.no-workspace', 'name a workspace you belong to in x-pactdesk-workspace')
  const kind = lambda.client ? 'client' : 'staff'
  return {
    provider: lambda.provider,
    kind,
    ...(lambda.client && { client: lambda.client }),
    ...(lambda.contact && { contact: lambda.contact }),
    roles: lambda.roles ? (lambda.roles.split(',') as Role[]) : [],
    clients: lambda.clients === '*' ? '*' : lambda.clients ? lambda.clients.split(',') : [],
    actor: { kind, id: lambda.person || lambda.subject, name: lambda.name },
  }
}
