import { createHash } from 'node:crypto'
import type { TenantContext } from '@pactdesk/domain/kernel/context'
import type { Envelope } from '@pactdesk/domain/kernel/event'
import { systemContext } from '../events/consumer.ts'
import type { AnyAggregate } from '../registry.ts'
import { canonical } from '../run/canonical.ts'
import { indexKeys, ownerOf, timerKeys } from '../table/keys.ts'
import { type Check, check, type StoredItem } from './check.ts'
import { type Table, tableOf } from './table.ts'

export type History = { pk: string; aggregate: AnyAggregate; stored: StoredItem | undefined; events: Envelope[] }

/** The history and the stored state of each aggregate in the table; the state is absent when it was lost. */
export function histories(table: Table, aggregates: readonly AnyAggregate[]): History[] {
  const states = new Map(table.items.flatMap(item => (item.sk === '#' && item.t !== 'event' ? [[item.pk, item]] : [])))
  const partitions = new Set([...table.events.keys(), ...[...states].flatMap(([pk, item]) => (item.hash ? [pk] : []))])
  return [...partitions].sort().flatMap(pk => {
    const aggregate = aggregateOf(pk, aggregates)
    if (!aggregate) return []
    return [{ pk, aggregate, stored: states.get(pk), events: (table.events.get(pk) ?? []).map(item => item.data as Envelope) }]
  })
}

/** What kind of aggregate lives in a partition: its scope and letter say so. */
export function aggregateOf(pk: string, aggregates: readonly AnyAggregate[]): AnyAggregate | undefined {
  const owner = ownerOf(pk)
  const letter = owner?.rest.split('#')[0]
  return aggregates.find(known => known.key === letter && known.scope === owner?.scope)
}

export const hashOf = (event: Envelope): string => createHash('sha256').update(canonical(event)).digest('hex')

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
export function historyChecks(of: Table | readonly StoredItem[], aggregates: readonly AnyAggregate[]): Check[] {
  const table = 'items' in of ? of : tableOf(of)
  const all = histories(table, aggregates)
  const stored = all.flatMap(history => (history.stored ? [{ ...history, stored: history.stored }] : []))
  return [
    check('every history has its state, every state its history', found => {
      for (const { pk, stored: state, events } of all) {
        if (!state) found(`${pk}: ${events.length} events without a state`)
        if (events.length === 0) found(`${pk}: a state without events`)
      }
      return all.length
    }),
    check('history is gapless and chained', found => {
      for (const { pk, events } of all) {
        let hash = ''
        events.forEach((event, at) => {
          if (event.seq !== at + 1) found(`${pk}: event ${at + 1} has number ${event.seq}`)
          if (event.prevHash !== hash) found(`${pk}: event ${event.seq} does not follow from the one before it`)
          hash = hashOf(event)
        })
      }
      return all.length
    }),
    check('the state was stored with its last event', found => {
      for (const { pk, events, stored: state } of stored) {
        const last = events.at(-1)
        if (events.length !== state.v) found(`${pk}: version ${state.v} but ${events.length} events`)
        else if (last && hashOf(last) !== state.hash) found(`${pk}: the last event is not the one the state was stored with`)
      }
      return stored.length
    }),
    check('fold of events = stored state', found => {
      for (const history of stored) {
        if (history.stored.sv !== history.aggregate.sv) continue
        if (canonical(fold(history)) !== canonical(history.stored.data)) found(`${history.pk}: state differs from its history`)
      }
      return stored.length
    }),
    check('rows and index keys are those of the state', found => {
      for (const { pk, aggregate, stored: state } of stored) {
        if (canonical(projected(pk, aggregate, state.data)) !== canonical(storedProjection(state)))
          found(`${pk}: row or index keys are not those of the state`)
      }
      return stored.length
    }),
  ]
}
