import * as z from 'zod'
import type { Role } from './context.ts'

type PathNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | PathNames<Rest> : never

export type Route<
  Path extends string = string,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> = {
  id: string
  /** Which Lambda serves it; its greedy route is `/api/<group>/{proxy+}`. */
  group: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: Path
  summary: string
  /** Roles that may call it; empty = every member of the workspace. A client's people see only their own client (else 404). */
  roles: readonly Role[]
  query: Query
  body: Body
  response: Response
  /** Status on success. */
  status: 200 | 201 | 202
}

type Declared = {
  id: string
  group: string
  method: Route['method']
  summary: string
  roles: readonly Role[]
  status?: Route['status']
}

const nothing = z.undefined()

/**
 * Declares an HTTP operation once; validation, authorization, routing, OpenAPI 3.1 and the typed client derive from it.
 * Every POST takes an `Idempotency-Key`; reads of one thing answer an `ETag`, commands accept `If-Match`.
 */
export function defineRoute<
  Path extends string,
  Response extends z.ZodType,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(route: Declared & { path: Path; response: Response; query?: Query; body?: Body }): Route<Path, Query, Body, Response> {
  return {
    ...route,
    status: route.status ?? 200,
    query: route.query ?? (nothing as unknown as Query),
    body: route.body ?? (nothing as unknown as Body),
  }
}

export type ParamsOf<R> = R extends Route<infer Path, z.ZodType, z.ZodType, z.ZodType> ? Record<PathNames<Path>, string> : never
export type QueryOf<R> = R extends Route<string, infer Query, z.ZodType, z.ZodType> ? z.output<Query> : never
export type BodyOf<R> = R extends Route<string, z.ZodType, infer Body, z.ZodType> ? z.output<Body> : never
export type BodyInput<R> = R extends Route<string, z.ZodType, infer Body, z.ZodType> ? z.input<Body> : never
export type QueryInput<R> = R extends Route<string, infer Query, z.ZodType, z.ZodType> ? z.input<Query> : never
export type ResponseOf<R> = R extends Route<string, z.ZodType, z.ZodType, infer Response> ? z.output<Response> : never

/** A page of a list: `next` is an opaque cursor bound to tenant and query; absent on the last page. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), next: z.string().optional() })
export const PageQuery = z.object({
  cursor: z.string().max(2048).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

/** RFC 9457 problem details, with our stable `code` and the failed fields. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    params: z.record(z.string(), z.unknown()).optional(),
    /** One by one what is wrong; `code` is a translation key of the sentence, filled from `params`. */
    errors: z
      .array(
        z.object({
          path: z.string(),
          detail: z.string(),
          code: z.string().optional(),
          params: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
