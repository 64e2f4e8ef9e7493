import type { Envelope } from '@pactdesk/domain/kernel/event'
import { systemContext } from '../events/consumer.ts'
import type { AnyAggregate } from '../registry.ts'
import { canonical } from '../run/canonical.ts'
import { indexKeys, ownerOf } from '../table/keys.ts'
import { journalRecord } from '../use-cases/financial/journal-record.ts'
import type { StoredItem } from './check.ts'
import { directoryRepairs, registerRepairs } from './derived.ts'
import { fold, type History, hashOf, histories, projected, storedProjection } from './history.ts'
import { type Table, tableOf } from './table.ts'

/** An item as it should be. `was`: the version it must still have when it is written; undefined when it is missing. */
export type Repair = { item: StoredItem; was: number | undefined }
export type Rebuilt = {
  /** How many things were recomputed. */
  read: number
  repairs: Repair[]
  /** Histories that are themselves broken: nothing can be recomputed from them. */
  broken: string[]
}

/**
 * Recomputes everything that follows from history: states, rows and index keys, places in the feeds, the registers of contracts and
 * the directory. What is right already is left alone, so a second run finds nothing to do.
 */
export function rebuild(items: readonly StoredItem[], aggregates: readonly AnyAggregate[]): Rebuilt {
  const table = tableOf(items)
  const all = histories(table, aggregates)
  const sound = all.filter(isSound)
  const states = sound.flatMap(history => repairOf(history))
  const repaired = withRepairs(table, states)
  const entries = table.of<{ date: string; id: string }>('journal')
  const repairs = [
    ...states,
    ...[...table.events.values()].flat().flatMap(feedRepair),
    ...entries.flatMap(({ item }) => entryRepair(item)),
    ...registerRepairs(repaired),
    ...directoryRepairs(repaired),
  ]
  const broken = all.filter(history => !isSound(history)).map(({ pk }) => pk)
  return { read: all.length, repairs, broken }
}

/** Gapless, chained, and not shorter than the state that was stored with it. */
function isSound({ events, stored }: History): boolean {
  let hash = ''
  for (const [at, event] of events.entries()) {
    if (event.seq !== at + 1 || event.prevHash !== hash) return false
    hash = hashOf(event)
  }
  return events.length > 0 && events.length >= (stored?.v ?? 0)
}

function repairOf(history: History): Repair[] {
  const { pk, aggregate, stored, events } = history
  const state = fold(history)
  const kept = Object.fromEntries(Object.entries(stored ?? {}).filter(([name]) => !(name in storedProjection(stored!))))
  const item = {
    ...kept,
    pk,
    sk: '#',
    t: aggregate.type,
    sv: aggregate.sv,
    v: events.length,
    data: state,
    hash: hashOf(events.at(-1)!),
    ...projected(pk, aggregate, state),
  }
  return stored && canonical(item) === canonical(stored) ? [] : [{ item, was: stored?.v }]
}

/** Where the feed lost an event, it stands at the instant at which it happened. */
function feedRepair(item: StoredItem): Repair[] {
  const event = item.data as Envelope
  const owner = ownerOf(item.pk)
  if (!owner) return []
  const live = event.origin !== 'import'
  const known = [item.gsi1sk, item.gsi2sk].find(sort => typeof sort === 'string' && sort.endsWith(`#${event.id}`)) as
    | string
    | undefined
  const sort = known ?? `${event.occurredAt}#${event.id}`
  const feed = { part: `FEED#${sort.slice(0, 10)}`, sort }
  const places = { gsi1: feed, ...(event.audience === 'client' && { gsi2: feed }) }
  return rightKeys(item, live ? indexKeys(system(owner.provider), owner.scope, owner.client, places) : {})
}

function entryRepair(item: StoredItem): Repair[] {
  const value = item.data as { date: string; id: string }
  const { gsi1 } = journalRecord.project!(value as never, value)
  return rightKeys(item, indexKeys(system(ownerOf(item.pk)!.provider), 'provider', undefined, { ...(gsi1 && { gsi1 }) }))
}

function rightKeys(item: StoredItem, keys: Record<string, string>): Repair[] {
  const bare = Object.fromEntries(Object.entries(item).filter(([name]) => !/^gsi\d(pk|sk)$/.test(name))) as StoredItem
  const right = { ...bare, ...keys }
  return canonical(right) === canonical(item) ? [] : [{ item: right, was: item.v }]
}

const system = (provider: string) => systemContext(provider, { kind: 'system', id: 'rebuild', name: 'rebuild' })

/** The table as it will be, for what follows from the states. */
function withRepairs(table: Table, repairs: readonly Repair[]): Table {
  const repaired = new Map(repairs.map(({ item }) => [`${item.pk} ${item.sk}`, item]))
  return tableOf([...table.items.filter(({ pk, sk }) => !repaired.has(`${pk} ${sk}`)), ...repaired.values()])
}
