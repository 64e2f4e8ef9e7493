import { invitationIssuer } from '@pactdesk/domain/tenancy/index'
import { logger } from '@pactdesk/platform/http/api'
import type { AuthorizerContext } from '@pactdesk/platform/http/request-context'
import { membershipsOf } from '@pactdesk/platform/identity/directory'
import { identify, sha256 } from '@pactdesk/platform/identity/tokens'
import type { APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerWithContextResult } from 'aws-lambda'

type Answer = APIGatewaySimpleAuthorizerWithContextResult<AuthorizerContext>

const identifies = (workspace: string): boolean => workspace === '-' || /^-\.\w{1,40}$/.test(workspace)

/**
 * Lambda authorizer (payload 2.0, simple response, cached 60 s by Authorization + workspace). A bad token is 401 (thrown),
 * a workspace the person is no member of is 403. Workspace `-` identifies only: `/me` lists the memberships (`-.<anything>` asks
 * past the cache). Workspace `join.<code>` is the place an invitation keeps: it can be looked at and taken, nothing else.
 */
export async function handler(event: APIGatewayRequestAuthorizerEventV2): Promise<Answer> {
  const bearer = /^Bearer (\S+)$/.exec(event.headers?.authorization ?? '')?.[1]
  const workspace = event.headers?.['x-pactdesk-workspace'] ?? '-'
  const code = /^join\.([\w-]{43})$/.exec(workspace)?.[1]
  if (!bearer) throw new Error('Unauthorized')
  const identity = await identify(bearer).catch((error: Error) => {
    logger.info('token refused', { reason: error.message })
    throw new Error('Unauthorized')
  })
  const memberships = code
    ? await membershipsOf(invitationIssuer, sha256(code))
    : await membershipsOf(identity.issuer, identity.subject)
  const chosen = code ? memberships[0] : memberships.find(membership => membership.workspace === workspace)
  return {
    isAuthorized: identifies(workspace) || chosen !== undefined,
    context: {
      subject: identity.subject,
      issuer: identity.issuer,
      name: chosen?.personName ?? identity.name,
      email: identity.email,
      memberships: JSON.stringify(memberships.map(({ issuer: _i, subject: _s, ...shown }) => shown)),
      provider: chosen?.provider ?? '',
      kind: chosen && code ? 'invited' : (chosen?.kind ?? ''),
      client: chosen?.client ?? '',
      contact: chosen?.contact ?? '',
      person: chosen?.person ?? '',
      roles: code ? '' : (chosen?.roles.join(',') ?? ''),
      clients: chosen ? (chosen.clients === '*' ? '*' : chosen.clients.join(',')) : '',
    },
  }
}
