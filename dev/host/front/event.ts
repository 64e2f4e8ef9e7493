import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { account } from '../template/names.ts'
import type { Matched } from './routes.ts'

export type HttpEvent = Record<string, unknown> & { headers: Record<string, string>; requestContext: Record<string, unknown> }

/** Content types that API Gateway hands over as text; all others come in base64. */
const textual = /^(text\/|application\/(json|javascript|xml|[\w.+-]+\+(json|xml)))/

/** The payload 2.0 event of a request: what authorizer and function are called with. */
export function httpEvent(req: IncomingMessage, matched: Matched, body: Buffer, apiId: string): HttpEvent {
  const [rawPath = '/', rawQueryString = ''] = split(req.url ?? '/')
  const { cookie, ...headers } = flat(req)
  const now = Date.now()
  const text = textual.test(headers['content-type'] ?? 'application/json')
  const query = queryOf(rawQueryString)
  return {
    version: '2.0',
    routeKey: matched.route.key,
    rawPath,
    rawQueryString,
    ...(cookie && { cookies: cookie.split(/; */) }),
    headers,
    ...(query && { queryStringParameters: query }),
    ...(Object.keys(matched.pathParameters).length > 0 && { pathParameters: matched.pathParameters }),
    requestContext: {
      accountId: account,
      apiId,
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'localhost',
      http: {
        method: req.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${req.httpVersion}`,
        sourceIp: req.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: matched.route.key,
      stage: '$default',
      time: new Date(now).toISOString(),
      timeEpoch: now,
    },
    ...(body.length > 0 && { body: text ? body.toString('utf8') : body.toString('base64') }),
    isBase64Encoded: body.length > 0 && !text,
  }
}

export const pathOf = (url: string): string => split(url)[0]!

function split(url: string): [string, string] {
  const at = url.indexOf('?')
  return at === -1 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)]
}

function flat(req: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(req.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(',') : value
  }
  return headers
}

/** Repeated parameters are joined by commas. */
function queryOf(raw: string): Record<string, string> | undefined {
  if (raw === '') return undefined
  const query: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(raw))
    query[name] = query[name] === undefined ? value : `${query[name]},${value}`
  return query
}
