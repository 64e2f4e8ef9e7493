import type { AnyRoute } from '@pactdesk/domain/kernel/client'
import * as z from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { refusalsOf } from './openapi-refusals.ts'

const description = `The contract is the program and the service desk executes it.

Fields and query parameters that no schema names are refused, so that a misspelt name never passes for one left out. Every POST
carries an \`Idempotency-Key\`: the same key with the same request takes effect once. Reads answer an \`ETag\`; commands with an
\`If-Match\` are refused when the thing has changed since.`

/** OpenAPI 3.1 of the route tables: what the server checks is what the document says. */
export function openApiOf(routes: readonly AnyRoute[]) {
  const paths: ZodOpenApiPathsObject = {}
  for (const route of routes.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))) {
    const method = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
    paths[route.path] = { ...paths[route.path], [method]: operationOf(route) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Pactdesk', version: '0.1.0', description, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    security: [{ bearer: [], workspace: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        workspace: { type: 'apiKey', in: 'header', name: 'x-pactdesk-workspace' },
      },
    },
  })
}

/** By path, then method, whatever order the modules were loaded in. */
const place = ({ path, method }: AnyRoute): string => `${path} ${method}`

const IdempotencyKey = z.string().min(1).max(200)
const ETag = z.string().meta({ description: 'Version of the thing, to send back as If-Match' })

function operationOf(route: AnyRoute): ZodOpenApiOperationObject {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(match => match[1]!)
  const query = route.query instanceof z.ZodObject ? route.query : undefined
  const header = {
    ...(route.method === 'POST' && { 'idempotency-key': IdempotencyKey }),
    ...(route.method !== 'GET' && { 'if-match': z.string().optional() }),
  }
  return {
    operationId: route.id,
    tags: [route.group],
    summary: route.summary,
    ...(route.roles.length > 0 && { description: `Roles: ${route.roles.join(', ')}` }),
    requestParams: {
      ...(names.length > 0 && { path: z.object(Object.fromEntries(names.map(name => [name, z.string()]))) }),
      ...(query && { query }),
      ...(Object.keys(header).length > 0 && { header: z.object(header) }),
    },
    ...(route.body.type !== 'undefined' && {
      requestBody: { required: true, content: { 'application/json': { schema: route.body } } },
    }),
    responses: {
      [String(route.status)]: {
        description: 'Done',
        headers: z.object({ etag: ETag.optional() }),
        content: { 'application/json': { schema: route.response } },
      },
      ...refusalsOf(route),
    },
  }
}
