import type { Written } from './plant.ts'

/** Written once a series, by whichever bill happens to be its first. */
const once = new Set(['invoice-series-begun'])

/**
 * What was written, as how many items of each type. The same item written again, as a resumed step does, counts once; an event, a
 * journal entry or a payment made twice is another item and shows.
 */
export function effectOf(written: readonly Written[]): Record<string, number> {
  const effect: Record<string, number> = {}
  const keys = new Set<string>()
  for (const { key, what } of written) {
    if (keys.has(key) || once.has(what)) continue
    keys.add(key)
    effect[what] = (effect[what] ?? 0) + 1
  }
  return effect
}
