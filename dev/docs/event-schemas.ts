import { Envelope } from '@pactdesk/domain/kernel/event'
import { type AnyAggregate, aggregates } from '@pactdesk/platform/registry'
import * as z from 'zod'

/** JSON Schema, as far as records of events use it. */
export type Schema = { [keyword: string]: unknown }

/** Where the record of each event type lies, from the project's root. */
export const schemaFolder = 'test/events/schemas'
export const schemaFile = (type: string): string => `${type}.snap.json`

/** JSON Schema of what each event type holds, and of the envelope in which all of them are kept and travel, by event type. */
export function eventSchemas(of: readonly AnyAggregate[] = aggregates): Map<string, Schema> {
  const definitions = of.flatMap(({ events }) => Object.values(events))
  const schemas = definitions.map(({ type, schema }) => [type, schemaOf(schema)] as const)
  return new Map([['envelope', schemaOf(Envelope)], ...schemas])
}

/** As events are stored: defaults are filled in. What JSON Schema cannot say (refinements) is left to zod. */
const schemaOf = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Schema

export const textOf = (schema: Schema): string => `${JSON.stringify(schema, null, 2)}\n`
