import type { TenantContext } from '@pactdesk/domain/kernel/context'
import type { Envelope, EventDefinition } from '@pactdesk/domain/kernel/event'
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import type { z } from 'zod'
import { logger } from '../http/api.ts'
import { clockOf } from '../http/request-context.ts'
import { type Clock, execute } from '../run/execute.ts'
import type { UnitOfWork } from '../run/unit-of-work.ts'

export type Delivery<Data> = { event: Envelope & { data: Data }; uow: UnitOfWork; ctx: TenantContext; clock: Clock }
export type Reaction = { definition: EventDefinition; run: (delivery: Delivery<never>) => Promise<void> }

/** Reacts to an event of another module. Events are hints: load current state, never trust arrival order. */
export const react = <T extends string, S extends z.ZodType>(
  definition: EventDefinition<T, S>,
  run: (delivery: Delivery<z.output<S>>) => Promise<void>,
): Reaction => ({ definition: definition as EventDefinition, run: run as Reaction['run'] })

/** The scope in which consumers and timers work for a provider. */
export const systemContext = (provider: string, actor: TenantContext['actor']): TenantContext => ({
  provider,
  kind: 'system',
  roles: [],
  clients: '*',
  actor,
})

/**
 * SQS consumer of a module. Each message is an EventBridge event whose detail is our envelope. The inbox record sits in the
 * same commit as the effect, so a redelivered event does nothing. Failed messages alone go back to the queue.
 */
export const consumer =
  (name: string, reactions: readonly Reaction[]) =>
  async (batch: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const clock = clockOf(context)
    const failures: string[] = []
    for (const record of batch.Records) {
      try {
        const { detail } = JSON.parse(record.body) as { detail: Envelope }
        for (const [at, reaction] of reactions.filter(known => known.definition.type === detail.type).entries()) {
          const ctx = systemContext(detail.provider, { kind: 'system', id: name, name })
          const event = { ...detail, data: reaction.definition.schema.parse(detail.data) }
          await execute(
            {
              ctx,
              clock,
              origin: detail.origin === 'import' ? 'import' : 'user',
              correlationId: detail.correlationId,
              causationId: detail.id,
              inbox: { consumer: name, eventId: `${detail.provider}/${detail.id}/${at}` },
            },
            uow => reaction.run({ event, uow, ctx, clock } as Delivery<never>),
          )
        }
      } catch (error) {
        logger.error('consumer failed', { consumer: name, messageId: record.messageId, error: error as Error })
        failures.push(record.messageId)
      }
    }
    return { batchItemFailures: failures.map(itemIdentifier => ({ itemIdentifier })) }
  }
