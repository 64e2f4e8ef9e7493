import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

const json = (statusCode: number, value: unknown): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
})

/** What anyone may read: health, the API's description, and where to sign in. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  if (event.rawPath === '/api/health') return json(200, { status: 'ok' })
  if (event.rawPath === '/api/config') {
    const [first] = JSON.parse(process.env.OIDC_ISSUERS ?? '[]') as { issuer: string; clientIds: string[] }[]
    return json(200, { issuer: first?.issuer, clientId: first?.clientIds[0] })
  }
  return json(404, { message: 'Not Found' })
}
