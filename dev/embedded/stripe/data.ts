import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const load = (name: string): unknown =>
  JSON.parse(gunzipSync(readFileSync(fileURLToPath(new URL(`./data/${name}.json.gz`, import.meta.url)))).toString('utf8'))

/** Version whose parameters and objects these are. */
export const apiVersion = '2026-10-28.endive'

let schemas: Record<string, object> | undefined
let fixtures: Record<string, Record<string, unknown>> | undefined

/** JSON Schema (draft 7) of the parameters of a request, by the name of its type, e.g. `CustomerCreateParams`. */
export function parameterSchema(name: string): object {
  schemas ??= (load('request_params.schema') as { schemas: Record<string, object> }).schemas
  const schema = schemas[name]
  if (!schema) throw new Error(`no schema ${name}`)
  return schema
}

/** A resource of this kind with every field that Stripe gives it, all null. */
export function blank(kind: string): Record<string, null> {
  fixtures ??= (load('fixtures3') as { resources: Record<string, Record<string, unknown>> }).resources
  const fixture = fixtures[kind]
  if (!fixture) throw new Error(`no fixture ${kind}`)
  return Object.fromEntries(Object.keys(fixture).map(field => [field, null]))
}
