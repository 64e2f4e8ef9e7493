import type { Envelope } from '@pactdesk/domain/kernel/event'
import { ownerOf } from '../table/keys.ts'
import type { StoredItem } from './check.ts'

/** A stored value with whose it is. */
export type Held<T> = { provider: string; client: string; pk: string; sk: string; value: T; item: StoredItem }

/** A whole table, grouped once for all checks. */
export type Table = {
  items: readonly StoredItem[]
  /** Values of one type of item. */
  of: <T>(type: string) => Held<T>[]
  /** Histories by partition, each in the order of its sort keys. */
  events: ReadonlyMap<string, readonly StoredItem[]>
  /** Types of all events there are. */
  happened: ReadonlySet<string>
}

export function tableOf(items: readonly StoredItem[]): Table {
  const byType = Map.groupBy(items, item => item.t)
  const held = new Map<string, Held<unknown>[]>()
  const events = new Map<string, StoredItem[]>()
  for (const [pk, own] of Map.groupBy(byType.get('event') ?? [], item => item.pk))
    events.set(
      pk,
      own.toSorted((a, b) => (a.sk < b.sk ? -1 : 1)),
    )
  return {
    items,
    events,
    happened: new Set((byType.get('event') ?? []).map(item => (item.data as Envelope).type)),
    of: <T>(type: string) => {
      const known = held.get(type) ?? (byType.get(type) ?? []).map(heldOf)
      held.set(type, known)
      return known as Held<T>[]
    },
  }
}

function heldOf(item: StoredItem): Held<unknown> {
  const owner = ownerOf(item.pk)
  return { provider: owner?.provider ?? '', client: owner?.client ?? '', pk: item.pk, sk: item.sk, value: item.data, item }
}

/** Things by a key of theirs; of two with one key the later stays. */
export const indexed = <T>(things: readonly T[], key: (thing: T) => string): Map<string, T> =>
  new Map(things.map(thing => [key(thing), thing]))

/** Keys that more than one thing has, with how many. */
export const repeated = <T>(things: readonly T[], key: (thing: T) => string): [string, number][] =>
  [...Map.groupBy(things, key)].flatMap(([name, own]) => (own.length > 1 ? [[name, own.length] as [string, number]] : []))

/** Every object within a value. */
export function objectsIn(value: unknown, found: (object: Record<string, unknown>) => void): void {
  if (Array.isArray(value)) for (const item of value) objectsIn(item, found)
  else if (value && typeof value === 'object') {
    found(value as Record<string, unknown>)
    for (const item of Object.values(value)) objectsIn(item, found)
  }
}
