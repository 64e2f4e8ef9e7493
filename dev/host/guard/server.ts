import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { TableModel } from '../template/model.ts'
import type { RoleModel } from '../template/roles.ts'
import { judge } from './judge.ts'
import type { Session, Sessions } from './sessions.ts'
import { sts } from './sts.ts'
import type { Answer } from './upstream.ts'

export type GuardParts = {
  sessions: Sessions
  roles: ReadonlyMap<string, RoleModel>
  table: TableModel
  /** Hands an allowed request to the table. */
  forward: (target: string, body: string) => Promise<Answer>
}

/** STS (form bodies) and DynamoDB (JSON bodies) on one port; every DynamoDB request is judged before it is forwarded. */
export function createGuardServer(parts: GuardParts): Server {
  const server = createServer({ keepAliveTimeout: 60_000 }, (req, res) => {
    handle(parts, req, res).catch((error: Error) => json(res, 500, 'InternalServerError', error.message))
  })
  return server
}

async function handle({ sessions, roles, table, forward }: GuardParts, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const body = await textOf(req)
  const session = sessionOf(sessions, req)
  const target = req.headers['x-amz-target']
  if (typeof target !== 'string') {
    const answer = sts(new URLSearchParams(body), session, sessions, roles)
    res.writeHead(answer.status, { 'content-type': 'text/xml' }).end(answer.body)
    return
  }
  if (!session) return json(res, 403, 'UnrecognizedClientException', 'The security token included in the request is invalid.')
  const request = parsed(body)
  if (!request) return json(res, 400, 'SerializationException', 'The request body is not a JSON object.')
  const verdict = judge(session, target.split('.')[1] ?? '', request, table)
  if (!verdict.allowed) return json(res, 403, 'AccessDeniedException', verdict.reason)
  const answer = await forward(target, withoutToken(body, request))
  res.writeHead(answer.status, { 'content-type': answer.contentType, 'content-length': answer.body.length }).end(answer.body)
}

/** The session of the access key in the SigV4 header with the token beside it; the signature itself is not checked here. */
export function sessionOf(sessions: Sessions, req: IncomingMessage): Session | undefined {
  const [, accessKeyId] = /Credential=([^/]+)\//.exec(req.headers.authorization ?? '') ?? []
  const token = req.headers['x-amz-security-token']
  return accessKeyId ? sessions.find(accessKeyId, typeof token === 'string' ? token : undefined) : undefined
}

/**
 * The emulator scans its whole cache of client request tokens on every transaction, so tokens are dropped. An attribute of
 * that name holds an object, never a string, so the text below is the request's own.
 */
function withoutToken(body: string, request: Record<string, unknown>): string {
  if (request.ClientRequestToken === undefined) return body
  const text = `"ClientRequestToken":${JSON.stringify(request.ClientRequestToken)}`
  const at = body.indexOf(text)
  if (at === -1) {
    const { ClientRequestToken: _token, ...rest } = request
    return JSON.stringify(rest)
  }
  const end = at + text.length
  if (body[end] === ',') return body.slice(0, at) + body.slice(end + 1)
  return body[at - 1] === ',' ? body.slice(0, at - 1) + body.slice(end) : body.slice(0, at) + body.slice(end)
}

function parsed(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function json(res: ServerResponse, status: number, type: string, message: string): void {
  res
    .writeHead(status, { 'content-type': 'application/x-amz-json-1.0' })
    .end(JSON.stringify({ __type: `com.amazon.coral.service#${type}`, message }))
}

function textOf(req: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    req.on('data', chunk => chunks.push(chunk as Buffer))
    req.on('end', () => resolve(Buffer.concat(chunks).toString()))
    req.on('error', reject)
  })
}
