import type { IndexEntry, Scope } from '@pactdesk/domain/kernel/aggregate'

/**
 * An item that is no aggregate: source item, journal entry, device-day, pointer, guard. Its value is a plain JSON object;
 * `v` counts its writes. `upcasts[n]` lifts schema version n+1 to n+2 on read.
 */
export type RecordDefinition<Key, Value extends object> = {
  type: string
  scope: Scope
  sv: number
  upcasts: readonly ((old: Record<string, unknown>) => Record<string, unknown>)[]
  /** `part` follows the scope's prefix in the partition key. */
  key: (key: Key) => { client?: string; part: string; sort: string }
  project?: (
    value: Value,
    key: Key,
  ) => { row?: object; gsi1?: IndexEntry; gsi2?: IndexEntry; gsi4?: IndexEntry; gsi5?: IndexEntry }
}

export const defineRecord = <Key, Value extends object>(definition: RecordDefinition<Key, Value>): RecordDefinition<Key, Value> =>
  definition

/** Lifts a stored value to the current schema version through the tested chain. */
export function upcast<T>(
  stored: Record<string, unknown>,
  storedVersion: number,
  definition: { type: string; sv: number; upcasts: readonly ((old: Record<string, unknown>) => Record<string, unknown>)[] },
): T {
  if (storedVersion > definition.sv) throw new Error(`${definition.type} sv ${storedVersion} was written by a newer version`)
  let value = stored
  for (let version = storedVersion; version < definition.sv; version++) value = definition.upcasts[version - 1]!(value)
  return value as T
}
