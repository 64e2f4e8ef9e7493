/**
 * Rows as they are shown while somebody may be aiming at one: those that were there keep their places, with what they say now;
 * new ones come last, gone ones leave. `moved` is how many would change their place in the true order.
 */
export function settle<Row>(
  order: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): { shown: Row[]; moved: number } {
  const byKey = new Map(rows.map(row => [keyOf(row), row]))
  const kept = order.filter(key => byKey.has(key))
  const known = new Set(kept)
  const fresh = rows.filter(row => !known.has(keyOf(row)))
  const shown = [...kept.flatMap(key => byKey.get(key) ?? []), ...fresh]
  return { shown, moved: shown.length - longestInOrder(shown.map(keyOf), rows.map(keyOf)) }
}

/** How many can stay where they are: the longest run of keys that are in the same order in both. */
function longestInOrder(shown: readonly string[], wanted: readonly string[]): number {
  const place = new Map(wanted.map((key, at) => [key, at]))
  const ends: number[] = []
  for (const key of shown) {
    const at = place.get(key) ?? 0
    const found = ends.findIndex(end => end >= at)
    ends[found < 0 ? ends.length : found] = at
  }
  return ends.length
}
