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
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
  return (Object.keys(theirs) as (keyof State & string)[]).flatMap(field => {
    const mine = field in yours ? yours[field] : base[field]
    const changedByMe = !same(mine, base[field])
    const changedByThem = !same(theirs[field], base[field])
    if (!changedByMe && !changedByThem) return []
    if (same(mine, theirs[field])) return []
    return [{ field, theirs: theirs[field], ...(changedByMe && { yours: mine }) }]
  })
}
