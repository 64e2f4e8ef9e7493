import { aggregates } from '../registry.ts'
import { billChecks } from './bills.ts'
import { type Judged, judge, type StoredItem } from './check.ts'
import { clockChecks } from './clocks.ts'
import { contractChecks } from './contracts.ts'
import { effectChecks } from './effects.ts'
import { eventChecks } from './events.ts'
import { type FileLookup, fileChecks } from './files.ts'
import { historyChecks } from './history.ts'
import { importChecks } from './imports.ts'
import { ledgerChecks } from './ledger.ts'
import { monthChecks } from './months.ts'
import { deliveryChecks, onceChecks } from './once.ts'
import { paymentChecks } from './payments.ts'
import { peopleChecks } from './people.ts'
import { scopeChecks } from './scopes.ts'
import { tableOf } from './table.ts'
import { timerChecks } from './timers.ts'
import { workChecks } from './work.ts'

export type Facts = {
  /** Streams and queues are drained, so every effect must be there. `wallNow` in ms. */
  delivered?: { wallNow: number }
  files?: FileLookup
}

/** Everything that must hold over a table at rest. */
export function invariants(items: readonly StoredItem[], { delivered, files }: Facts = {}): Judged[] {
  const table = tableOf(items)
  const checks = [
    ...historyChecks(table, aggregates),
    ...eventChecks(table, aggregates),
    ...scopeChecks(table),
    ...timerChecks(table),
    ...onceChecks(table),
    ...peopleChecks(table),
    ...contractChecks(table),
    ...clockChecks(table),
    ...workChecks(table),
    ...monthChecks(table),
    ...billChecks(table),
    ...paymentChecks(table),
    ...ledgerChecks(table),
    ...importChecks(table),
    ...(delivered ? [...deliveryChecks(table, delivered.wallNow), ...effectChecks(table)] : []),
    ...(files ? fileChecks(table, files) : []),
  ]
  return judge(checks, table.happened)
}
