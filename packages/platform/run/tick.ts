import { DeleteCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { Aggregate } from '@pactdesk/domain/kernel/aggregate'
import type { TenantContext } from '@pactdesk/domain/kernel/context'
import type { DomainEvent } from '@pactdesk/domain/kernel/event'
import { systemContext } from '../events/consumer.ts'
import { logger } from '../http/api.ts'
import { databaseUnder, env } from '../table/database.ts'
import { ownerOf, timerShard, timerShards } from '../table/keys.ts'
import { type Clock, execute } from './execute.ts'
import { passes } from './trouble.ts'
import type { Loaded, UnitOfWork } from './unit-of-work.ts'

/**
 * What a module does when its timer is due. Fires everything due up to `to`, in order, each as of its own instant, and
 * appends the events; the projection then holds the next timer. Firing nothing is fine: the timer had moved.
 */
export type Advance<S, E extends DomainEvent> = (loaded: Loaded<S, E>, to: string, uow: UnitOfWork) => Promise<void>
export type Timer = { aggregate: Aggregate<never, never>; advance: Advance<never, never> }

export const timer = <S, E extends DomainEvent>(aggregate: Aggregate<S, E>, advance: Advance<S, E>): Timer =>
  ({ aggregate, advance }) as unknown as Timer

type Report = { fired: number; failed: number; parked: number }
const budgetMs = 45_000
const leaseMs = 55_000
/** Failures after which a timer is left alone. */
export const parkAfter = 5
const pageSize = 100

/** One tick: leases each shard in which something is due, takes the oldest first, within a time budget. An idle tick writes nothing. */
export async function tick(timers: readonly Timer[], clock: Clock, requestId: string): Promise<Report> {
  const database = databaseUnder(env('TICK_ROLE_ARN'), {})
  const report: Report = { fired: 0, failed: 0, parked: 0 }
  const until = Date.now() + budgetMs
  const now = clock.businessNow()
  for (let shard = 0; shard < timerShards; shard++) {
    let page = await dueIn(shard)
    const lease = { pk: timerShard(shard), sk: 'lease' }
    if (!page.Items?.length || !(await take(lease, requestId))) continue
    try {
      for (;;) {
        for (const item of page.Items ?? []) {
          if (Date.now() > until) return report
          await fire(item.pk as string, item.gsi3sk as string)
        }
        // Parked timers stay in the index; those behind them have their turn all the same.
        if (!page.LastEvaluatedKey) break
        page = await dueIn(shard, page.LastEvaluatedKey)
      }
    } finally {
      await database.client
        .send(
          new DeleteCommand({
            TableName: database.table,
            Key: lease,
            ConditionExpression: '#o = :o',
            ExpressionAttributeNames: { '#o': 'owner' },
            ExpressionAttributeValues: { ':o': requestId },
          }),
        )
        .catch((error: Error) => {
          if (error.name !== 'ConditionalCheckFailedException') throw error
        })
    }
  }
  return report

  function dueIn(shard: number, after?: Record<string, unknown>) {
    return database.client.send(
      new QueryCommand({
        TableName: database.table,
        IndexName: 'gsi3',
        KeyConditionExpression: 'gsi3pk = :pk AND gsi3sk <= :now',
        ExpressionAttributeValues: { ':pk': timerShard(shard), ':now': `${now}~` },
        Limit: pageSize,
        ...(after && { ExclusiveStartKey: after }),
      }),
    )
  }

  async function take(lease: { pk: string; sk: string }, owner: string): Promise<boolean> {
    const wall = Date.now()
    try {
      await database.client.send(
        new PutCommand({
          TableName: database.table,
          Item: { ...lease, t: 'lease', owner, until: wall + leaseMs },
          ConditionExpression: 'attribute_not_exists(pk) OR #u < :now',
          ExpressionAttributeNames: { '#u': 'until' },
          ExpressionAttributeValues: { ':now': wall },
        }),
      )
      return true
    } catch (error) {
      if ((error as Error).name === 'ConditionalCheckFailedException') return false
      throw error
    }
  }

  async function fire(pk: string, sort: string): Promise<void> {
    const owner = ownerOf(pk)
    const [letter, id] = owner?.rest.split('#') ?? []
    const known = timers.find(candidate => candidate.aggregate.key === letter && candidate.aggregate.scope === owner?.scope)
    if (!owner || !known || !id) {
      logger.error('a timer without a module', { pk })
      return
    }
    const failures = { pk: `DUE#FAIL`, sk: sort }
    const parked = await failureCount(failures)
    if (parked >= parkAfter) {
      report.parked += 1
      return
    }
    const ctx: TenantContext = systemContext(owner.provider, { kind: 'timer', id: 'timer', name: 'timer' })
    try {
      await execute({ ctx, clock, origin: 'timer', correlationId: requestId }, async uow => {
        const loaded = await uow.find(known.aggregate, { id, ...(owner.client && { client: owner.client }) })
        if (loaded) await known.advance(loaded, now, uow)
      })
      report.fired += 1
    } catch (error) {
      report.failed += 1
      // A table in trouble, or others that kept winning, is no failure of this timer: the next tick comes back to it.
      const count = passes(error) ? await failureCount(failures) : await countFailure(failures)
      logger.error(count >= parkAfter ? 'timer parked' : 'timer failed', { pk, sort, count, error: error as Error })
    }
  }

  async function failureCount(key: { pk: string; sk: string }): Promise<number> {
    const answer = await database.client.send(
      new QueryCommand({
        TableName: database.table,
        KeyConditionExpression: 'pk = :pk AND sk = :sk',
        ExpressionAttributeValues: { ':pk': key.pk, ':sk': key.sk },
      }),
    )
    return (answer.Items?.[0]?.n as number | undefined) ?? 0
  }

  async function countFailure(key: { pk: string; sk: string }): Promise<number> {
    const answer = await database.client.send(
      new UpdateCommand({
        TableName: database.table,
        Key: key,
        UpdateExpression: 'SET #t = :t ADD #n :one',
        ExpressionAttributeNames: { '#t': 't', '#n': 'n' },
        ExpressionAttributeValues: { ':t': 'timer-failure', ':one': 1 },
        ReturnValues: 'UPDATED_NEW',
      }),
    )
    return answer.Attributes?.n as number
  }
}
