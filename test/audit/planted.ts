import type { Envelope } from '@pactdesk/domain/kernel/event'
import type { StoredItem } from '@pactdesk/platform/audit/check'
import { aggregateOf, fold, hashOf, projected } from '@pactdesk/platform/audit/history'
import { aggregates } from '@pactdesk/platform/registry'

/** What is wrong, the checks that must fail for it and no others, and how it comes about. */
export type Fault = [what: string, caughtBy: string[], plant: (table: Planted) => void]

/** A table as data, on which faults are planted. */
export class Planted {
  items: StoredItem[]

  constructor(items: readonly StoredItem[]) {
    this.items = structuredClone([...items])
  }

  /** The one item, or the first of several, that fits. */
  find(fits: (item: StoredItem) => boolean): StoredItem {
    const item = this.items.find(fits)
    if (!item) throw new Error('the story has made nothing like that')
    return item
  }

  /** An item of a type whose value fits. */
  value<T extends object = Record<string, unknown>>(
    t: string,
    fits: (value: T) => boolean = () => true,
  ): StoredItem & { data: T } {
    return this.find(item => item.t === t && fits(item.data as T)) as StoredItem & { data: T }
  }

  events(pk: string): (StoredItem & { data: Envelope })[] {
    const own = this.items.filter(item => item.pk === pk && item.t === 'event') as (StoredItem & { data: Envelope })[]
    return own.sort((a, b) => a.data.seq - b.data.seq)
  }

  remove(...gone: readonly StoredItem[]): void {
    this.items = this.items.filter(item => !gone.includes(item))
  }

  add(item: StoredItem): void {
    this.items.push(item)
  }

  /** Something wrong that was committed by the book: event, chain, state and projection agree with each other. */
  happen(state: StoredItem, type: string, data: unknown): void {
    const last = this.events(state.pk).at(-1)!
    const seq = last.data.seq + 1
    const event: Envelope = {
      ...last.data,
      id: last.data.id.replace(/\d+$/, String(seq)),
      seq,
      type,
      prevHash: hashOf(last.data),
      aggregate: { ...last.data.aggregate, version: seq },
      data,
    }
    const places = Object.fromEntries(
      ['gsi1', 'gsi2'].flatMap(index =>
        last[`${index}pk`]
          ? [
              [`${index}pk`, last[`${index}pk`]],
              [`${index}sk`, String(last[`${index}sk`]).replace(last.data.id, event.id)],
            ]
          : [],
      ),
    )
    const item = {
      pk: state.pk,
      sk: `E#${String(seq).padStart(8, '0')}`,
      t: 'event',
      sv: 1,
      v: 1,
      data: event,
      row: last.row,
      ...places,
    }
    this.add(item as StoredItem)
    const aggregate = aggregateOf(state.pk, aggregates)!
    const folded = fold({ aggregate, events: this.events(state.pk).map(own => own.data) })
    for (const name of Object.keys(state)) if (/^(gsi|row|dueAt)/.test(name)) delete state[name]
    Object.assign(state, { v: seq, data: folded, hash: hashOf(event), ...projected(state.pk, aggregate, folded) })
  }
}

export const copyOf = <T>(value: T): T => structuredClone(value)
