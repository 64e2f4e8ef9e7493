/** One field of an editing conflict. `yours` is absent where you did not change it. */
export type FieldConflict<Field extends string = string> = { field: Field; theirs: unknown; yours?: unknown }

/**
 * What to ask after "somebody else saved first": the fields that they or you changed since `base`, with both values.
 * Fields that both set to the same value are settled and left out.
 */
export function conflictsOf<State extends Record<string, unknown>>(
  base: State,
  theirs: State,
  yours: Partial<State>,
): FieldConflict<keyof State & string>[] {
  const fields = new Set([...Object.keys(theirs), ...Object.keys(yours)]) as Set<keyof State & string>
  return [...fields].flatMap(field => {
    const mine = field in yours ? yours[field] : base[field]
    const changedByMe = !same(mine, base[field])
    const changedByThem = !same(theirs[field], base[field])
    if (!changedByMe && !changedByThem) return []
    if (same(mine, theirs[field])) return []
    return [{ field, theirs: theirs[field], ...(changedByMe && { yours: mine }) }]
  })
}

/** The same content, in whatever order a server or a form wrote its keys. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one, ordered) === JSON.stringify(other, ordered)

const ordered = (_key: string, value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
