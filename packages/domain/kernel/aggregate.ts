import type { DomainEvent, EventDefinition } from './event.ts'

/** Where an aggregate lives: partition key = authorization scope. */
export type Scope = 'provider' | 'published' | 'client' | 'internal'

/** What one projector makes of a state: never written ad hoc. Index parts are relative; the table layer adds the scope. */
export type Projection = {
  /** ≤ 700 B, safe for the client when the aggregate is in client scope: what lists show. */
  row?: Record<string, unknown>
  /** Provider and team lists, `P#<part>`. */
  gsi1?: IndexEntry
  /** Client lists, `C#<part>`; only for aggregates in client scope. */
  gsi2?: IndexEntry
  /** Assignee, `P#<part>`. */
  gsi4?: IndexEntry
  /** Requester, `C#<part>`; only for aggregates in client scope. */
  gsi5?: IndexEntry
  /** Earliest pending timer, an instant. */
  dueAt?: string
}
export type IndexEntry = { part: string; sort: string }

/** What `evolve` may know of an event beside its data. */
export type EventMeta = { at: string; version: number; actor: { kind: string; id: string; name: string }; origin: string }

/**
 * Everything the shell needs to keep an aggregate: `fold(evolve, events) = stored state` holds for each (`pactdesk verify`).
 * `key` is its letter in the partition key; `sv` the schema version of the stored state; `upcasts[n]` lifts sv n+1 to n+2.
 */
export type Aggregate<State, Event extends DomainEvent> = {
  type: string
  module: string
  key: string
  scope: Scope
  sv: number
  upcasts: readonly ((old: Record<string, unknown>) => Record<string, unknown>)[]
  events: Record<string, EventDefinition>
  evolve: (state: State | undefined, event: Event, meta: EventMeta) => State
  project: (state: State) => Projection
}

export const defineAggregate = <State, Event extends DomainEvent>(aggregate: Aggregate<State, Event>): Aggregate<State, Event> =>
  aggregate

/** Stored facts that a decision needs besides the state: time, actor and fresh ids are arguments. */
export type Env = {
  /** Business now: what a contract dates. ISO UTC. */
  now: string
  actor: { kind: 'staff' | 'client' | 'timer' | 'system' | 'import'; id: string; name: string }
  newId: () => string
}
