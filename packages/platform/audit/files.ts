import { FileRef } from '@pactdesk/domain/kernel/ids'
import { billEvents } from '@pactdesk/domain/outsourcing/billing/bill/events'
import { contractEvents } from '@pactdesk/domain/outsourcing/contract/index'
import { visitEvents } from '@pactdesk/domain/outsourcing/field-service/index'
import { type Check, check } from './check.ts'
import { objectsIn, type Table } from './table.ts'

/** What the store holds under a key; undefined when nothing is there. */
export type FileLookup = (key: string) => { sha256: string; size: number } | undefined

/** Every file that a record names is in the store, byte for byte; and lies under keys of the record's own scope. */
export function fileChecks(table: Table, lookup: FileLookup): Check[] {
  return [
    check(
      'files that records name are stored as they were',
      found => {
        let checked = 0
        for (const { pk, sk, t, data } of table.items) {
          if (t === 'event' || t === 'once') continue
          objectsIn(data, object => {
            const ref = FileRef.safeParse(object)
            if (!ref.success || ('status' in object && object.status !== 'stored')) return
            const { key, sha256, size } = ref.data
            checked += 1
            const stored = lookup(key)
            if (!stored) found(`${pk} ${sk}: ${key} is not in the store`)
            else if (stored.sha256 !== sha256 || stored.size !== size) found(`${pk} ${sk}: ${key} has other bytes than it had`)
            if (!/^P#/.test(pk) || key.split('/')[1] !== pk.split('#')[1])
              found(`${pk} ${sk}: ${key} belongs to another provider`)
          })
        }
        return checked
      },
      [contractEvents.documentStored, billEvents.documentStored, visitEvents.reportStored],
    ),
  ]
}
