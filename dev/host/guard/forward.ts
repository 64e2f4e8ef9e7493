import { Agent, request as httpRequest } from 'node:http'
import { request as httpsRequest, Agent as SecureAgent } from 'node:https'
import { type Answer, Upstream } from './upstream.ts'

/** A way to the table: raw sockets to the embedded emulator, an ordinary HTTP client to any other endpoint. */
export function forwarder(endpoint: string, embedded: boolean): (target: string, body: string) => Promise<Answer> {
  const url = new URL(endpoint)
  if (embedded) {
    const upstream = new Upstream(url.hostname, Number(url.port))
    return (target, body) => upstream.send(target, body)
  }
  const secure = url.protocol === 'https:'
  const agent = secure ? new SecureAgent({ keepAlive: true }) : new Agent({ keepAlive: true })
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-date': '20260101T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=local',
  }
  return (target, body) =>
    new Promise((resolve, reject) => {
      const send = secure ? httpsRequest : httpRequest
      const req = send(url, { method: 'POST', agent, headers: { ...headers, 'x-amz-target': target } }, res => {
        const chunks: Buffer[] = []
        res.on('data', chunk => chunks.push(chunk as Buffer))
        res.on('error', reject)
        res.on('end', () =>
          resolve({
            status: res.statusCode!,
            contentType: res.headers['content-type'] ?? 'application/x-amz-json-1.0',
            body: Buffer.concat(chunks),
          }),
        )
      })
      req.on('error', reject)
      req.end(body)
    })
}
