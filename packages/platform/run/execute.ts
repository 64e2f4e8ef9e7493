import { createHash, randomBytes } from 'node:crypto'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import type { Env } from '@pactdesk/domain/kernel/aggregate'
import type { TenantContext } from '@pactdesk/domain/kernel/context'
import { DomainFailure } from '@pactdesk/domain/kernel/result'
import { type Database, databaseFor } from '../table/database.ts'
import { partitionKey } from '../table/keys.ts'
import { canonical } from './canonical.ts'
import { CommitConflict, commit, type Once } from './commit.ts'
import { StoreTrouble, troubleOf } from './trouble.ts'
import { type Origin, UnitOfWork } from './unit-of-work.ts'

/** Milliseconds between wall and business time, handed in per invocation; 0 on a deployed stage. */
export type Clock = { wallNow: () => string; businessNow: () => string }

export type Execution = {
  ctx: TenantContext
  clock: Clock
  origin?: Origin
  correlationId: string
  causationId?: string
  ifMatch?: string
  /** HTTP: key and hash of what was asked. The stored answer is replayed; the same key with another input is refused. */
  idempotency?: { key: string; input: unknown }
  /** Consumer: name and event id; a redelivered event does nothing. */
  inbox?: { consumer: string; eventId: string }
}

const attempts = 4
const idempotencyDays = 7
const inboxDays = 30

/**
 * Runs a use case and commits it once. Conflicts (another writer won) and trouble of the table (busy, no answer) reload and try
 * again with jitter, three times, then 409 or 503; a stale If-Match is 412 at once. Returns what the work returned, or the answer
 * stored the first time: by an earlier attempt whose answer was lost, or by a twin under the same key that was quicker.
 */
export async function execute<T>(execution: Execution, work: (uow: UnitOfWork) => Promise<T>): Promise<T> {
  const database = databaseFor(execution.ctx)
  const once = onceOf(execution)
  const stored = async () => once && replay<T>(database, execution, once)
  let failure: unknown
  for (let attempt = 1; attempt <= attempts; attempt++) {
    let sent = false
    try {
      const known = await stored()
      if (known) return known.answer
      const uow = new UnitOfWork(database, execution.ctx, envOf(execution), execution.origin ?? 'user', execution.ifMatch)
      const answer = await work(uow)
      sent = true
      await commit(
        uow,
        execution.clock.wallNow(),
        correlationOf(execution),
        once && { ...once, data: { ...once.data, answer: answer ?? null } },
      )
      return answer
    } catch (error) {
      const again = afterFailure(error, failure, sent && !once)
      failure = again.failure
      if (again.try === 'never') break
      if (again.try === 'later') await new Promise(resolve => setTimeout(resolve, Math.random() * 40 * 2 ** attempt))
    }
  }
  const known = await stored()
  if (known) return known.answer
  throw failure
}

type After = { try: 'now' | 'later' | 'never'; failure: unknown }

/**
 * What a failed attempt means. `unmarked`: it was sent without a marker, so if it got no answer nobody can tell whether to repeat it.
 * What exists already is looked at once more, since the use case may know what to make of it; what is in the way twice is refused.
 */
function afterFailure(error: unknown, before: unknown, unmarked: boolean): After {
  if (error instanceof CommitConflict) {
    const refused = (code: string, detail: string) => new DomainFailure({ code, kind: 'conflict', detail })
    if (error.meaning === 'exists') {
      const failure = refused('http.exists', `${error.what} exists already`)
      const twice = before instanceof DomainFailure && before.error.detail === failure.error.detail
      return { try: twice ? 'never' : 'now', failure }
    }
    if (error.meaning === 'busy') return { try: 'later', failure: new StoreTrouble('busy', error.what) }
    const failure = refused('http.conflict', 'others changed the same record at the same time; try again')
    return { try: error.meaning === 'once' ? 'now' : 'later', failure }
  }
  const trouble = troubleOf(error)
  if (!trouble) return { try: 'never', failure: error }
  const failure = error instanceof StoreTrouble ? error : new StoreTrouble(trouble, (error as Error).message)
  return { try: trouble === 'unknown' && unmarked ? 'never' : 'later', failure }
}

/** Reads without a commit. */
export const reading = (execution: Execution) =>
  new UnitOfWork(databaseFor(execution.ctx), execution.ctx, envOf(execution), execution.origin ?? 'user', execution.ifMatch)

const envOf = ({ ctx, clock }: Execution): Env => ({ now: clock.businessNow(), actor: ctx.actor, newId })

/** 20 characters of 0-9a-z from 13 random bytes: unguessable, free of `#`, short enough for keys. */
export const newId = () =>
  BigInt(`0x${randomBytes(13).toString('hex')}`)
    .toString(36)
    .padStart(20, '0')
    .slice(-20)

const correlationOf = ({ correlationId, causationId }: Execution) => ({ id: correlationId, ...(causationId && { causationId }) })

function onceOf({ ctx, clock, idempotency, inbox }: Execution): Once | undefined {
  const seconds = Math.floor(Date.parse(clock.wallNow()) / 1000)
  const scope = ctx.kind === 'client' ? 'client' : 'provider'
  if (idempotency) {
    const who = createHash('sha256').update(`${ctx.actor.id}|${idempotency.key}`).digest('hex').slice(0, 40)
    const hash = createHash('sha256').update(canonical(idempotency.input)).digest('hex')
    return { pk: partitionKey(ctx, scope, `IDEM#${who}`, ctx.client), data: { hash }, ttl: seconds + idempotencyDays * 86_400 }
  }
  if (inbox) {
    return {
      pk: partitionKey(ctx, scope, inboxPart(inbox), ctx.client),
      data: { eventId: inbox.eventId },
      ttl: seconds + inboxDays * 86_400,
    }
  }
  return undefined
}

/** Where it is remembered that a consumer has taken an event. */
export const inboxPart = ({ consumer, eventId }: { consumer: string; eventId: string }): string =>
  `INBOX#${consumer}#${createHash('sha256').update(eventId).digest('hex').slice(0, 40)}`

async function replay<T>(database: Database, execution: Execution, once: Once): Promise<{ answer: T } | undefined> {
  const found = await database.client.send(
    new GetCommand({ TableName: database.table, Key: { pk: once.pk, sk: '#' }, ConsistentRead: true }),
  )
  if (!found.Item) return undefined
  const stored = found.Item.data as { hash?: string; answer: T }
  if (execution.idempotency && stored.hash !== (once.data as { hash: string }).hash) {
    throw new DomainFailure({
      code: 'http.idempotency-reused',
      kind: 'conflict',
      detail: 'this Idempotency-Key was used for another request',
    })
  }
  return { answer: stored.answer }
}
