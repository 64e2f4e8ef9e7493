import { routes } from '@pactdesk/domain/routes'
import { openApiOf } from '@pactdesk/platform/http/openapi'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

const json = (statusCode: number, body: string): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, max-age=60' },
  body,
})

let document: string | undefined

/** What anyone may read: health, the API's description, and where to sign in. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  switch (event.rawPath) {
    case '/api/health':
      return json(200, '{"status":"ok"}')
    case '/api/openapi.json':
      document ??= JSON.stringify(openApiOf(routes))
      return json(200, document)
    case '/api/config': {
      const [first] = JSON.parse(process.env.OIDC_ISSUERS ?? '[]') as { issuer: string; clientIds: string[] }[]
      return json(200, JSON.stringify({ issuer: first?.issuer, clientId: first?.clientIds[0] }))
    }
    default:
      return json(404, '{"message":"Not Found"}')
  }
}
