import type { AnyRoute } from '@pactdesk/domain/kernel/client'
import { Problem } from '@pactdesk/domain/kernel/route'
import * as z from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'

const problem = {
  description: 'A refusal, as RFC 9457 problem details',
  content: { 'application/problem+json': { schema: Problem } },
}

/** OpenAPI 3.1 of the route tables: what the server checks is what the document says. */
export function openApiOf(routes: readonly AnyRoute[]) {
  const paths: ZodOpenApiPathsObject = {}
  for (const route of routes) {
    const method = route.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete'
    paths[route.path] = { ...paths[route.path], [method]: operationOf(route) }
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Pactdesk',
      version: '0.1.0',
      description: 'The contract is the program and the service desk executes it.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
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

function operationOf(route: AnyRoute): ZodOpenApiOperationObject {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(match => match[1]!)
  const query = route.query instanceof z.ZodObject ? route.query : undefined
  return {
    operationId: route.id,
    tags: [route.group],
    summary: route.summary,
    ...(route.roles.length > 0 && { description: `Roles: ${route.roles.join(', ')}` }),
    requestParams: {
      ...(names.length > 0 && { path: z.object(Object.fromEntries(names.map(name => [name, z.string()]))) }),
      ...(query && { query }),
      ...(route.method === 'POST' && { header: z.object({ 'idempotency-key': z.string().min(1).max(200) }) }),
    },
    ...(route.body.type !== 'undefined' && {
      requestBody: { required: true, content: { 'application/json': { schema: route.body } } },
    }),
    responses: {
      [String(route.status)]: { description: 'Done', content: { 'application/json': { schema: route.response } } },
      default: problem,
    },
  }
}
