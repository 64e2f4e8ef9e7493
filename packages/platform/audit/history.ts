import { createHash } from 'node:crypto'
import type { TenantContext } from '@pactdesk/domain/kernel/context'
import type { Envelope } from '@pactdesk/domain/kernel/event'
import { systemContext } from '../events/consumer.ts'
import type { AnyAggregate } from '../registry.ts'
import { canonical } from '../run/canonical.ts'
import { indexKeys, ownerOf, timerKeys } from '../table/keys.ts'
import { type Check, check, type StoredItem } from './check.ts'

type History = { pk: string; aggregate: AnyAggregate; stored: StoredItem; events: Envelope[] }

/** The history and the stored state of each aggregate in the table. */
export function histories(items: readonly StoredItem[], aggregates: readonly AnyAggregate[]): History[] {
  const events = Map.groupBy(
    items.filter(item => item.t === 'event'),
    item => item.pk,
  )
  const found: History[] = []
  for (const item of items) {
    const owner = ownerOf(item.pk)
    const aggregate = item.sk === '#' && aggregates.find(known => known.type === item.t && known.scope === owner?.scope)
    if (!aggregate) continue
    const own = (events.get(item.pk) ?? []).sort((a, b) => (a.sk < b.sk ? -1 : 1)).map(event => event.data as Envelope)
    found.push({ pk: item.pk, aggregate, stored: item, events: own })
  }
  return found
}

export const fold = ({ aggregate, events }: Pick<History, 'aggregate' | 'events'>): unknown =>
  events.reduce<unknown>(
    (state, event) =>
      aggregate.evolve(
        state,
        { type: event.type, data: event.data },
        { at: event.occurredAt, version: event.seq, actor: event.actor, origin: event.origin },
      ),
    undefined,
  )

/** What the projector makes of a state: the attributes that lists and timers read. */
export function projected(pk: string, aggregate: AnyAggregate, state: unknown): Record<string, unknown> {
  const owner = ownerOf(pk)!
  const context: TenantContext = systemContext(owner.provider, { kind: 'system', id: 'verify', name: 'verify' })
  const projection = aggregate.project(state)
  return {
    ...(projection.row && { row: projection.row }),
    ...indexKeys(context, aggregate.scope, owner.client, projection),
    ...(projection.dueAt && { dueAt: projection.dueAt, ...timerKeys(pk, projection.dueAt) }),
  }
}

const projectedNames = [
  'row',
  'dueAt',
  ...['gsi1', 'gsi2', 'gsi3', 'gsi4', 'gsi5'].flatMap(index => [`${index}pk`, `${index}sk`]),
]
export const storedProjection = (item: StoredItem) =>
  Object.fromEntries(projectedNames.filter(name => item[name] !== undefined).map(name => [name, item[name]]))

/** History is complete, chained and folds to the stored state; projections are those of the state. */
export function historyChecks(items: readonly StoredItem[], aggregates: readonly AnyAggregate[]): Check[] {
  const all = histories(items, aggregates)
  return [
    check('history is gapless and chained', found => {
      for (const { pk, events, stored } of all) {
        let hash = ''
        events.forEach((event, at) => {
          if (event.seq !== at + 1) found(`${pk}: event ${at + 1} has number ${event.seq}`)
          if (event.prevHash !== hash) found(`${pk}: event ${event.seq} does not follow from the one before it`)
          hash = createHash('sha256').update(canonical(event)).digest('hex')
        })
        if (events.length !== stored.v) found(`${pk}: version ${stored.v} but ${events.length} events`)
        if (hash !== stored.hash) found(`${pk}: the last event is not the one the state was stored with`)
      }
      return all.length
    }),
    check('fold of events = stored state', found => {
      for (const history of all) {
        if (history.stored.sv !== history.aggregate.sv) continue
        if (canonical(fold(history)) !== canonical(history.stored.data)) found(`${history.pk}: state differs from its history`)
      }
      return all.length
    }),
    check('projection = what the state projects to', found => {
      for (const { pk, aggregate, stored } of all) {
        if (canonical(projected(pk, aggregate, stored.data)) !== canonical(storedProjection(stored))) {
          found(`${pk}: row or index keys are not those of the state`)
        }
      }
      return all.length
    }),
  ]
}
