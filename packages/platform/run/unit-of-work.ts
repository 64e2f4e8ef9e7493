import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Aggregate, Env, Scope } from '@pactdesk/domain/kernel/aggregate'
import type { TenantContext } from '@pactdesk/domain/kernel/context'
import type { DomainEvent } from '@pactdesk/domain/kernel/event'
import { DomainFailure } from '@pactdesk/domain/kernel/result'
import type { Database } from '../table/database.ts'
import { partitionKey } from '../table/keys.ts'
import { type RecordDefinition, upcast } from '../table/record.ts'
import { StrongReads } from './strong-reads.ts'

export type Ref = { client?: string; id: string }
export type Loaded<State, Event extends DomainEvent> = {
  aggregate: Aggregate<State, Event>
  ref: Ref
  pk: string
  state: State
  version: number
}
export type Origin = 'user' | 'timer' | 'import' | 'migration'
/** 'absent': must not exist; 'any': last writer wins; {version}: must still be that version. */
export type Expect = 'absent' | 'any' | { version: number }

// biome-ignore lint/suspicious/noExplicitAny: aggregates and records of all kinds are kept in one list
type AnyAggregate = Aggregate<any, any>
type Tracked = {
  aggregate: AnyAggregate
  ref: Ref
  pk: string
  state: unknown
  /** Version in the table, 0 when the aggregate is new. */
  stored: number
  hash: string
  events: { event: DomainEvent; at: string }[]
}
export type RecordWrite = {
  // biome-ignore lint/suspicious/noExplicitAny: see above
  definition: RecordDefinition<any, any>
  // biome-ignore lint/suspicious/noExplicitAny: see above
  key: any
  value: object | undefined
  expect: Expect
}

/**
 * Everything one command reads and changes: one commit = one TransactWriteItems. Reads are strong, each item is read once; the
 * same aggregate loaded twice is the same copy. Nothing is written before the shell commits; see `commit.ts`.
 */
export class UnitOfWork {
  readonly database: Database
  readonly ctx: TenantContext
  readonly env: Env
  readonly origin: Origin
  readonly tracked = new Map<string, Tracked>()
  readonly records: RecordWrite[] = []
  readonly bodies: { pk: string; id: string; text: string }[] = []
  /** Aggregates that must still be at this version (0: absent) when the commit happens. */
  readonly checks = new Map<string, number>()
  readonly #ifMatch: string | undefined
  readonly #reads: StrongReads

  constructor(database: Database, ctx: TenantContext, env: Env, origin: Origin, ifMatch?: string) {
    this.database = database
    this.ctx = ctx
    this.env = env
    this.origin = origin
    this.#ifMatch = ifMatch
    this.#reads = new StrongReads(database)
  }

  key(scope: Scope, part: string, client?: string): string {
    return partitionKey(this.ctx, scope, part, client)
  }

  async find<S, E extends DomainEvent>(aggregate: Aggregate<S, E>, ref: Ref): Promise<Loaded<S, E> | undefined> {
    const pk = this.#keyOf(aggregate, ref)
    const known = this.tracked.get(pk)
    if (known) return known.state === undefined ? undefined : this.#view(known)
    const item = await this.#reads.get({ pk, sk: '#' })
    if (!item || this.tracked.has(pk)) return item && this.find(aggregate, ref)
    const state = upcast<S>(item.data as Record<string, unknown>, item.sv as number, aggregate)
    const tracked: Tracked = { aggregate, ref, pk, state, stored: item.v as number, hash: item.hash as string, events: [] }
    this.tracked.set(pk, tracked)
    return this.#view(tracked)
  }

  /** Those of many that are there, in the order asked: a hundred to a request. */
  async findAll<S, E extends DomainEvent>(aggregate: Aggregate<S, E>, refs: readonly Ref[]): Promise<Loaded<S, E>[]> {
    await this.#reads.fetch(refs.map(ref => ({ pk: this.#keyOf(aggregate, ref), sk: '#' })))
    const found = await Promise.all(refs.map(ref => this.find(aggregate, ref)))
    return found.filter(loaded => loaded !== undefined)
  }

  async load<S, E extends DomainEvent>(aggregate: Aggregate<S, E>, ref: Ref): Promise<Loaded<S, E>> {
    const found = await this.find(aggregate, ref)
    if (found) return found
    throw new DomainFailure({
      code: `${aggregate.module}.not-found`,
      kind: 'not-found',
      detail: `${aggregate.type} ${ref.id} is not here`,
    })
  }

  /** Loads what the request is about: a given If-Match must name its current version, else 412 at once. */
  async subject<S, E extends DomainEvent>(aggregate: Aggregate<S, E>, ref: Ref): Promise<Loaded<S, E>> {
    const loaded = await this.load(aggregate, ref)
    if (this.#ifMatch !== undefined && this.#ifMatch !== '*' && this.#ifMatch !== etagOf(loaded.version)) {
      throw new DomainFailure({
        code: 'http.stale',
        kind: 'stale',
        detail: `${aggregate.type} ${ref.id} is now version ${loaded.version}`,
        params: { version: loaded.version },
      })
    }
    return loaded
  }

