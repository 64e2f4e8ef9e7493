import { createHash } from 'node:crypto'
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb'
import type { Envelope } from '@pactdesk/domain/kernel/event'
import { indexKeys, timerKeys } from '../table/keys.ts'
import { canonical } from './canonical.ts'
import type { RecordWrite, UnitOfWork } from './unit-of-work.ts'

type Item = Record<string, unknown>
type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]
/** What a failed condition of this write means. */
type Meaning = 'version' | 'exists' | 'once'
type Planned = { write: Write; meaning: Meaning; what: string }

/** A marker that makes a command or a delivered event take effect once. Its id sits in the partition key. */
export type Once = { pk: string; data: Item; ttl: number }

/** Why nothing was written: a condition failed, another transaction holds the same items (`conflict`), or the table was `busy`. */
export class CommitConflict extends Error {
  readonly meaning: Meaning | 'conflict' | 'busy'
  readonly what: string
  constructor(meaning: CommitConflict['meaning'], what: string) {
    super(`${meaning}: ${what}`)
    this.name = 'CommitConflict'
    this.meaning = meaning
    this.what = what
  }
}

const limit = 100
const stateLimit = 100_000
const eventLimit = 16_384

/** DynamoDB writes at most 100 items in one transaction; a plan larger than that is a bug of the use case. */
export async function commit(
  uow: UnitOfWork,
  recordedAt: string,
  correlation: { id: string; causationId?: string },
  once?: Once,
): Promise<void> {
  const planned = plan(uow, recordedAt, correlation)
  if (once) {
    planned.push({
      meaning: 'once',
      what: once.pk,
      write: put(
        uow,
        { pk: once.pk, sk: '#', t: 'once', sv: 1, v: 1, data: once.data, ttl: once.ttl },
        'attribute_not_exists(pk)',
      ),
    })
  }
  if (planned.length === 0) return
  if (planned.length > limit) throw new Error(`a commit of ${planned.length} items is over DynamoDB's ${limit}`)
  try {
    await uow.database.client.send(new TransactWriteCommand({ TransactItems: planned.map(item => item.write) }))
  } catch (error) {
    throw explain(error, planned)
  }
}

function explain(error: unknown, planned: Planned[]): unknown {
  if (!(error instanceof TransactionCanceledException)) return error
  const reasons = error.CancellationReasons ?? []
  const failed = (meaning: Meaning) =>
    planned.find((item, at) => item.meaning === meaning && reasons[at]?.Code === 'ConditionalCheckFailed')
  for (const meaning of ['once', 'version', 'exists'] as const) {
    const found = failed(meaning)
    if (found) return new CommitConflict(meaning, found.what)
  }
  const because = (...codes: string[]) => reasons.some(({ Code = '' }) => codes.includes(Code))
  if (because('TransactionConflict')) return new CommitConflict('conflict', error.message)
  if (because('ThrottlingError', 'ProvisionedThroughputExceeded')) return new CommitConflict('busy', error.message)
  return error
}

