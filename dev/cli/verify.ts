import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Judged, judge } from '@pactdesk/platform/audit/check'
import { invariants } from '@pactdesk/platform/audit/invariants'
import { tableOf } from '@pactdesk/platform/audit/table'
import { openFolder } from '../local/folder.ts'
import { type OpenTable, openTable, readTable } from '../local/table.ts'
import type { Globals } from './main.ts'
import { closingLine } from './report.ts'

/**
 * Every invariant over a data folder (its host may be running) or over the table of `DYNAMODB_ENDPOINT`, with the number of things
 * checked for each. Answers the exit code: 1 on any problem, and when nothing was checked that should be there.
 */
export async function verify(
  { data, json }: Pick<Globals, 'data' | 'json'>,
  say: (line: string) => void = console.log,
): Promise<number> {
  const table = await openTable(data)
  try {
    const checks = await atRest(table, () => look(table, data))
    const { line, failed } = closingLine(checks.map(({ outcome }) => ({ status: outcome })))
    if (json) say(JSON.stringify(checks, null, 1))
    else for (const one of checks) for (const text of linesOf(one)) say(text)
    if (!json) say(line)
    return failed === 0 ? 0 : 1
  } finally {
    await table.close()
  }
}

/** While a host runs, people may write between the pages of one reading: what is wrong must be wrong each time. */
async function atRest(table: OpenTable, once: () => Promise<Judged[]>, attempts = table.shared ? 3 : 1): Promise<Judged[]> {
  await table.drain()
  const checks = await once()
  return attempts > 1 && checks.some(({ outcome }) => outcome === 'failed') ? atRest(table, once, attempts - 1) : checks
}

async function look(table: OpenTable, data: string): Promise<Judged[]> {
  const items = await readTable(table)
  const delivered = { wallNow: Date.now() }
  if (process.env.DYNAMODB_ENDPOINT || !existsSync(join(data, 'state.db'))) return invariants(items, { delivered })
  const folder = openFolder(data)
  try {
    return [...invariants(items, { delivered, files: folder.files }), ...judge(folder.checks(items), tableOf(items).happened)]
  } finally {
    folder.close()
  }
}

const shown = 20
const marks = { passed: 'ok     ', failed: 'FAILED ', skipped: 'none   ' }

function linesOf({ name, checked, problems, outcome }: Judged): string[] {
  const head = `${marks[outcome]} ${name}: ${outcome === 'skipped' ? 'nothing of the kind has happened' : `${checked} checked`}`
  const more = problems.length - shown
  return [
    problems.length > 0 ? `${head}, ${problems.length} wrong` : head,
    ...problems.slice(0, shown).map(problem => `         ${problem}`),
    ...(more > 0 ? [`         … and ${more} more`] : []),
  ]
}
