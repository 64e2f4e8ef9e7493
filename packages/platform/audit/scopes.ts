import { ownerOf } from '../table/keys.ts'
import { type Check, check, type StoredItem } from './check.ts'

/** Index keys never leave the scope of their item: gsi1, gsi4 in P of the provider; gsi2, gsi5 in the item's own C. */
export function scopeChecks(items: readonly StoredItem[]): Check[] {
  return [
    check('index keys stay in scope', found => {
      let checked = 0
      for (const item of items) {
        for (const index of ['gsi1', 'gsi2', 'gsi4', 'gsi5'] as const) {
          const key = item[`${index}pk`] as string | undefined
          if (key === undefined) continue
          checked += 1
          const owner = ownerOf(item.pk)
          const target = ownerOf(key)
          const clientIndex = index === 'gsi2' || index === 'gsi5'
          const wanted = clientIndex ? 'client' : 'provider'
          const fits =
            owner !== undefined &&
            target?.provider === owner.provider &&
            target.scope === wanted &&
            (!clientIndex || (owner.scope === 'client' && target.client === owner.client))
          if (!fits) found(`${item.pk} ${item.sk}: ${index} points to ${key}`)
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
