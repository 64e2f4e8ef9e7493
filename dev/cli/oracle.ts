import { readFileSync } from 'node:fs'
import { run as billing } from '../oracle/billing.ts'
import { run as businessHours } from '../oracle/business-hours.ts'
import { run as workdays } from '../oracle/cn-workdays.ts'
import { run as eventPatterns } from '../oracle/event-patterns.ts'
import { run as handleTime } from '../oracle/handle-time.ts'
import type { OracleResult } from '../oracle/result.ts'
import { closingLine } from './report.ts'

/** Kinds of oracle files, each run through the very functions the product calls. */
export const oracles: Record<string, (content: unknown) => OracleResult[]> = {
  'business-hours': businessHours,
  'handle-time': handleTime,
  'cn-workdays': workdays,
  billing,
  'event-patterns': eventPatterns,
}

/** Prints each disagreement; the last line is `N passed, N failed, N skipped`. Returns the exit code. */
export function oracle(kind: string, file: string, json: boolean): number {
  const run = oracles[kind]
  if (!run) throw new Error(`unknown kind "${kind}"; known: ${Object.keys(oracles).join(', ')}`)
  const results = run(JSON.parse(readFileSync(file, 'utf8')))
  if (json) console.log(JSON.stringify(results, null, 1))
  else for (const result of results) if (result.status === 'failed') console.log(JSON.stringify(result))
  const { line, failed } = closingLine(results)
  console.log(line)
  return failed === 0 && results.length > 0 ? 0 : 1
}
