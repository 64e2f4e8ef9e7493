import type { StoredItem } from '@pactdesk/platform/audit/check'
import { invariants } from '@pactdesk/platform/audit/invariants'
import { openTable, scan } from '../local/table.ts'
import type { Globals } from './main.ts'

/** Every invariant over a data folder, with the number of things checked for each. Exit 1 on any problem, and when 0 were checked. */
export async function verify(globals: Globals): Promise<number> {
  const table = await openTable(globals.data)
  try {
    const items: StoredItem[] = []
    for await (const item of scan(table)) items.push(item)
    const checks = invariants(items)
    const failed = checks.filter(check => check.problems.length > 0 || check.checked === 0)
    if (globals.json) console.log(JSON.stringify(checks, null, 1))
    else {
      for (const { name, checked, problems } of checks) {
        console.log(
          `${problems.length > 0 || checked === 0 ? 'FAILED' : 'ok    '}  ${name}: ${checked} checked, ${problems.length} wrong`,
        )
        for (const problem of problems.slice(0, 20)) console.log(`        ${problem}`)
      }
    }
    console.log(`${checks.length - failed.length} passed, ${failed.length} failed`)
    return failed.length === 0 ? 0 : 1
  } finally {
    await table.close()
  }
}
