import type { AnyRoute } from '@pactdesk/domain/kernel/client'
import { Problem } from '@pactdesk/domain/kernel/route'
import * as z from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'

/** The gateway's own words, before any function is asked. */
const GatewayMessage = z.object({ message: z.string() }).meta({ id: 'GatewayMessage' })

const problem = (id: string, description: string): ZodOpenApiResponseObject => ({
  id,
  description,
  content: { 'application/problem+json': { schema: Problem } },
})

/** Refusals by status. All but 401 are RFC 9457 problems with a stable `code`; the gateway says 401, and 403 of a workspace, itself. */
const refusals = {
  400: problem('Unreadable', 'The body is no JSON, or a POST has no Idempotency-Key'),
  401: {
    id: 'Unauthorized',
    description: 'No token, or one that is expired, foreign or forged',
    content: { 'application/json': { schema: GatewayMessage } },
  },
  403: {
    id: 'Forbidden',
    description: "Another's workspace (the gateway's words), or a role that may not (a problem)",
    content: { 'application/json': { schema: GatewayMessage }, 'application/problem+json': { schema: Problem } },
  },
  404: problem('NotHere', 'Nothing of the kind in this scope; what belongs to others is not told apart'),
  409: problem('Conflict', 'Its state does not allow this, it exists already, or the key was used for another request'),
  412: problem('Stale', 'If-Match names a version that is no longer the current one'),
  413: problem('TooLarge', 'A body may have 5 MB'),
  415: problem('NotJson', 'A body is application/json'),
  422: problem('NotAcceptable', 'A field is wrong, missing or unknown, or a rule is broken: `errors` names the fields'),
  503: problem('Busy', 'The store is busy or did not answer: the same request with the same key may be sent again'),
} as const satisfies Record<number, ZodOpenApiResponseObject>

type Status = keyof typeof refusals

/** How an operation can be refused: by what is asked of its callers, its path, its body and what it does. */
export function refusalsOf(route: AnyRoute): Record<string, ZodOpenApiResponseObject> {
  const reads = route.method === 'GET'
  const [body, query] = [route.body.type !== 'undefined', route.query.type !== 'undefined']
  const statuses: Status[] = [
    ...(body || route.method === 'POST' ? ([400] as const) : []),
    401,
    403,
    ...(route.path.includes('{') ? ([404] as const) : []),
    ...(reads ? [] : ([409, 412] as const)),
    ...(body ? ([413, 415] as const) : []),
    ...(body || query || !reads ? ([422] as const) : []),
    503,
  ]
  return Object.fromEntries(statuses.map(status => [String(status), refusals[status]]))
}
