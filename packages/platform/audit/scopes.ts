import { ownerOf } from '../table/keys.ts'
import { type Check, check, type StoredItem } from './check.ts'
import type { Table } from './table.ts'

/** Index keys never leave the scope of their item: gsi1, gsi4 in P of the provider; gsi2, gsi5 in the item's own C. */
export function scopeChecks(of: Table | readonly StoredItem[]): Check[] {
  const items = 'items' in of ? of.items : of
  return [
    check('index keys stay in scope', found => {
      let checked = 0
      for (const item of items) {
        for (const index of ['gsi1', 'gsi2', 'gsi4', 'gsi5'] as const) {
          const key = item[`${index}pk`] as string | undefined
          if (key === undefined) continue
          checked += 1
          if (!inScope(item, index, key)) found(`${item.pk} ${item.sk}: ${index} points to ${key}`)
        }
      }
      return checked
    }),
    check('every item belongs to a known scope', found => {
      for (const item of items) {
        if (!ownerOf(item.pk) && !/^(G#|DUE#)/.test(item.pk)) found(`${item.pk} is in no scope`)
      }
      return items.length
    }),
  ]
}

function inScope(item: StoredItem, index: string, key: string): boolean {
  const owner = ownerOf(item.pk)
  const target = ownerOf(key)
  const forClient = index === 'gsi2' || index === 'gsi5'
  return (
    owner !== undefined &&
    target?.provider === owner.provider &&
    target.scope === (forClient ? 'client' : 'provider') &&
    (!forClient || (owner.scope === 'client' && target.client === owner.client))
  )
}
