import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { routes } from '@pactdesk/domain/routes'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it, test } from 'vitest'
import { root } from '../../dev/install/node24.mjs'

type Response = { $ref?: string; content?: Record<string, unknown> }
type Operation = {
  operationId: string
  parameters?: { in: string; name: string; required?: boolean }[]
  requestBody?: unknown
  responses: Record<string, Response>
  security?: unknown[]
}
type Document = {
  openapi: string
  security: unknown[]
  paths: Record<string, Record<string, Operation>>
  components: { responses: Record<string, Response>; schemas: Record<string, unknown>; securitySchemes: Record<string, unknown> }
}

/** The recorded document: `npm run docs` writes it, dev/docs keeps it equal to what the code says. */
const document = JSON.parse(readFileSync(join(root, 'docs', 'openapi.json'), 'utf8')) as Document
const operations = Object.values(document.paths).flatMap(path => Object.values(path))
const operationOf = (route: { path: string; method: string }) => document.paths[route.path]?.[route.method.toLowerCase()]

test('the document is valid OpenAPI 3.1, every reference leads somewhere', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate(structuredClone(document) as unknown as Record<string, unknown>)
  expect([valid, errors, validator.version]).toEqual([true, undefined, '3.1'])
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!.split('/'))
  const at = (path: string[]) =>
    path.reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], document)
  expect(references.filter(path => at(path) === undefined)).toEqual([])
  expect(references.length).toBeGreaterThan(500)
})

test('every operation is there once, under its own id, and no other', () => {
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(routes.map(({ id }) => id).sort())
})

test('a caller needs a token and a workspace, for all of them', () => {
  expect(document.security).toEqual([{ bearer: [], workspace: [] }])
  expect(operations.filter(({ security }) => security !== undefined)).toEqual([])
  expect(Object.keys(document.components.securitySchemes).sort()).toEqual(['bearer', 'workspace'])
})

describe.each(routes.map(route => [route.id, route] as const))('%s', (_, route) => {
  const operation = operationOf(route)!
  const content = (status: number) => {
    const response = operation.responses[String(status)]
    const named = response?.$ref ? document.components.responses[response.$ref.split('/').at(-1)!] : response
    return Object.keys(named?.content ?? {})
  }

  it('says what it answers, and how it refuses', () => {
    expect(content(route.status)).toEqual(['application/json'])
    expect(content(401)).toEqual(['application/json'])
    const body = route.body.type !== 'undefined'
    const expected = [
      403,
      503,
      ...(route.path.includes('{') ? [404] : []),
      ...(route.method === 'GET' ? [] : [409, 412, 422]),
      ...(body ? [400, 413, 415, 422] : []),
    ]
    for (const status of expected) expect(content(status), String(status)).toContain('application/problem+json')
  })

  it('names its path, its body and its key', () => {
    const parameters = operation.parameters ?? []
    const named = (place: string) => parameters.filter(each => each.in === place && each.required).map(({ name }) => name)
    expect(named('path')).toEqual([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
    expect(named('header')).toEqual(route.method === 'POST' ? ['idempotency-key'] : [])
    expect(operation.requestBody !== undefined).toBe(route.body.type !== 'undefined')
  })
})