function plan(uow: UnitOfWork, recordedAt: string, correlation: { id: string; causationId?: string }): Planned[] {
  const planned: Planned[] = []
  for (const tracked of uow.tracked.values()) {
    if (tracked.events.length === 0) continue
    const { aggregate, ref, pk } = tracked
    let hash = tracked.hash
    let version = tracked.stored
    for (const { event, at } of tracked.events) {
      version += 1
      const definition = Object.values(aggregate.events).find(known => known.type === event.type)
      if (!definition) throw new Error(`${event.type} is no event of ${aggregate.type}`)
      const audience = aggregate.scope === 'client' ? definition.audience : 'staff'
      const envelope: Envelope = {
        id: `${aggregate.key}.${ref.client ?? ''}.${ref.id}.${version}`,
        seq: version,
        type: event.type,
        version: definition.version,
        provider: uow.ctx.provider,
        ...(ref.client && aggregate.scope !== 'provider' && { client: ref.client }),
        audience,
        origin: uow.origin,
        occurredAt: at,
        recordedAt,
        actor: uow.env.actor,
        correlationId: correlation.id,
        ...(correlation.causationId && { causationId: correlation.causationId }),
        prevHash: hash,
        aggregate: { type: aggregate.type, id: ref.id, version },
        data: event.data,
      }
      const text = canonical(envelope)
      if (text.length > eventLimit)
        throw new Error(`${event.type} is ${text.length} bytes, over ${eventLimit}: put free text into a body`)
      hash = createHash('sha256').update(text).digest('hex')
      planned.push({
        meaning: tracked.stored === 0 ? 'exists' : 'version',
        what: tracked.stored === 0 ? `${aggregate.type} ${ref.id}` : `${pk} ${version}`,
        write: put(uow, eventItem(uow, pk, aggregate.scope, envelope), 'attribute_not_exists(pk)'),
      })
    }
    const projection = aggregate.project(tracked.state)
    const item: Item = {
      pk,
      sk: '#',
      t: aggregate.type,
      sv: aggregate.sv,
      v: version,
      data: tracked.state,
      hash,
      ...(projection.row && { row: projection.row }),
      ...indexKeys(uow.ctx, aggregate.scope, ref.client, projection),
      ...(projection.dueAt && { dueAt: projection.dueAt, ...timerKeys(pk, projection.dueAt) }),
    }
    const size = canonical(item.data).length
    if (size > stateLimit) throw new Error(`${pk} is ${size} bytes, over ${stateLimit}`)
    planned.push(
      tracked.stored === 0
        ? { meaning: 'exists', what: `${aggregate.type} ${ref.id}`, write: put(uow, item, 'attribute_not_exists(pk)') }
        : { meaning: 'version', what: pk, write: put(uow, item, '#v = :v', { ':v': tracked.stored }) },
    )
  }
  for (const [pk, version] of uow.checks) {
    if (planned.length === 0 && uow.records.length === 0) break
    if (uow.tracked.get(pk)?.events.length) continue
    const condition = version === 0 ? 'attribute_not_exists(pk)' : '#v = :v'
    planned.push({
      meaning: 'version',
      what: pk,
      write: {
        ConditionCheck: {
          TableName: uow.database.table,
          Key: { pk, sk: '#' },
          ConditionExpression: condition,
          ...(version > 0 && { ExpressionAttributeNames: { '#v': 'v' }, ExpressionAttributeValues: { ':v': version } }),
        },
      },
    })
  }
  for (const body of uow.bodies) {
    planned.push({
      meaning: 'exists',
      what: `${body.pk} B#${body.id}`,
      write: put(
        uow,
        { pk: body.pk, sk: `B#${body.id}`, t: 'body', sv: 1, v: 1, data: { text: body.text } },
        'attribute_not_exists(pk)',
      ),
    })
  }
  for (const record of uow.records) planned.push(recordWrite(uow, record))
  return planned
}

/** Imported events stay out of the feeds: nobody is told of the past as if it were new. */
function eventItem(uow: UnitOfWork, pk: string, scope: Parameters<typeof indexKeys>[1], envelope: Envelope): Item {
  const feed = { part: `FEED#${uow.env.now.slice(0, 10)}`, sort: `${uow.env.now}#${envelope.id}` }
  const live = envelope.origin !== 'import'
  const row = {
    type: envelope.type,
    at: envelope.occurredAt,
    agg: `${envelope.aggregate.type}/${envelope.aggregate.id}`,
    ...(envelope.client && { client: envelope.client }),
    v: envelope.aggregate.version,
  }
  return {
    pk,
    sk: `E#${String(envelope.seq).padStart(8, '0')}`,
    t: 'event',
    sv: 1,
    v: 1,
    data: envelope,
    ...(live && { row }),
    ...(live &&
      indexKeys(uow.ctx, scope, envelope.client, { gsi1: feed, ...(envelope.audience === 'client' && { gsi2: feed }) })),
  }
}

function recordWrite(uow: UnitOfWork, { definition, key, value, expect }: RecordWrite): Planned {
  const { client, part, sort } = definition.key(key)
  const pk = uow.key(definition.scope, part, client)
  const what = `${definition.type} ${sort}`
  const condition = expect === 'absent' ? 'attribute_not_exists(pk)' : expect === 'any' ? undefined : '#v = :v'
  const values = typeof expect === 'object' ? { ':v': expect.version } : undefined
  const meaning = expect === 'absent' ? 'exists' : 'version'
  if (!value) {
    return {
      meaning,
      what,
      write: { Delete: { TableName: uow.database.table, Key: { pk, sk: sort }, ...conditionOf(condition, values) } },
    }
  }
  const projection = definition.project?.(value, key) ?? {}
  const item: Item = {
    pk,
    sk: sort,
    t: definition.type,
    sv: definition.sv,
    v: typeof expect === 'object' ? expect.version + 1 : 1,
    data: value,
    ...(projection.row && { row: projection.row }),
    ...indexKeys(uow.ctx, definition.scope, client, projection),
  }
  return { meaning, what, write: put(uow, item, condition, values) }
}

const put = (uow: UnitOfWork, item: Item, condition?: string, values?: Record<string, unknown>): Write => ({
  Put: { TableName: uow.database.table, Item: item, ...conditionOf(condition, values) },
})

const conditionOf = (condition?: string, values?: Record<string, unknown>) =>
  condition
    ? {
        ConditionExpression: condition,
        ...(values && { ExpressionAttributeNames: { '#v': 'v' }, ExpressionAttributeValues: values }),
      }
    : {}
