import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { importIncidents as run } from '../import/incidents.ts'
import { importReport, rowsByOutcome } from '../import/report.ts'
import { apiOf } from './connection.ts'
import type { Globals } from './main.ts'

type Options = { client: string; zone: string; firstDay: string }

/** Replays an incident log; exit 0 only when every row was taken or known already. */
export async function importIncidents(globals: Globals, path: string, options: Options): Promise<void> {
  const text = readFileSync(path, 'utf8')
  const { api } = await apiOf(globals)
  const result = await run({
    api,
    ...options,
    file: { name: basename(path), text },
    ...(!globals.json && { onProgress: showProgress }),
  })
  const rows = rowsByOutcome(result)
  if (globals.json) console.log(JSON.stringify({ ...result, rowsByOutcome: rows }))
  else console.log(importReport(result).join('\n'))
  if (result.job.status !== 'done' || rows.refused > 0 || rows.conflicting > 0) process.exitCode = 1
}

const width = 40

/** One line that is rewritten on a terminal; elsewhere the report alone tells. */
function showProgress(done: number, all: number): void {
  if (!process.stderr.isTTY) return
  const filled = all === 0 ? width : Math.round((done / all) * width)
  const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`
  process.stderr.write(`\r\x1b[2K${bar} ${done} of ${all} tickets${done >= all ? '\n' : ''}`)
}
