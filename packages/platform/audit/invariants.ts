import { aggregates } from '../registry.ts'
import type { Check, StoredItem } from './check.ts'
import { historyChecks } from './history.ts'
import { moneyChecks } from './money.ts'
import { scopeChecks } from './scopes.ts'

/** Everything that must hold over a table at rest. */
export const invariants = (items: readonly StoredItem[]): Check[] => [
  ...historyChecks(items, aggregates),
  ...scopeChecks(items),
  ...moneyChecks(items),
]