  /**
   * Reads what this commit depends on but does not change: the commit fails and is tried anew if it changes meanwhile.
   * Absent counts too: it must still be absent.
   */
  async dependOn<S, E extends DomainEvent>(aggregate: Aggregate<S, E>, ref: Ref): Promise<Loaded<S, E> | undefined> {
    const found = await this.find(aggregate, ref)
    const pk = this.#keyOf(aggregate, ref)
    this.checks.set(pk, found?.version ?? 0)
    return found
  }

  /** A new aggregate; a commit that finds it there already answers 409. */
  create<S, E extends DomainEvent>(aggregate: Aggregate<S, E>, ref: Ref, events: readonly E[], at = this.env.now): Loaded<S, E> {
    const pk = this.#keyOf(aggregate, ref)
    if (this.tracked.has(pk)) throw new Error(`${pk} is already part of this unit of work`)
    const tracked: Tracked = { aggregate, ref, pk, state: undefined, stored: 0, hash: '', events: [] }
    this.tracked.set(pk, tracked)
    return this.#fold(tracked, events, at)
  }

  /** Folds events onto the loaded state; `at` is when they happened (a timer's own instant), business now by default. */
  append<S, E extends DomainEvent>(loaded: Loaded<S, E>, events: readonly E[], at = this.env.now): Loaded<S, E> {
    const tracked = this.tracked.get(loaded.pk)
    if (!tracked) throw new Error(`${loaded.pk} was loaded by another unit of work`)
    return this.#fold(tracked, events, at)
  }

  #fold<S, E extends DomainEvent>(tracked: Tracked, events: readonly E[], at: string): Loaded<S, E> {
    for (const event of events) {
      tracked.events.push({ event, at })
      const version = tracked.stored + tracked.events.length
      tracked.state = tracked.aggregate.evolve(tracked.state, event, { at, version, actor: this.env.actor, origin: this.origin })
    }
    return this.#view(tracked)
  }

  #view<S, E extends DomainEvent>(tracked: Tracked): Loaded<S, E> {
    return {
      aggregate: tracked.aggregate,
      ref: tracked.ref,
      pk: tracked.pk,
      state: tracked.state as S,
      version: tracked.stored + tracked.events.length,
    }
  }

  /** Free text or personal data of an aggregate: kept beside its events so that it can be erased. */
  body(loaded: { pk: string }, id: string, text: string): void {
    this.bodies.push({ pk: loaded.pk, id: checkedId(id), text })
  }

  async getRecord<K, V extends object>(
    definition: RecordDefinition<K, V>,
    key: K,
  ): Promise<{ value: V; version: number } | undefined> {
    const { client, part, sort } = definition.key(key)
    const item = await this.#reads.get({ pk: this.key(definition.scope, part, client), sk: sort })
    return (
      item && { value: upcast<V>(item.data as Record<string, unknown>, item.sv as number, definition), version: item.v as number }
    )
  }

  /** Reads many records ahead, a hundred to a request; `getRecord` then finds them at hand. */
  async readAhead<K, V extends object>(definition: RecordDefinition<K, V>, keys: readonly K[]): Promise<void> {
    const parts = keys.map(key => definition.key(key))
    await this.#reads.fetch(parts.map(({ client, part, sort }) => ({ pk: this.key(definition.scope, part, client), sk: sort })))
  }

  putRecord<K, V extends object>(definition: RecordDefinition<K, V>, key: K, value: V, expect: Expect): void {
    this.records.push({ definition, key, value, expect })
  }

  deleteRecord<K, V extends object>(definition: RecordDefinition<K, V>, key: K, expect: Expect): void {
    this.records.push({ definition, key, value: undefined, expect })
  }

  /** Next number of a sequence that may have gaps (tickets): counted at once, outside the commit. */
  async nextNumber(sequence: { scope: Scope; client?: string; name: string }): Promise<number> {
    const answer = await this.database.client.send(
      new UpdateCommand({
        TableName: this.database.table,
        Key: { pk: this.key(sequence.scope, `SEQ#${sequence.name}`, sequence.client), sk: '#' },
        UpdateExpression: 'SET #t = :t ADD #n :one',
        ExpressionAttributeNames: { '#t': 't', '#n': 'n' },
        ExpressionAttributeValues: { ':t': 'sequence', ':one': 1 },
        ReturnValues: 'UPDATED_NEW',
      }),
    )
    return answer.Attributes?.n as number
  }

  #keyOf({ scope, key }: AnyAggregate, { client, id }: Ref): string {
    return this.key(scope, `${key}#${checkedId(id)}`, client)
  }
}

export const etagOf = (version: number) => `"${version}"`

function checkedId(id: string): string {
  if (/^[0-9A-Za-z_.-]{1,100}$/.test(id)) return id
  throw new DomainFailure({ code: 'table.bad-id', kind: 'not-found', detail: `"${id.slice(0, 80)}" is no id` })
}
