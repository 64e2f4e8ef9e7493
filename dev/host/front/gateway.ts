import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ApiModel } from '../template/api.ts'
import { type Authorized, authorizer } from './authorize.ts'
import { httpEvent, pathOf } from './event.ts'
import { routeMatcher } from './routes.ts'

export type GatewayParts = {
  api: ApiModel
  /** Calls a function with a JSON event within so many ms. */
  invoke: (functionName: string, event: string, limitMs?: number) => Promise<string>
  log: (line: string) => void
}
type Answer = {
  statusCode?: number
  headers?: Record<string, unknown>
  cookies?: string[]
  body?: string
  isBase64Encoded?: boolean
}

/** API Gateway's limits: 10 MB a request, 29 s an integration. */
const bodyLimit = 10 * 1024 * 1024
const timeLimitMs = 29_000

/** An HTTP API with payload 2.0: resolves to false when no route of the template takes the request. */
export function createGateway({
  api,
  invoke,
  log,
}: GatewayParts): (req: IncomingMessage, res: ServerResponse) => Promise<boolean> {
  const match = routeMatcher(api.routes)
  const authorizers = new Map(
    api.authorizers.map(
      model => [model.name, authorizer(model, event => invoke(model.functionName, event, 10_000), log)] as const,
    ),
  )
  return async (req, res) => {
    const matched = match(req.method ?? 'GET', pathOf(req.url ?? '/'))
    if (!matched) return false
    const body = await readBody(req)
    if (!body) {
      message(res, 413, 'Request Entity Too Large')
      return true
    }
    const event = httpEvent(req, matched, body, api.id)
    if (matched.route.authorizer !== undefined) {
      const ask = authorizers.get(matched.route.authorizer)
      const verdict: Authorized = ask ? await ask(event) : { status: 500 }
      if (verdict.status !== 200) {
        message(res, verdict.status, { 401: 'Unauthorized', 403: 'Forbidden', 500: 'Internal Server Error' }[verdict.status])
        return true
      }
      event.requestContext.authorizer = { lambda: verdict.context }
    }
    const limit = Math.min(matched.route.timeoutMs, timeLimitMs)
    const result = await invoke(matched.route.functionName, JSON.stringify(event), limit).catch((error: Error) => {
      log(`${matched.route.functionName} failed: ${error.stack ?? error.message}`)
      return error
    })
    if (typeof result === 'string') respond(res, JSON.parse(result) as Answer | null)
    else
      message(
        res,
        /timed out/.test(result.message) ? 503 : 500,
        /timed out/.test(result.message) ? 'Service Unavailable' : 'Internal Server Error',
      )
    return true
  }
}

function respond(res: ServerResponse, answer: Answer | null): void {
  const plain = answer === null || typeof answer !== 'object' || answer.statusCode === undefined
  const {
    statusCode = 200,
    headers = {},
    cookies = [],
    body,
    isBase64Encoded,
  } = plain
    ? {
        body: JSON.stringify(answer),
        headers: { 'content-type': 'application/json' },
        cookies: [] as string[],
        isBase64Encoded: false,
      }
    : answer
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && value !== null) res.setHeader(name, String(value))
  if (cookies.length > 0) res.setHeader('set-cookie', cookies)
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8')
  res.setHeader('content-length', bytes.length)
  res.writeHead(statusCode).end(bytes)
}

function message(res: ServerResponse, status: number, text: string): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message: text }))
}

/** The body, or undefined when it is larger than the limit (what follows is thrown away). */
function readBody(req: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(req.headers['content-length'] ?? 0) > bodyLimit) {
    req.resume()
    return Promise.resolve(undefined)
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= bodyLimit) chunks.push(chunk)
    })
    req.on('end', () => resolve(size > bodyLimit ? undefined : Buffer.concat(chunks)))
    req.on('error', reject)
  })
}
