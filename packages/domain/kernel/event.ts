import * as z from 'zod'
import { Actor } from './context.ts'

/** A thing that happened, in the words of its module. `type` is `<module>.<event>.v<n>`. */
export type DomainEvent<Type extends string = string, Data = unknown> = { type: Type; data: Data }

/** Who may read the event in feed and timeline: the client's people too, or staff only. */
export type Audience = 'client' | 'staff'

export type EventDefinition<Type extends string = string, Schema extends z.ZodType = z.ZodType> = {
  type: Type
  /** EventBridge source, `pactdesk.<module>`. */
  source: string
  module: string
  version: number
  audience: Audience
  schema: Schema
  of: (data: z.input<Schema>) => DomainEvent<Type, z.output<Schema>>
}

/**
 * Declares an event once; CDK pattern, types, docs and the schema snapshot derive from it.
 * `of` parses: an event that breaks its own schema is a programming error and throws.
 */
export function defineEvent<M extends string, N extends string, V extends number, S extends z.ZodType>(
  module: M,
  name: N,
  version: V,
  audience: Audience,
  schema: S,
): EventDefinition<`${M}.${N}.v${V}`, S> {
  const type = `${module}.${name}.v${version}` as const
  return {
    type,
    source: `pactdesk.${module}`,
    module,
    version,
    audience,
    schema,
    of: data => ({ type, data: schema.parse(data) }),
  }
}

/** The union of domain events of a record of definitions: `EventsOf<typeof events>`. */
export type EventsOf<Definitions extends Record<string, EventDefinition>> = {
  [K in keyof Definitions]: Definitions[K] extends EventDefinition<infer Type, infer Schema>
    ? DomainEvent<Type, z.output<Schema>>
    : never
}[keyof Definitions]

/** How an event travels and is kept: audit, timeline, outbox and replay source in one. Instants are ISO UTC. */
export const Envelope = z.object({
  id: z.string(),
  seq: z.int().min(1),
  type: z.string(),
  version: z.int(),
  provider: z.string(),
  client: z.string().optional(),
  audience: z.enum(['client', 'staff']),
  origin: z.enum(['user', 'timer', 'import', 'migration']),
  occurredAt: z.string(),
  recordedAt: z.string(),
  actor: Actor,
  correlationId: z.string(),
  causationId: z.string().optional(),
  prevHash: z.string(),
  aggregate: z.object({ type: z.string(), id: z.string(), version: z.int() }),
  data: z.unknown(),
})
export type Envelope = z.infer<typeof Envelope>
